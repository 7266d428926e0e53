"""Stories put into the ledger, so that reports can be read from a database."""

from collections.abc import Iterable
from dataclasses import replace

from domain.case import Case
from domain.events import Entry, Opened, Resolved, Story
from storage.affairs import add_group
from storage.evolving import By
from storage.groups import Group
from storage.record import record
from storage.work import Work
from tests.domain.figures.telling import day

CHAT = -1001


async def a_group(work: Work, title: str = "翠苑三区", chat: int = CHAT) -> Group:
    """Add a group that joined the day before the Monday."""
    return await add_group(work, chat, title, By(day(-1)))


async def keep(work: Work, group: Group, stories: Iterable[Story]) -> list[int]:
    """Record stories in a group, and return the numbers of their cases."""
    return [await _keep(work, group, story) for story in stories]


async def add(work: Work, group: Group, number: int, entry: Entry) -> Case:
    """Record one more thing that happened to a case."""
    return await record(work, number, [await _kept(work, group, entry)])


async def _keep(work: Work, group: Group, story: Story) -> int:
    entries = [await _kept(work, group, entry) for entry in story.entries]
    return (await record(work, None, entries)).number


async def _kept(work: Work, group: Group, entry: Entry) -> Entry:
    if isinstance(entry.event, Opened):
        words = await work.texts.seal("路灯坏了")
        return replace(entry, event=replace(entry.event, group=group.id, words=words))
    if isinstance(entry.event, Resolved):
        return replace(entry, event=replace(entry.event, words=await work.texts.seal("已修好")))
    return entry
