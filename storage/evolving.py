"""How each affair changes the row it is about, pure; the audit replays with the same rules."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.governance import (
    AreaAdded,
    GroupAdded,
    GroupPlaced,
    GroupRekeyed,
    RoleGranted,
    RoleRevoked,
    SettingChanged,
)
from storage.areas import Area
from storage.groups import Group
from storage.roles import Grant

GROUP_SETTINGS = ("language", "timezone", "thread")


@dataclass(frozen=True, slots=True)
class By:
    """When something was decided, and by whom (None: the bot by itself)."""

    at: datetime
    actor: int | None = None


GroupAffair = GroupRekeyed | GroupPlaced | SettingChanged


def added_area(event: AreaAdded) -> Area:
    """Return the area that came under supervision."""
    return Area(event.area, event.kind, event.name, event.parent)


def added_group(event: GroupAdded, by: By, title: str) -> Group:
    """Return the group that a chat became; its title is Telegram's and stays out of the ledger."""
    return Group(event.group, event.chat, title, by.at)


def changed_group(group: Group, event: GroupAffair, by: By) -> Group:
    """Return the group after an affair of its own."""
    if isinstance(event, GroupRekeyed):
        return replace(group, chat=event.chat)
    if isinstance(event, GroupPlaced):
        accepted_at = by.at if event.accepted else None
        return replace(group, community=event.community, accepted_at=accepted_at)
    if event.name not in GROUP_SETTINGS:
        return group
    return _set(group, event)


def changed_grant(grant: Grant | None, event: RoleGranted | RoleRevoked, by: By) -> Grant:
    """Return a grant after it was given, given again, or taken back.

    Raises ValueError when a role is taken back that was never given.
    """
    if isinstance(event, RoleGranted):
        return Grant(event.user, event.role, event.scope, by.at, by.actor)
    if grant is None:
        raise ValueError(f"{event.user} never was {event.role.name.lower()}")
    return replace(grant, revoked_at=by.at)


def _set(group: Group, event: SettingChanged) -> Group:
    # An empty value goes back to the deployment's default.
    if event.name == "language":
        return replace(group, language=event.value or None)
    if event.name == "timezone":
        return replace(group, timezone=event.value or None)
    return replace(group, thread=int(event.value) if event.value else None)
