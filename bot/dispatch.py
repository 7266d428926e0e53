"""From what reaches the bot to the command it asks for, and to what is said."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from markupsafe import Markup

from bot.choosing import choose
from bot.placing import placed
from bot.surroundings import Deployment, in_group, in_private
from bot.tables import TAPS
from commands.answers import answer
from commands.context import Context
from commands.incoming import Incoming, Said, SenderKind, Tapped
from commands.meant import heard
from commands.one_line import OneLine
from commands.refusals import RECORDED, refusal
from domain.codes import read_code
from domain.delivery import Outgoing, PopUp
from domain.moves import Refused
from domain.text import clip
from reports.case_words import case_tag
from storage.memory import Refusal
from storage.work import Work

MOST_POP_UP = 200
MOST_WHAT = 64
_HEARD = frozenset({SenderKind.PERSON, SenderKind.THE_GROUP})


class Dispatch:
    """Handles one incoming value at a time, within the caller's unit of work."""

    def __init__(self, deployment: Deployment) -> None:
        self._deployment = deployment

    async def handle(self, work: Work, incoming: Incoming) -> Sequence[Outgoing]:
        """Do what is asked for, and return what is to be said."""
        context = self._deployment.context(work, _moment(incoming))
        if isinstance(incoming, Said):
            return await _said(context, incoming)
        if isinstance(incoming, Tapped):
            return await _tapped(context, incoming)
        return await placed(context, incoming)


def _moment(incoming: Incoming) -> datetime:
    if isinstance(incoming, Said) and incoming.edited_at is not None:
        return incoming.edited_at
    return incoming.at


async def _said(context: Context, said: Said) -> Sequence[Outgoing]:
    if said.forwarded or said.sender.kind not in _HEARD:
        return []
    context = await _within(context, said)
    reading = await heard(context, said)
    command = await choose(context, said, reading)
    if command is None:
        return []
    try:
        return await command(context, said, reading)
    except OneLine as end:
        return [answer(said, end.line)]
    except Refused as refused:
        await _note(context, said, refused)
        line, tag = refusal(context.say, refused), case_tag(context.say, refused.case.number)
        return [answer(said, Markup("{} {}").format(line, tag))]


async def _tapped(context: Context, tapped: Tapped) -> Sequence[Outgoing]:
    context = await _within(context, tapped)
    verb, arguments = read_code(tapped.code)
    try:
        return await TAPS.get(verb, _outdated)(context, tapped, arguments)
    except OneLine as end:
        await context.work.refusals.note(_noted(context, tapped, verb))
        return [_pop_up(tapped, end.line)]
    except Refused as refused:
        await _note(context, tapped, refused)
        return [_pop_up(tapped, refusal(context.say, refused))]


async def _outdated(
    context: Context, _tapped: Tapped, _arguments: tuple[str, ...]
) -> list[Outgoing]:
    raise OneLine(context.say("This button is of no use any more."))


async def _within(context: Context, incoming: Said | Tapped) -> Context:
    if incoming.chat.private:
        return await in_private(context, incoming.sender)
    return await in_group(context, incoming.chat)


async def _note(context: Context, incoming: Said | Tapped, refused: Refused) -> None:
    """Record who tried what they may not; a move that only comes too late is no such thing."""
    if refused.because in RECORDED:
        noted = _noted(context, incoming, refused.move)
        await context.work.refusals.note(replace(noted, case=refused.case.number))


def _noted(context: Context, incoming: Said | Tapped, what: str) -> Refusal:
    return Refusal(context.now, incoming.chat.id, incoming.sender.id, clip(what, MOST_WHAT))


def _pop_up(tapped: Tapped, line: Markup) -> PopUp:
    return PopUp(tapped.tap, clip(line.striptags(), MOST_POP_UP), alert=True)
