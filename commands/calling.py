"""New messages in a group, which come only when somebody has to act."""

from markupsafe import Markup

from commands.context import Context
from commands.incoming import Said
from domain.case import Case
from domain.delivery import Post, Purpose
from domain.text import clip
from reports.case_words import named
from storage.groups import Group

MOST_NAME = 64


async def call(context: Context, group: Group, case: Case, dedupe: str, html: Markup) -> Post:
    """Say something about a case in its group, below the words that opened it."""
    return Post(
        chat=group.chat,
        html=html,
        dedupe=dedupe,
        purpose=Purpose.NOTICE,
        case=case.number,
        reply_to=await origin(context, group, case),
    )


async def origin(context: Context, group: Group, case: Case) -> int | None:
    """Return the message whose words opened the case."""
    own = await context.work.posts.of_case(case.number, None)
    return min((post.message for post in own if post.chat == group.chat), default=None)


async def called(context: Context, user: int | None) -> Markup:
    """Name somebody so that Telegram tells them."""
    names = await context.work.people.names([user] if user else [])
    return named(user, clip(names.get(user or 0, "…"), MOST_NAME))


def once(kind: str, said: Said) -> str:
    """Return a key under which one message has only one such consequence."""
    return f"{kind}:{said.chat.id}:{said.message}"
