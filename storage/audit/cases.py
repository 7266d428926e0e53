"""Cases and papers: each one's events told again, and its rows compared with the outcome."""

from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import Any, cast

from sqlalchemy import Select, select, type_coerce
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import NullType

from domain.ballots import Paper, evolve_papers
from domain.case import Case, evolve
from domain.events import CaseEvent, Entry, Opened, Words
from domain.ledger import decode
from domain.roles import Scope, ScopeKind
from storage.audit.findings import Comparison, Finding, Stored, as_stored, read_row
from storage.ledger import chain_of
from storage.tables.cases import BallotRow, CaseRow
from storage.tables.ledger import LedgerRow, TextRow

PAGE = 200
LOWEST, HIGHEST = -(2**63), 2**63 - 1
NUMBERS = (LedgerRow.case, CaseRow.number, BallotRow.case)


class Untellable(Exception):  # noqa: N818 - it says what the story is
    """A case's events do not make a story; the finding says where it breaks."""

    def __init__(self, row: Stored, what: str) -> None:
        super().__init__(what)
        key = f"{row['chain']}/{row['position']}"
        self.finding = Finding("ledger", key, "step", what)


@dataclass(slots=True)
class Told:
    """A case as its events tell it."""

    case: Case | None = None
    papers: tuple[Paper, ...] = ()
    steps: int = 0
    digests: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Page:
    """Everything kept of some cases, by their numbers."""

    links: dict[int, list[Stored]]
    cases: dict[int, Stored]
    ballots: dict[int, list[Stored]]


async def check_cases(connection: AsyncConnection) -> list[Finding]:
    """Find cases and papers that are not what their events make of them, and lost texts."""
    findings = [finding async for finding in _without_number(connection)]
    async for page in _pages(connection):
        digests: set[str] = set()
        for number in sorted(page.links | page.cases | page.ballots):
            findings += _check_case(connection, page, number, digests)
        findings += await _lost_texts(connection, digests)
    return findings


def _check_case(
    connection: AsyncConnection, page: Page, number: int, digests: set[str]
) -> list[Finding]:
    try:
        told = _tell(number, page.links.get(number, ()), connection)
    except Untellable as broken:
        return [broken.finding]
    digests |= told.digests
    cases = Comparison(CaseRow, connection.dialect)
    expected = asdict(told.case) | {"steps": told.steps} if told.case else None
    findings = list(cases.differences(f"№{number}", expected, page.cases.get(number)))
    return findings + list(_papers(connection, told.papers, page.ballots.get(number, [])))


def _papers(
    connection: AsyncConnection, papers: Iterable[Paper], kept: Iterable[Stored]
) -> Iterator[Finding]:
    ballots = Comparison(BallotRow, connection.dialect)
    expected = {(p.case, p.requester, p.round): asdict(p) for p in papers}
    found = {(row["case"], row["requester"], row["round"]): row for row in kept}
    for place in sorted(expected | found, key=str):
        key = "№{} by {} in round {}".format(*place)
        yield from ballots.differences(key, expected.get(place), found.get(place))


def _tell(number: int, links: Sequence[Stored], connection: AsyncConnection) -> Told:
    told = Told()
    for link in links:
        entry = _entry(link, connection)
        if link["step"] != told.steps + 1:
            raise Untellable(link, f"step {told.steps + 1} of №{number} should stand here")
        if link["chain"] != _home(told.case, entry):
            raise Untellable(link, f"№{number} was in another group")
        _go_on(told, number, entry, link)
    return told


def _go_on(told: Told, number: int, entry: Entry, link: Stored) -> None:
    before = told.case
    try:
        told.case = evolve(before, number, entry)
    except (ValueError, TypeError) as error:
        raise Untellable(link, str(error)) from error
    if before is not None:
        told.papers = evolve_papers(told.papers, before, entry)
    told.steps += 1
    told.digests |= _digests(entry.event)


def _entry(link: Stored, connection: AsyncConnection) -> Entry:
    try:
        values = read_row(LedgerRow, link, connection.dialect)
        event = cast("CaseEvent", decode(values["kind"], values["data"]))
    except ValueError as error:
        raise Untellable(link, str(error)) from error
    return Entry(values["at"], values["actor"], event, values["role_held"])


def _home(case: Case | None, entry: Entry) -> str | None:
    if case is not None:
        return chain_of(Scope(ScopeKind.GROUP, case.group))
    if isinstance(entry.event, Opened):
        return chain_of(Scope(ScopeKind.GROUP, entry.event.group))
    return None


def _digests(event: CaseEvent) -> set[str]:
    values = (getattr(event, each.name) for each in fields(event))
    return {value.digest for value in values if isinstance(value, Words)}


async def _lost_texts(connection: AsyncConnection, digests: set[str]) -> list[Finding]:
    query = select(TextRow.digest).where(TextRow.digest.in_(sorted(digests)))
    lost = digests - set((await connection.scalars(query)).all())
    return [Finding("texts", digest, None, "it is missing") for digest in sorted(lost)]


async def _without_number(connection: AsyncConnection) -> AsyncIterator[Finding]:
    """Find rows that no case's number leads to: to SQLite, letters are higher than any number."""
    for number in NUMBERS:
        query = select(type_coerce(number, NullType())).where(number > HIGHEST)
        for forged in (await connection.execute(query)).scalars():
            yield Finding(number.class_.__tablename__, f"№{forged}", number.key, "it is no number")


async def _pages(connection: AsyncConnection) -> AsyncIterator[Page]:
    numbers = await _numbers(connection, LOWEST)
    while numbers:
        yield await _page(connection, numbers[0], numbers[-1])
        numbers = await _numbers(connection, numbers[-1])


async def _numbers(connection: AsyncConnection, after: int) -> list[int]:
    """Return the next numbers that any of the three tables knows."""
    found: set[int] = set()
    for number in NUMBERS:
        within = (number > after) & (number <= HIGHEST)
        query = select(number).where(within).order_by(number).distinct().limit(PAGE)
        found.update(one for one in await connection.scalars(query) if one is not None)
    return sorted(found)[:PAGE]


async def _page(connection: AsyncConnection, first: int, last: int) -> Page:
    links = as_stored(LedgerRow).where(LedgerRow.case >= first, LedgerRow.case <= last)
    cases = as_stored(CaseRow).where(CaseRow.number >= first, CaseRow.number <= last)
    ballots = as_stored(BallotRow).where(BallotRow.case >= first, BallotRow.case <= last)
    return Page(
        await _by_case(connection, links.order_by(LedgerRow.case, LedgerRow.step)),
        {row["number"]: row for row in (await connection.execute(cases)).mappings()},
        await _by_case(connection, ballots),
    )


async def _by_case(connection: AsyncConnection, query: Select[Any]) -> dict[int, list[Stored]]:
    found: dict[int, list[Stored]] = defaultdict(list)
    for row in (await connection.execute(query)).mappings():
        found[row["case"]].append(row)
    return dict(found)
