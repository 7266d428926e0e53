"""The form of an answer: a reply to a question, or a redrawn message under a tapped button."""

from markupsafe import Markup

from commands.incoming import Said, Tapped
from domain.delivery import Edit, Keyboard, Outgoing, PopUp, Post


def answer(said: Said, html: Markup, keyboard: Keyboard = ()) -> Post:
    """Answer what was said: as a reply in a group, as a plain message in private.

    A question that is edited is not answered a second time.
    """
    return Post(
        chat=said.chat.id,
        html=html,
        dedupe=f"answer:{said.chat.id}:{said.message}",
        reply_to=None if said.chat.private else said.message,
        thread=said.thread,
        keyboard=keyboard,
    )


def redraw(
    tapped: Tapped, html: Markup, keyboard: Keyboard = (), pop_up: str = ""
) -> list[Outgoing]:
    """Put a new text and new buttons in the place of the tapped message."""
    edit = Edit(
        chat=tapped.chat.id,
        html=html,
        post=f"message:{tapped.chat.id}:{tapped.message}",
        keyboard=keyboard,
        message=tapped.message,
    )
    return [edit, PopUp(tapped.tap, pop_up)]
