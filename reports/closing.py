"""Closed weeks are frozen: provisional when first told, final a week later, restated after that."""

import json
from dataclasses import dataclass

from domain.figures import Figures, to_json
from domain.ledger import canonical
from domain.periods import Period
from domain.roles import Scope, ScopeKind
from reports.books import Books
from reports.changes import Change, changes
from storage.affairs import freeze
from storage.evolving import By
from storage.snapshots import Snapshot
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Restated:
    """A week whose figures no longer are as printed, and what is different."""

    week: Period
    changes: tuple[Change, ...]


async def is_closed(work: Work, scope: Scope, week: Period) -> bool:
    """Whether the figures of a week were frozen before."""
    return bool(await work.snapshots.of_period(scope, week.start, week.end))


async def close_week(
    work: Work, scope: Scope, groups: frozenset[int], books: Books
) -> tuple[Restated, ...]:
    """Freeze a week as provisional, the one before as final; return what had to be restated."""
    scopes = {scope, *(Scope(ScopeKind.GROUP, group) for group in groups)}
    heads = canonical(await work.ledger.heads(scopes))
    await _keep(work, _snapshot(scope, books.week, heads))
    restated = [await _settled(work, scope, earlier, heads) for earlier in books.before]
    return tuple(each for each in restated if each is not None)


async def _settled(work: Work, scope: Scope, now: Figures, heads: str) -> Restated | None:
    """Hold an earlier week against what was kept of it; a provisional one becomes final."""
    kept = await work.snapshots.of_period(scope, now.period.start, now.period.end)
    if not kept:
        return None
    found = changes(json.loads(kept[-1].figures), to_json(now))
    if found:
        await _keep(work, _snapshot(scope, now, heads, restates=kept[-1].id))
        return Restated(now.period, found)
    if len(kept) == 1:
        await _keep(work, _snapshot(scope, now, heads))
    return None


async def _keep(work: Work, snapshot: Snapshot) -> None:
    await freeze(work, snapshot, By(snapshot.as_of))


def _snapshot(scope: Scope, figures: Figures, heads: str, restates: int | None = None) -> Snapshot:
    return Snapshot(
        scope=scope,
        start=figures.period.start,
        end=figures.period.end,
        as_of=figures.as_of,
        definition=figures.version,
        figures=canonical(to_json(figures)),
        heads=heads,
        restates=restates,
    )
