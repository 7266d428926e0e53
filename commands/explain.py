"""Explain: a requester says in private what was not right; the committee reads it."""

from dataclasses import replace

from commands.answers import answer
from commands.context import Context
from commands.incoming import Said
from commands.level_above import tell_of_reason
from commands.one_line import OneLine
from commands.scene import Scene, happens, scene_of
from domain import voting
from domain.delivery import Outgoing
from domain.grammar import Reading
from domain.voting import Tap


async def ask_why(context: Context, said: Said, _reading: Reading, number: int) -> list[Outgoing]:
    """Ask for the reason, when somebody followed the link below the request to rate."""
    scene = await scene_of(context, number, said.sender)
    papers = await context.work.cases.papers(number)
    voting.open_paper(scene.case, papers, scene.actor, _tap(said))
    await context.work.memory.keep(_key(said), str(number))
    html = context.say(
        "What was not right about №{n}, or what should the committee know? "
        "Write it here, in one message; your group does not see it.\n#case{n}",
        n=number,
    )
    return [replace(answer(said, html), case=number)]


async def awaited(context: Context, said: Said) -> int | None:
    """Return the case whose reason the next message of this private chat is."""
    number = await context.work.memory.recall(_key(said)) if said.chat.private else None
    return int(number) if number else None


async def explain(context: Context, said: Said, reading: Reading, number: int) -> list[Outgoing]:
    """Take the reason, and tell the level above."""
    scene = await scene_of(context, number, said.sender)
    papers = await context.work.cases.papers(number)
    await context.work.memory.keep(_key(said), "")
    voting.open_paper(scene.case, papers, scene.actor, _tap(said))
    if not reading.text:
        raise OneLine(
            context.say("I can pass on written words only. №{n} stays as it is.", n=number)
        )
    words = await context.work.texts.seal(reading.text)
    event = voting.explain(scene.case, papers, scene.actor, _tap(said), words)
    await happens(context, scene, event)
    thanks = context.say("Thank you. The committee reads it. #case{n}", n=number)
    return [answer(said, thanks), *await _above(context, said, scene, reading.text)]


async def _above(context: Context, said: Said, scene: Scene, words: str) -> list[Outgoing]:
    return await tell_of_reason(context, scene, words, f"why:{said.chat.id}:{said.message}")


def _tap(said: Said) -> Tap:
    return Tap(said.at, said.at)


def _key(said: Said) -> str:
    return f"why:{said.chat.id}"
