"""The record of a case for who may read it; a number that is not theirs to know does not exist."""

from markupsafe import Markup

from commands.actor import actor_in
from commands.case_pages import telling_of
from commands.context import Context
from commands.handled import handled_by
from commands.incoming import Said
from commands.meant import LARGEST, not_here
from commands.one_line import OneLine
from domain.case import Case
from domain.events import Story, Words
from domain.roles import Actor, Role
from reports.case_record import Record, record_text
from storage.groups import Group


async def record_asked(context: Context, said: Said, number: int) -> Markup:
    """Return the record of a case: in its group what was said, in private the whole.

    Raises OneLine, the same for a strange number and for one of another group.
    """
    case = await context.work.cases.get(number) if number <= LARGEST else None
    group = await context.work.groups.get(case.group) if case else None
    story = await context.work.stories.one(number) if group else None
    if case is None or group is None or story is None:
        raise OneLine(not_here(context, number))
    reader = await actor_in(context, said.sender, group)
    if not _may_read(context, said, case, reader):
        raise OneLine(not_here(context, number))
    return record_text(telling_of(context), await _record(context, case, group, story, reader))


def _may_read(context: Context, said: Said, case: Case, reader: Actor) -> bool:
    if not said.chat.private:
        return context.group is not None and context.group.id == case.group
    return reader.role is not None or reader.id in case.requesters


async def _record(
    context: Context, case: Case, group: Group, story: Story, reader: Actor
) -> Record:
    whole = context.group is None
    people = {entry.actor for entry in story.entries} | {case.handler}
    named = [person for person in people if person is not None] if whole else []
    return Record(
        case=case,
        group=group.title,
        entries=story.entries,
        texts=await context.work.texts.read(_digests(story)),
        names=await context.work.people.names(named),
        whole=whole,
        ballots=whole and _sees_ballots(case, story, reader),
    )


def _sees_ballots(case: Case, story: Story, reader: Actor) -> bool:
    """Scores are for the only requester's own eyes and the community's, never a handler's."""
    if reader.id in handled_by(story):
        return False
    return reader.at_least(Role.MEMBER) or case.requesters == (reader.id,)


def _digests(story: Story) -> list[str]:
    words = (getattr(entry.event, "words", None) for entry in story.entries)
    return [each.digest for each in words if isinstance(each, Words)]
