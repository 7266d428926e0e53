"""getMe, setMy… and getMy…: what a bot is and tells of itself."""

from collections.abc import Callable
from typing import Any

import orjson

from sandbox.api.call import Call
from sandbox.api.refusals import bad_request
from sandbox.shapes.users import myself_shape
from sandbox.world.subjects import Matter

_LONGEST = {"name": 64, "description": 512, "short_description": 120}
_MOST_COMMANDS = 100


def get_me(call: Call) -> dict[str, Any]:
    """Tell who the bot is."""
    return myself_shape(call.bot)


def confirm(_: Call) -> bool:
    """Do what logOut and close do here: nothing, successfully."""
    return True


def set_text(field: str) -> Callable[[Call], bool]:
    """Return the method that sets one of the profile's texts, for a language or all."""

    def method(call: Call) -> bool:
        text = call.parameters.text(field)
        if len(text) > _LONGEST[field]:
            raise bad_request(f"bot {field.replace('_', ' ')} is too long")
        call.desk.profile.texts[field, call.parameters.text("language_code")] = text
        call.world.changes.announce(Matter.COMMANDS)
        return True

    return method


def get_text(field: str) -> Callable[[Call], dict[str, str]]:
    """Return the method that tells one of the profile's texts; the bot's name stands in for one."""

    def method(call: Call) -> dict[str, str]:
        texts = call.desk.profile.texts
        default = texts.get((field, ""), call.bot.first_name if field == "name" else "")
        return {field: texts.get((field, call.parameters.text("language_code"))) or default}

    return method


def set_my_commands(call: Call) -> bool:
    """Set the commands of a scope and language."""
    commands = call.parameters.objects("commands")
    if len(commands) > _MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        name = str(command.get("command", "")).removeprefix("/")
        if not (name.isascii() and name.replace("_", "").isalnum() and name == name.lower()):
            raise bad_request("BOT_COMMAND_INVALID")
        if not command.get("description"):
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    call.desk.profile.commands[_scope(call)] = commands
    call.world.changes.announce(Matter.COMMANDS)
    return True


def get_my_commands(call: Call) -> list[dict[str, Any]]:
    """Tell the commands of a scope and language."""
    return call.desk.profile.commands.get(_scope(call), [])


def delete_my_commands(call: Call) -> bool:
    """Forget the commands of a scope and language."""
    call.desk.profile.commands.pop(_scope(call), None)
    call.world.changes.announce(Matter.COMMANDS)
    return True


def _scope(call: Call) -> tuple[str, str]:
    scope = call.parameters.object("scope") or {"type": "default"}
    written = orjson.dumps(scope, option=orjson.OPT_SORT_KEYS).decode()
    return written, call.parameters.text("language_code")
