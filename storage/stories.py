"""Stories of cases, read from the ledger, for figures and full records."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import cast

from sqlalchemy import ColumnElement, Row, Select, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.events import CaseEvent, Entry, Story
from domain.figures.handling import OPENED_WITHIN
from domain.ledger import decode
from domain.roles import Scope, ScopeKind
from storage.ledger import chain_of
from storage.tables.cases import BallotRow, CaseRow
from storage.tables.ledger import MOVED, LedgerRow

_ENTRIES = select(
    LedgerRow.case,
    LedgerRow.kind,
    LedgerRow.data,
    LedgerRow.at,
    LedgerRow.actor,
    LedgerRow.role_held,
).order_by(LedgerRow.case, LedgerRow.step)

Told = Row[int | None, str, str, datetime, int | None, bool]


@dataclass(frozen=True, slots=True)
class Span:
    """A period `[start, end)`, seen as of a moment."""

    start: datetime
    end: datetime
    as_of: datetime


class Stories:
    """What happened to cases, in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def one(self, number: int) -> Story | None:
        """Return everything that happened to one case."""
        stories = await self._told(_ENTRIES.where(LedgerRow.case == number))
        return stories[0] if stories else None

    async def touching(self, span: Span, groups: Collection[int]) -> tuple[Story, ...]:
        """Return the stories that can matter to the figures of these groups over a period.

        Those are of cases that are or were in one of them: opened in the twelve weeks before the
        moment, counting in the period, or open, moved or with a paper's window somewhere in it.
        """
        numbers = _in_scope(groups).where(_matters(span))
        return await self._told(_ENTRIES.where(LedgerRow.case.in_(numbers)))

    async def _told(
        self, query: Select[int | None, str, str, datetime, int | None, bool]
    ) -> tuple[Story, ...]:
        return tuple(_stories(await self._connection.execute(query)))


def _in_scope(groups: Collection[int]) -> Select[int]:
    chains = [chain_of(Scope(ScopeKind.GROUP, group)) for group in groups]
    left = select(LedgerRow.case).where(MOVED, LedgerRow.chain.in_(chains))
    return select(CaseRow.number).where(or_(CaseRow.group.in_(groups), CaseRow.number.in_(left)))


def _matters(span: Span) -> ColumnElement[bool]:
    in_window = select(BallotRow.case).where(
        BallotRow.closes_at >= span.start, BallotRow.asked_at < span.end
    )
    return or_(
        CaseRow.opened_at.between(span.as_of - OPENED_WITHIN, span.as_of),
        CaseRow.opened_at.between(span.start, span.end),
        CaseRow.counts_at.between(span.start, span.end),
        CaseRow.respond_by.between(span.start, span.end),
        CaseRow.outcome_at.is_(None) & (CaseRow.opened_at < span.end),
        CaseRow.outcome_at >= span.start,
        CaseRow.number.in_(in_window),
    )


def _stories(rows: Iterable[Told]) -> Iterator[Story]:
    for number, told in groupby(rows, key=lambda row: row.case):
        if number is not None:
            yield Story(number, tuple(_entry(row) for row in told))


def _entry(row: Told) -> Entry:
    return Entry(row.at, row.actor, cast("CaseEvent", decode(row.kind, row.data)), row.role_held)
