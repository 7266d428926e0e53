"""Telegram's User object."""

from typing import Any

from sandbox.world.users import Bot, User


def user_shape(user: User) -> dict[str, Any]:
    """Return a user as others see it."""
    optional = {
        "last_name": user.last_name,
        "username": user.username,
        "language_code": user.language,
    }
    shape = {"id": user.id, "is_bot": user.is_bot, "first_name": user.first_name}
    return shape | {name: value for name, value in optional.items() if value}


def myself_shape(bot: Bot) -> dict[str, Any]:
    """Return a bot as getMe tells it about itself."""
    return user_shape(bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": not bot.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
