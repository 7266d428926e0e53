"""Whatever is changed behind the ledger's back is found, and named."""

import asyncio
import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, delete, func, insert, select, text, update
from sqlalchemy.ext.asyncio import create_async_engine

from domain.ledger import canonical
from domain.roles import Role, Scope, ScopeKind
from storage.affairs import add_area, change_setting, freeze, grant, place_group, revoke
from storage.audit import Finding, audit
from storage.audit.findings import table_of
from storage.database import Database
from storage.evolving import By
from storage.snapshots import Snapshot
from storage.tables.areas import AreaRow
from storage.tables.cases import BallotRow, CaseRow
from storage.tables.ledger import ChainRow, LedgerRow, TextRow
from storage.tables.memory import SettingRow
from storage.tables.roles import RoleRow
from storage.tables.row import Digest, Ids, Row
from storage.tables.snapshots import SnapshotRow
from storage.url import normalised
from storage.work import Work
from tests.postgres import Server
from tests.storage.telling import CHAT, DAY, LEADER, NOON, a_case, a_full_life, a_group

WATCHED: list[type[Row]] = [
    AreaRow,
    BallotRow,
    CaseRow,
    ChainRow,
    LedgerRow,
    RoleRow,
    SettingRow,
    SnapshotRow,
    TextRow,
]
CELLS = [(row, column.name) for row in WATCHED for column in table_of(row).columns]
# A digest tells that something in its row was changed, not which of the columns it was.
ONLY_BY_ROW = {"ledger", "snapshots", "texts"}


async def tell_everything(work: Work) -> None:
    """Leave at least two rows in every watched table."""
    first, second = await a_group(work), await a_group(work, CHAT - 1)
    await a_full_life(work, first, second)
    await a_full_life(work, second, first)
    by = By(NOON, LEADER)
    street = await add_area(work, ScopeKind.SUBDISTRICT, "清泉街道", by)
    village = await add_area(work, ScopeKind.COMMUNITY, "和苑社区", by, parent=street.id)
    await place_group(work, first, village.id, by, accepted=True)
    scope = Scope(ScopeKind.COMMUNITY, village.id)
    await grant(work, LEADER, Role.MEMBER, scope, by)
    await revoke(work, LEADER, Role.MEMBER, scope, By(NOON + DAY))
    await grant(work, LEADER, Role.HEAD, scope, by)
    await change_setting(work, scope, "categories", "电梯,环境", by)
    await change_setting(work, scope, "public", "yes", by)
    await change_setting(work, Scope(ScopeKind.GROUP, first.id), "language", "en", by)
    for week in (1, 2):
        await freeze(work, snapshot(scope, week), by)


def snapshot(scope: Scope, week: int) -> Snapshot:
    start = NOON + week * 7 * DAY
    figures = canonical({"due": week})
    return Snapshot(scope, start, start + 7 * DAY, start + 8 * DAY, "v1", figures, "{}")


async def tell(address: str) -> None:
    database = await Database.open(address)
    async with database.begin() as work:
        await tell_everything(work)
    await database.close()


