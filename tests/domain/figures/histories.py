"""Random histories of a small neighbourhood, with everything awkward that can befall a case."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from domain.events import (
    Absorbed,
    Accepted,
    Answered,
    Asked,
    Assigned,
    CaseEvent,
    Closed,
    DeclineConfirmed,
    Declined,
    DeclineRefused,
    Entry,
    Escalated,
    Extended,
    Merged,
    Opened,
    Rated,
    Reopened,
    Resolved,
    Responded,
    Reworded,
    Story,
    Transferred,
    Voided,
    VoidProposed,
    Withdrawn,
)
from domain.kinds import CaseKind, Cause, Level, Line
from tests.domain.figures.telling import MONDAY, WORDS, days

LEADERS = (201, 202, 301)
GROUPS = (1, 2)
# Quarter days make moments meet, so that every boundary is hit often.
QUARTER = timedelta(hours=6)


@dataclass
class Live:
    """A case while its history is being made up."""

    number: int
    start: datetime
    due: datetime
    state: str
    people: list[int]
    entries: list[Entry]
    round: int = 0
    rate_until: datetime = MONDAY

    def add(self, at: datetime, actor: int | None, event: CaseEvent, *, held: bool = False) -> None:
        """Append an entry to the case's story."""
        self.entries.append(Entry(at, actor, event, role_held=held))


@dataclass
class Neighbourhood:
    """All cases so far, the moment, and the dice."""

    dice: Random
    now: datetime
    cases: list[Live]

    def anyone(self) -> int:
        """Return one of the role-holders."""
        return self.dice.choice(LEADERS)


def history(seed: int) -> tuple[Story, ...]:
    """Make up a history of up to eight weeks; the same one for the same seed."""
    dice = Random(seed)  # noqa: S311 - dice for a test, no secret
    town = Neighbourhood(dice, MONDAY, [])
    for _ in range(dice.randrange(20, 300)):
        town.now += QUARTER * dice.choice((0, 0, 0, 1, 1, 2))
        _happen(town)
    return tuple(Story(case.number, _recorded_late(dice, case.entries)) for case in town.cases)


def _happen(town: Neighbourhood) -> None:
    if not town.cases or town.dice.random() < 0.12:
        _open(town)
        return
    case = town.dice.choice(town.cases)
    possible = _POSSIBLE.get(case.state)
    if possible:
        town.dice.choice(possible)(town, case)


def _open(town: Neighbourhood) -> None:
    late = QUARTER * town.dice.choice((0, 0, 0, 1, 3, 8, 30, 40))
    line = town.dice.choice((Line.RESIDENTS, Line.RESIDENTS, Line.PATROL))
    requester = town.dice.randrange(101, 106) if line is Line.RESIDENTS else None
    start = town.now - late
    event = Opened(
        group=town.dice.choice(GROUPS),
        kind=CaseKind.DEMAND,
        line=line,
        requester=requester,
        started_at=start,
        due_at=start + days(town.dice.choice((7, 7, 2))),
        respond_by=start + days(1),
        words=WORDS,
        handler=town.dice.choice((None, *LEADERS)),
    )
    people = [] if requester is None else [requester]
    case = Live(len(town.cases) + 1, start, event.due_at, "open", people, [])
    case.add(town.now, town.dice.choice((requester, town.anyone())), event)
    town.cases.append(case)


def _accept(town: Neighbourhood, case: Live) -> None:
    case.state = "open"
    case.add(town.now, who := town.anyone(), Accepted(who), held=True)


def _assign(town: Neighbourhood, case: Live) -> None:
    case.state = "open"
    case.add(town.now, town.anyone(), Assigned(town.anyone()), held=True)


def _note(town: Neighbourhood, case: Live) -> None:
    held = town.dice.random() < 0.5
    event = town.dice.choice((Responded(), Reworded(WORDS)))
    case.add(town.now, town.dice.choice((*case.people, town.anyone())), event, held=held)


def _escalate(town: Neighbourhood, case: Live) -> None:
    case.add(town.now, None, Escalated(Level.COMMUNITY))


def _ask(town: Neighbourhood, case: Live) -> None:
    case.state = "waiting"
    case.add(town.now, town.anyone(), Asked(WORDS), held=True)


def _answer(town: Neighbourhood, case: Live) -> None:
    case.state = "open"
    case.add(town.now, case.people[0] if case.people else None, Answered(WORDS))


