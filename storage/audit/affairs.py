"""Areas, groups, roles, settings and snapshots: their events replayed, and their rows compared."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import singledispatchmethod
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.governance import (
    AreaAdded,
    GroupAdded,
    GroupPlaced,
    GroupRekeyed,
    RoleGranted,
    RoleRevoked,
    SettingChanged,
    SnapshotFrozen,
)
from domain.ledger import decode
from domain.roles import Role, Scope, ScopeKind
from storage.areas import Area
from storage.audit.findings import Comparison, Finding, Stored, as_stored, read_row
from storage.evolving import (
    GROUP_SETTINGS,
    By,
    added_area,
    added_group,
    changed_grant,
    changed_group,
)
from storage.groups import Group
from storage.roles import Grant, as_row
from storage.tables.areas import AreaRow, GroupRow
from storage.tables.ledger import LedgerRow
from storage.tables.memory import SettingRow
from storage.tables.roles import RoleRow
from storage.tables.row import Row

# What Telegram says of a group changes without an event; the rest of its row is the ledger's.
RECORDED = ("id", "chat", "joined_at", "language", "timezone", "thread", "community", "accepted_at")

Expected = dict[tuple[Any, ...], Mapping[str, object]]


@dataclass(slots=True)
class Replay:
    """What all affairs come to."""

    areas: dict[int, Area] = field(default_factory=dict)
    groups: dict[int, Group] = field(default_factory=dict)
    grants: dict[tuple[int, Role, Scope], Grant] = field(default_factory=dict)
    settings: dict[tuple[Scope, str], str] = field(default_factory=dict)
    frozen: dict[str, SnapshotFrozen] = field(default_factory=dict)

    @singledispatchmethod
    def replay(self, event: object, scope: Scope, by: By) -> None:
        """Apply one event; raises TypeError for one that is no affair."""
        raise TypeError(f"{type(event).__name__} of {scope} at {by.at} is no affair")

    @replay.register
    def _area(self, event: AreaAdded, _scope: Scope, _by: By) -> None:
        self.areas[event.area] = added_area(event)

    @replay.register
    def _group(self, event: GroupAdded, _scope: Scope, by: By) -> None:
        self.groups[event.group] = added_group(event, by, "")

    @replay.register(GroupPlaced)
    @replay.register(GroupRekeyed)
    def _moved(self, event: GroupPlaced | GroupRekeyed, _scope: Scope, by: By) -> None:
        self.groups[event.group] = changed_group(self.groups[event.group], event, by)

    @replay.register(RoleGranted)
    @replay.register(RoleRevoked)
    def _role(self, event: RoleGranted | RoleRevoked, _scope: Scope, by: By) -> None:
        place = (event.user, event.role, event.scope)
        self.grants[place] = changed_grant(self.grants.get(place), event, by)

    @replay.register
    def _setting(self, event: SettingChanged, scope: Scope, by: By) -> None:
        if scope.kind is ScopeKind.GROUP and event.name in GROUP_SETTINGS:
            self.groups[scope.id] = changed_group(self.groups[scope.id], event, by)
        else:
            self.settings[scope, event.name] = event.value

    @replay.register
    def _snapshot(self, event: SnapshotFrozen, _scope: Scope, _by: By) -> None:
        self.frozen[event.digest] = event


async def check_affairs(connection: AsyncConnection, replay: Replay) -> list[Finding]:
    """Find areas, groups, roles and settings that are not what their events make of them.

    Fills `replay`, for what else is to be compared with it.
    """
    findings: list[Finding] = []
    affairs = as_stored(LedgerRow).where(LedgerRow.case.is_(None))
    ordered = affairs.order_by(LedgerRow.chain, LedgerRow.position)
    for link in (await connection.execute(ordered)).mappings():
        findings += _replayed(connection, link, replay)
    for row, expected in _expected(replay):
        findings += await _compared(connection, row, expected)
    return findings


def _replayed(connection: AsyncConnection, link: Stored, replay: Replay) -> Iterator[Finding]:
    key = f"{link['chain']}/{link['position']}"
    if link["step"] is not None:
        yield Finding("ledger", key, "step", "it belongs to no case")
    try:
        values = read_row(LedgerRow, link, connection.dialect)
        kind, _, number = values["chain"].partition(":")
        event = decode(values["kind"], values["data"])
        scope = Scope(ScopeKind(kind), int(number))
        replay.replay(event, scope, By(values["at"], values["actor"]))
    except (ValueError, TypeError, LookupError) as error:
        yield Finding("ledger", key, None, f"it cannot be replayed: {error}")


def _expected(replay: Replay) -> Iterator[tuple[type[Row], Expected]]:
    yield AreaRow, {(area.id,): asdict(area) for area in replay.areas.values()}
    yield (
        GroupRow,
        {
            (group.id,): {name: getattr(group, name) for name in RECORDED}
            for group in replay.groups.values()
        },
    )
    yield (
        RoleRow,
        {
            (grant.user, grant.role.value, grant.scope.kind.value, grant.scope.id): as_row(grant)
            for grant in replay.grants.values()
        },
    )
    yield (
        SettingRow,
        {
            (scope.kind.value, scope.id, name): {"value": v}
            for (scope, name), v in replay.settings.items()
        },
    )


async def _compared(
    connection: AsyncConnection, row: type[Row], expected: Expected
) -> list[Finding]:
    comparison = Comparison(row, connection.dialect)
    kept = {
        comparison.place(values): values
        for values in (await connection.execute(as_stored(row))).mappings()
    }
    findings: list[Finding] = []
    for place in sorted(expected | kept, key=str):
        key = "/".join(str(part) for part in place)
        findings += comparison.differences(key, expected.get(place), kept.get(place))
    return findings