@pytest.fixture(scope="session")
def told_file(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an SQLite file in which everything was told, to be copied."""
    file = tmp_path_factory.mktemp("told") / "told.db"
    shutil.copy(migrated_file, file)
    asyncio.run(tell(f"sqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def told_server(postgres: Server) -> Server:
    """Return the server with a template in which everything was told."""
    address = postgres.fresh_database()
    asyncio.run(tell(address))
    return replace(postgres, template=str(normalised(address).database))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("told_server")
        return server.fresh_database()
    file: Path = request.getfixturevalue("told_file")
    return f"sqlite:///{shutil.copy(file, tmp_path / 'gridward.db')}"


async def tamper(address: str, *statements: Any) -> None:
    """Write past the program, as somebody with the file or the server could."""
    engine = create_async_engine(normalised(address))
    try:
        async with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                await connection.execute(text("SET session_replication_role = replica"))
            for statement in statements:
                await connection.execute(statement)
    finally:
        await engine.dispose()


def another(column: Column[Any], value: Any) -> Any:
    """Return a value that the column could hold as well."""
    if isinstance(column.type, Digest):
        return "ab" * 32
    if isinstance(column.type, Ids):
        return (5, 6)
    if isinstance(value, bool) or column.type.python_type is bool:
        return not value
    if isinstance(value, Enum):
        return next(choice for choice in type(value) if choice is not value)
    if isinstance(value, datetime):
        return value + timedelta(microseconds=1)
    return other_plain(column, value)


def other_plain(column: Column[Any], value: Any) -> Any:
    if isinstance(value, int):
        return value + 1000
    if isinstance(value, str):
        return value + "x"
    return {int: 7, str: "x", bool: True}.get(column.type.python_type, NOON)


async def test_an_untouched_record_has_no_findings(database: Database) -> None:
    assert await audit(database) == []


async def test_a_record_with_erased_words_has_no_findings(database: Database) -> None:
    async with database.begin() as work:
        digest = (await work.connection.scalars(select(TextRow.digest))).first()
        assert digest is not None
        await work.texts.erase(digest)
        assert await work.texts.read([digest]) == {}
    assert await audit(database) == []


@pytest.mark.parametrize(("row", "name"), CELLS, ids=lambda each: getattr(each, "__name__", each))
async def test_a_changed_cell_is_found(
    database: Database, database_url: str, row: type[Row], name: str
) -> None:
    table = table_of(row)
    keys = list(table.primary_key.columns)
    async with database.look() as work:
        query = select(table).order_by(*keys).limit(1)
        before = (await work.connection.execute(query)).mappings().one()
    here = [key == before[key.name] for key in keys]
    forged = {name: another(table.columns[name], before[name])}
    await tamper(database_url, update(table).where(*here).values(forged))
    assert names(await audit(database), table.name, name)


def names(findings: list[Finding], table: str, column: str) -> bool:
    """Whether the findings lead to the table, and to the column where that can be told."""
    led = [finding for finding in findings if finding.table == table]
    if table in ONLY_BY_ROW or any(finding.column is None for finding in led):
        return bool(led)
    return any(finding.column == column for finding in led)


@pytest.mark.parametrize("row", WATCHED)
async def test_a_deleted_row_is_found(
    database: Database, database_url: str, row: type[Row]
) -> None:
    table = table_of(row)
    keys = list(table.primary_key.columns)
    async with database.look() as work:
        first = (await work.connection.execute(select(*keys).order_by(*keys).limit(1))).one()
    await tamper(database_url, delete(table).where(*map(Column.__eq__, keys, first)))
    assert names(await audit(database), table.name, "")


async def test_a_case_that_nobody_opened_is_found(database: Database, database_url: str) -> None:
    async with database.look() as work:
        columns = table_of(CaseRow).columns
        row = (await work.connection.execute(select(*columns).limit(1))).mappings().one()
    await tamper(database_url, insert(CaseRow).values(dict(row) | {"number": 99}))
    assert Finding("cases", "№99", None, "the ledger knows nothing of it") in await audit(database)


async def test_two_links_that_changed_places_are_found(
    database: Database, database_url: str
) -> None:
    chain = LedgerRow.chain == "group:1"

    def move(old: int, new: int) -> Any:
        return update(LedgerRow).where(chain, LedgerRow.position == old).values(position=new)

    await tamper(database_url, move(2, 999), move(3, 2), move(999, 3))
    found = {finding.key for finding in await audit(database) if finding.table == "ledger"}
    assert {"group:1/2", "group:1/3"} <= found


async def test_a_cut_tail_is_found_by_a_head_once_printed(
    database: Database, database_url: str
) -> None:
    async with database.begin() as work:
        group = await a_group(work, CHAT - 3)
        kept = await work.ledger.head(Scope(ScopeKind.GROUP, group.id))
        case = await a_case(work, group)
        printed = await work.ledger.head(Scope(ScopeKind.GROUP, group.id))
    assert kept is not None
    assert printed is not None
    assert await audit(database, printed[:16].upper()) == []
    await tamper(
        database_url,
        delete(LedgerRow).where(LedgerRow.case == case.number),
        delete(CaseRow).where(CaseRow.number == case.number),
        update(ChainRow).where(ChainRow.name == f"group:{group.id}").values(length=1, head=kept),
    )
    assert await audit(database) == []
    assert await audit(database, kept) == []
    found = await audit(database, printed[:16])
    assert [finding.key for finding in found] == [printed[:16]]


@pytest.mark.parametrize("head", ["", "12345", "g" * 16, "0" * 65])
async def test_what_cannot_be_a_head_is_said(database: Database, head: str) -> None:
    with pytest.raises(ValueError, match="16 to 64"):
        await audit(database, head)


async def test_a_value_of_no_kind_does_not_stop_the_audit(
    database: Database, database_url: str
) -> None:
    await tamper(
        database_url,
        text("UPDATE cases SET state = 'happy' WHERE number = 1"),
        text("UPDATE ledger SET kind = 'dreamt' WHERE chain = 'group:1' AND position = 2"),
        text("UPDATE roles SET role = 77 WHERE role = 3"),
    )
    found = {(finding.table, finding.key) for finding in await audit(database)}
    assert ("ledger", "group:1/2") in found
    assert any(table == "roles" for table, _ in found)


@pytest.mark.parametrize(
    ("table", "forgery"),
    [
        ("ballots", "UPDATE ballots SET \"case\" = 'letters' WHERE rowid = 1"),
        ("ballots", "UPDATE ballots SET requester = 'letters' WHERE rowid = 1"),
        ("cases", "UPDATE cases SET number = 'letters' WHERE number = 1"),
        ("ledger", 'UPDATE ledger SET "case" = \'letters\' WHERE "case" = 1 AND step = 1'),
        ("ledger", "UPDATE ledger SET data = x'00ff' WHERE \"case\" = 1 AND step = 1"),
        ("ledger", 'UPDATE ledger SET at = 9223372036854775807 WHERE "case" = 1 AND step = 1'),
        ("ledger", "UPDATE ledger SET role_held = 2 WHERE role_held = 1"),
        ("snapshots", "UPDATE snapshots SET figures = x'00ff' WHERE id = 1"),
        ("snapshots", "UPDATE snapshots SET digest = 'letters' WHERE id = 1"),
        ("texts", "UPDATE texts SET digest = 'letters' WHERE rowid = 1"),
    ],
)
async def test_a_value_that_only_sqlite_would_keep_is_found(
    told_file: Path, tmp_path: Path, table: str, forgery: str
) -> None:
    address = f"sqlite:///{shutil.copy(told_file, tmp_path / 'forged.db')}"
    await tamper(address, text(forgery))
    database = await Database.open(address)
    found = await audit(database)
    await database.close()
    assert table in {finding.table for finding in found}


async def test_the_audit_reads_page_after_page(database: Database, database_url: str) -> None:
    async with database.begin() as work:
        group = await a_group(work, CHAT - 2)
        for _ in range(220):
            await a_case(work, group)
        count = await work.connection.scalar(select(func.count()).select_from(LedgerRow))
    assert count is not None
    assert count > 220
    assert await audit(database) == []
    await tamper(database_url, update(CaseRow).where(CaseRow.number == 210).values(urgent=True))
    assert [str(finding) for finding in await audit(database)] == [
        "cases №210, urgent: it is not what the ledger says"
    ]
