"""The ledger's form: what is written can be read again, and nothing in a link can change unseen."""

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.events import CaseEvent, Opened, Words
from domain.governance import Affair, RoleGranted
from domain.kinds import CaseKind, Line
from domain.ledger import GENESIS, Link, canonical, decode, encode, kind_of, seal
from domain.roles import Role, Scope, ScopeKind

MOMENT = datetime(2026, 11, 9, 2, 30, 5, tzinfo=UTC)
DIGEST = "ab" * 32

moments = st.timedeltas(timedelta(days=-2000), timedelta(days=5000)).map(MOMENT.__add__)
words = st.text("0123456789abcdef", min_size=64, max_size=64).map(Words)
st.register_type_strategy(datetime, moments)
st.register_type_strategy(Words, words)
events = st.one_of(*(st.from_type(kind) for kind in get_args(CaseEvent | Affair)))

LINK = Link(
    "group:3",
    7,
    MOMENT,
    "accepted",
    12,
    99,
    role_held=True,
    data='{"handler":99}',
    previous=GENESIS,
)


@given(events)
def test_every_event_is_read_back_as_it_was_written(event: CaseEvent) -> None:
    assert decode(kind_of(type(event)), encode(event)) == event


@given(events)
def test_the_same_event_is_always_the_same_text(event: CaseEvent) -> None:
    kind = kind_of(type(event))
    assert encode(decode(kind, encode(event))) == encode(event)


def test_what_a_person_wrote_stands_only_as_its_digest() -> None:
    due = MOMENT + timedelta(days=7)
    written = Words(DIGEST, "电梯坏了")
    event = Opened(1, CaseKind.ISSUE, Line.RESIDENTS, 5, MOMENT, due, due, written)
    assert "电梯" not in encode(event)
    assert DIGEST in encode(event)


def test_a_role_is_written_with_its_scope() -> None:
    event = RoleGranted(5, Role.HEAD, Scope(ScopeKind.COMMUNITY, 2))
    assert encode(event) == '{"role":3,"scope":{"id":2,"kind":"community"},"user":5}'


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("promoted", "{}"),
        ("accepted", "{}"),
        ("accepted", '{"handler":"99"}'),
        ("accepted", "[]"),
        ("accepted", "not json"),
        ("escalated", '{"level":"heaven"}'),
        ("extended", '{"until":"soon"}'),
    ],
)
def test_what_is_no_event_is_refused(kind: str, data: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        decode(kind, data)


OTHER_VALUES: dict[str, Any] = {
    "chain": "group:4",
    "position": 8,
    "at": MOMENT + timedelta(microseconds=1),
    "kind": "assigned",
    "case": 13,
    "actor": None,
    "role_held": False,
    "data": '{"handler":98}',
    "previous": "1" * 64,
}


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(Link)])
def test_changing_any_field_of_a_link_changes_its_digest(field: str) -> None:
    changed = dataclasses.replace(LINK, **{field: OTHER_VALUES[field]})
    assert changed.digest() != LINK.digest()


def test_the_digest_does_not_depend_on_the_time_zone_a_moment_is_told_in() -> None:
    told_elsewhere = MOMENT.astimezone(ZoneInfo("Asia/Shanghai"))
    assert dataclasses.replace(LINK, at=told_elsewhere).digest() == LINK.digest()


def test_a_digest_needs_the_salt() -> None:
    assert seal("灯坏了", "a") != seal("灯坏了", "b")
    assert seal("灯坏了", "a") == seal("灯坏了", "a")


def test_canonical_json_sorts_its_keys() -> None:
    assert canonical({"b": 1, "a": "楼"}) == '{"a":"楼","b":1}'
