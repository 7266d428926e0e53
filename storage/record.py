"""The one way a case changes: its events go into the ledger, and its row and papers follow."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from domain.ballots import Paper, evolve_papers
from domain.case import Case, evolve
from domain.events import Entry
from domain.roles import Scope, ScopeKind
from storage.ledger import Happening
from storage.work import Work


@dataclass(slots=True)
class _Telling:
    """A case while its entries are told, and which group's chain each of them goes into."""

    number: int
    case: Case | None
    steps: int
    papers: tuple[Paper, ...]
    happenings: list[tuple[int, Happening]] = field(default_factory=list)

    def tell(self, entry: Entry) -> None:
        """Let one entry happen to the case."""
        before = self.case
        self.case = evolve(before, self.number, entry)
        if before is not None:
            self.papers = evolve_papers(self.papers, before, entry)
        self.steps += 1
        # A transfer is the last word of the group that the case leaves.
        group = before.group if before is not None else self.case.group
        self.happenings.append((group, _happening(entry, self.number, self.steps)))


async def record(work: Work, number: int | None, entries: Sequence[Entry]) -> Case:
    """Record what happened to a case, and return it as it then stands.

    Without a number the first entry opens a new case, which gets the next one. Raises LookupError
    when there is no such case, and ValueError when there is nothing to record.
    """
    if not entries:
        raise ValueError("nothing to record")
    telling = await _new(work) if number is None else await _known(work, number)
    asked = telling.papers
    for entry in entries:
        telling.tell(entry)
    return await _written(work, telling, asked)


async def _new(work: Work) -> _Telling:
    return _Telling(await work.counters.next("case"), None, 0, ())


async def _known(work: Work, number: int) -> _Telling:
    locked = await work.cases.lock(number)
    if locked is None:
        raise LookupError(f"there is no case {number}")
    case, steps = locked
    papers = await work.cases.papers(number) if case.rounds else ()
    return _Telling(number, case, steps, papers)


async def _written(work: Work, telling: _Telling, asked: tuple[Paper, ...]) -> Case:
    if telling.case is None:
        raise ValueError("nothing to record")
    for group, told in groupby(telling.happenings, key=lambda pair: pair[0]):
        scope = Scope(ScopeKind.GROUP, group)
        await work.ledger.append(scope, [happening for _, happening in told])
    await work.cases.write(telling.case, telling.steps)
    await work.cases.write_papers(tuple(p for p in telling.papers if p not in asked))
    return telling.case


def _happening(entry: Entry, number: int, step: int) -> Happening:
    return Happening(entry.at, entry.actor, entry.event, entry.role_held, number, step)