def _resolve(town: Neighbourhood, case: Live) -> None:
    case.state = "resolved"
    case.round += 1
    case.rate_until = town.now + days(7)
    event = Resolved(WORDS, case.round, case.rate_until)
    case.add(town.now, town.anyone(), event, held=True)


def _decline(town: Neighbourhood, case: Live) -> None:
    case.state = "declined"
    case.add(town.now, town.anyone(), Declined(WORDS), held=True)


def _confirm(town: Neighbourhood, case: Live) -> None:
    case.state = "closed"
    at = town.now + days(town.dice.choice((0, 0, 6, 7, 8)))
    case.add(at, town.dice.choice((*LEADERS, 302, 302)), DeclineConfirmed(), held=True)


def _refuse(town: Neighbourhood, case: Live) -> None:
    case.state = "open"
    case.add(town.now, 302, DeclineRefused(), held=True)


def _withdraw(town: Neighbourhood, case: Live) -> None:
    if not case.people:
        return
    who = town.dice.choice(case.people)
    case.add(town.now, who, Withdrawn())
    case.people.remove(who)
    case.state = case.state if case.people else "withdrawn"


def _merge(town: Neighbourhood, case: Live) -> None:
    """End a case in another open one, which hears of each of its requesters."""
    others = [other for other in town.cases if other is not case and other.state == "open"]
    if not others:
        return
    into = town.dice.choice(others)
    leader = town.anyone()
    case.state = "merged"
    case.add(town.now, leader, Merged(into.number), held=True)
    joining: list[int | None] = [*case.people] or [None]
    for person in joining:
        event = Absorbed(case.number, person, case.start, case.due)
        into.add(town.now, leader, event, held=True)
    into.people += [person for person in case.people if person not in into.people]
    if town.now < case.due:
        into.start, into.due = min(into.start, case.start), min(into.due, case.due)


def _extend(town: Neighbourhood, case: Live) -> None:
    until = case.due + days(town.dice.choice((1, 3, 10)))
    case.add(town.now, 302, Extended(until), held=True)


def _transfer(town: Neighbourhood, case: Live) -> None:
    case.add(town.now, 301, Transferred(town.dice.choice(GROUPS)), held=True)


def _void(town: Neighbourhood, case: Live) -> None:
    case.add(town.now, 201, VoidProposed(), held=True)
    if len(case.entries) == 2:
        case.state = "void"
        case.add(town.now, 202, Voided(), held=True)


def _rate(town: Neighbourhood, case: Live) -> None:
    at = town.now + days(town.dice.choice((0, 1)))
    edge = at >= case.rate_until and town.dice.random() < 0.5
    vote = Rated(case.round, town.dice.randrange(1, 6), at_the_edge=edge)
    voter = town.dice.choice((*case.people, *case.people, *case.people, 999))
    case.add(at, voter, vote, held=town.dice.random() < 0.1)


def _reopen(town: Neighbourhood, case: Live) -> None:
    case.state = "open"
    actor = case.people[0] if case.people else 301
    case.add(town.now, actor, Reopened(Cause.NOT_SOLVED, town.now + days(3)))


def _close(town: Neighbourhood, case: Live) -> None:
    case.state = "closed" if case.state == "resolved" else "over"
    case.add(town.now, None, Closed())


def _recorded_late(dice: Random, entries: list[Entry]) -> tuple[Entry, ...]:
    """Date some entries before those recorded ahead of them, as after an outage."""
    opened = entries[0]
    return opened, *(
        replace(entry, at=max(opened.at, entry.at - QUARTER * dice.choice((0,) * 9 + (5,))))
        for entry in entries[1:]
    )


_WORK: tuple[Callable[[Neighbourhood, Live], None], ...] = (
    *(_accept, _assign, _note, _escalate, _extend, _transfer, _void),
    *(_resolve, _resolve, _resolve, _resolve, _resolve, _decline, _withdraw, _merge),
)
_POSSIBLE: dict[str, tuple[Callable[[Neighbourhood, Live], None], ...]] = {
    "open": (*_WORK, _ask),
    "waiting": (*_WORK, _answer, _answer),
    "resolved": (_rate, _rate, _rate, _rate, _rate, _reopen, _close),
    "closed": (_reopen,),
    "declined": (_confirm, _confirm, _refuse, _reopen),
}
