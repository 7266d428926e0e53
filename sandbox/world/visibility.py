"""Which messages a bot sees: Telegram's privacy mode."""

from sandbox.texts import utf16
from sandbox.world.messages import Message
from sandbox.world.users import Bot


def sees(bot: Bot, message: Message) -> bool:
    """Tell whether a bot receives a message of its chat; never its own or another bot's."""
    # Hidden administrators and channels come as bots of Telegram's, and are people all the same.
    if message.sender.is_bot and message.author.chat is None:
        return False
    if not message.chat.is_group or not bot.privacy or message.body.service:
        return True
    if message.chat.member(bot).is_administrator:
        return True
    return _concerns(bot, message)


def _concerns(bot: Bot, message: Message) -> bool:
    replied = message.replied
    if replied is not None and replied.sender.id == bot.id:
        return True
    if message.via is not None and message.via.id == bot.id:
        return True
    return _is_command_for(bot, message)


def _is_command_for(bot: Bot, message: Message) -> bool:
    first = next(iter(message.body.entities), None)
    if first is None or first.type != "bot_command" or first.offset != 0:
        return False
    addressee = utf16.cut(message.text, 0, first.length).partition("@")[2]
    return addressee.casefold() in ("", bot.username.casefold())
