"""Somebody taps a button under a bot's message."""

from sandbox.acts.errors import ImpossibleError
from sandbox.shapes.messages import message_shape
from sandbox.shapes.users import user_shape
from sandbox.world.messages import Button, Message
from sandbox.world.queries import Query
from sandbox.world.users import Bot, User
from sandbox.world.world import World


def tap(world: World, who: User, message: Message, label: str) -> Query:
    """Press the button with this text or callback data, and return the query it opens.

    The bot learns the real person, also where they administer the chat anonymously.
    """
    current = message.chat.messages.get(message.id)
    if current is None:
        raise ImpossibleError("the message is gone")
    return press(world, who, current, _button(current, label).data)


def press(world: World, who: User, message: Message, data: str) -> Query:
    """Send callback data under a message, as a forged client may, whatever its buttons are."""
    if not message.chat.member(who).is_present:
        raise ImpossibleError(f"{who.name} is not in the chat")
    bot = world.users[message.sender.id]
    if not isinstance(bot, Bot):
        raise ImpossibleError("only bots' messages have buttons")
    query = world.queries.open((bot, who, message), data, world.clock.timestamp())
    payload = {
        "id": query.id,
        "from": user_shape(who),
        "message": message_shape(message),
        # Opaque in Telegram: the same for a chat, but never its number.
        "chat_instance": str(message.chat.id * 7_919),
        "data": data,
    }
    world.offer(bot, "callback_query", payload, message.chat)
    return query


def _button(message: Message, label: str) -> Button:
    for button in message.buttons:
        if button.data and label in (button.text, button.data):
            return button
    offered = ", ".join(button.text for button in message.buttons) or "none"
    raise ImpossibleError(f"no button {label!r} under the message; there are: {offered}")
