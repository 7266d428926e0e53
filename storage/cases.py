"""Cases as they stand, their papers, and the questions asked of them."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime

from sqlalchemy import ColumnElement, String, and_, bindparam, or_, select, type_coerce
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ballots import Paper
from domain.case import Case
from domain.kinds import OPEN_STATES, CaseKind, Level, State
from storage.hot import run, run_many
from storage.tables.cases import JOINED, BallotRow, CaseRow
from storage.upsert import upsert

PAGE = 20


@dataclass(frozen=True, slots=True)
class Filter:
    """Which cases are meant; what is None or empty does not narrow."""

    groups: frozenset[int] = frozenset()
    states: frozenset[State] = frozenset()
    kind: CaseKind | None = None
    category: str | None = None
    urgent: bool | None = None
    level: Level | None = None
    requester: int | None = None
    handler: int | None = None
    overdue_at: datetime | None = None


_CASE_NAMES = tuple(field.name for field in fields(Case))
_PAPER_NAMES = tuple(field.name for field in fields(Paper))
_CHANGING = (*_CASE_NAMES[1:], "steps")
_CASES = select(*(getattr(CaseRow, name) for name in _CASE_NAMES))
_ONE = _CASES.add_columns(CaseRow.steps).where(CaseRow.number == bindparam("wanted"))
_LOCKED = _ONE.with_for_update()
_PAPERS = (
    select(*(getattr(BallotRow, name) for name in _PAPER_NAMES))
    .where(BallotRow.case == bindparam("wanted"))
    .order_by(BallotRow.round, BallotRow.asked_at, BallotRow.requester)
)


class Cases:
    """All cases, in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, number: int) -> Case | None:
        """Return the case of this number."""
        rows = await run(self._connection, _ONE, {"wanted": number})
        return Case(*rows[0][:-1]) if rows else None

    async def lock(self, number: int) -> tuple[Case, int] | None:
        """Return the case, which nobody else can move until this work is done, and its steps."""
        rows = await run(self._connection, _LOCKED, {"wanted": number})
        return (Case(*rows[0][:-1]), rows[0][-1]) if rows else None

    async def papers(self, number: int) -> tuple[Paper, ...]:
        """Return the papers of a case, in the order they were asked."""
        rows = await run(self._connection, _PAPERS, {"wanted": number})
        return tuple(Paper(*row) for row in rows)

    async def open_of(self, group: int) -> tuple[Case, ...]:
        """Return the open cases of a group, the nearest deadline first."""
        return await self._all(CaseRow.group == group, _is_open())

    async def overdue(self, group: int, now: datetime) -> tuple[Case, ...]:
        """Return the open cases of a group past their deadline, the longest overdue first."""
        return await self._all(CaseRow.group == group, _is_open(), CaseRow.due_at < now)

    async def of_requester(self, user: int) -> tuple[Case, ...]:
        """Return the cases somebody asked for, alone or jointly, the nearest deadline first."""
        return await self._all(_asked_by(user))

    async def of_handler(self, user: int) -> tuple[Case, ...]:
        """Return the open cases somebody has to settle, the nearest deadline first."""
        return await self._all(CaseRow.handler == user, _is_open())

    async def search(
        self, wanted: Filter, *, before: int | None = None, limit: int = PAGE
    ) -> tuple[Case, ...]:
        """Return one page of cases, the newest first; `before` is the last page's last number."""
        query = _CASES.where(*_conditions(wanted)).order_by(CaseRow.number.desc()).limit(limit)
        if before is not None:
            query = query.where(CaseRow.number < before)
        return tuple(Case(*row) for row in await self._connection.execute(query))

    async def write(self, case: Case, steps: int) -> None:
        """Keep a case; only `storage.record` calls this, beside the ledger's events."""
        row = {name: getattr(case, name) for name in _CASE_NAMES} | {"steps": steps}
        statement = upsert(CaseRow, self._connection.dialect, *_CHANGING)
        await run(self._connection, statement, row)

    async def write_papers(self, papers: tuple[Paper, ...]) -> None:
        """Keep papers; only `storage.record` calls this, beside the ledger's events."""
        statement = upsert(BallotRow, self._connection.dialect, *_PAPER_NAMES[3:])
        await run_many(self._connection, statement, [asdict(paper) for paper in papers])

    async def _all(self, *conditions: ColumnElement[bool]) -> tuple[Case, ...]:
        query = _CASES.where(*conditions).order_by(CaseRow.due_at, CaseRow.number)
        return tuple(Case(*row) for row in await self._connection.execute(query))


def _is_open() -> ColumnElement[bool]:
    return CaseRow.state.in_(sorted(OPEN_STATES))


def _asked_by(user: int) -> ColumnElement[bool]:
    joined = and_(JOINED, type_coerce(CaseRow.joined, String).like(f"%,{user},%"))
    return or_(CaseRow.requester == user, joined)


def _conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    equal = {
        CaseRow.kind: wanted.kind,
        CaseRow.category: wanted.category,
        CaseRow.urgent: wanted.urgent,
        CaseRow.level: wanted.level,
        CaseRow.handler: wanted.handler,
    }
    conditions = [column == value for column, value in equal.items() if value is not None]
    if wanted.groups:
        conditions.append(CaseRow.group.in_(sorted(wanted.groups)))
    if wanted.states:
        conditions.append(CaseRow.state.in_(sorted(wanted.states)))
    if wanted.requester is not None:
        conditions.append(_asked_by(wanted.requester))
    if wanted.overdue_at is not None:
        conditions += [_is_open(), CaseRow.due_at < wanted.overdue_at]
    return conditions
