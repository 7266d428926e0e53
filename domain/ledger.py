"""The ledger's form: events as canonical JSON, in a chain of SHA-256; texts as salted digests."""

import dataclasses
import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_type_hints

from domain.events import CaseEvent, Words
from domain.governance import Affair

GENESIS = "0" * 64
HEAD_DIGITS = 16


@dataclasses.dataclass(frozen=True, slots=True)
class Link:
    """One place in a chain: everything that its digest covers, `previous` included.

    `chain` names the chain, such as `group:3`; `position` counts from 1; `data` is canonical JSON.
    """

    chain: str
    position: int
    at: datetime
    kind: str
    case: int | None
    actor: int | None
    role_held: bool
    data: str
    previous: str

    def digest(self) -> str:
        """Return the SHA-256 of the link's canonical JSON, 64 hexadecimal digits."""
        content = dataclasses.asdict(self) | {"at": _moment(self.at)}
        return hashlib.sha256(canonical(content).encode()).hexdigest()


def canonical(value: object) -> str:
    """Return JSON with sorted keys and no spaces, the same text for the same value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def seal(body: str, salt: str) -> str:
    """Return the salted digest that stands in the ledger for what a person wrote."""
    return hashlib.sha256(f"{salt}\n{body}".encode()).hexdigest()


def kind_of(event: type) -> str:
    """Return the name under which an event of this type stands in the ledger."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", event.__name__).lower()


_EVENTS: Mapping[str, type] = {kind_of(event): event for event in get_args(CaseEvent | Affair)}


def encode(event: CaseEvent | Affair) -> str:
    """Return an event's fields as canonical JSON; of what people wrote, only the digests."""
    return canonical(_plain(event))


def decode(kind: str, data: str) -> CaseEvent | Affair:
    """Return the event that `encode` wrote.

    Raises ValueError when the kind is unknown or the data does not have its form.
    """
    if kind not in _EVENTS:
        raise ValueError(f"unknown kind of event: {kind}")
    try:
        event: CaseEvent | Affair = _typed(_EVENTS[kind], json.loads(data))
    except (KeyError, TypeError, AttributeError) as reason:
        raise ValueError(f"not the data of {kind}: {reason}") from reason
    return event


def _plain(value: object) -> object:
    if isinstance(value, Words):
        return value.digest
    if dataclasses.is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, datetime):
        return _moment(value)
    return value.value if isinstance(value, Enum) else value


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


def _typed(kind: Any, value: Any) -> Any:
    if isinstance(kind, UnionType):
        options = [option for option in get_args(kind) if option is not NoneType]
        return None if value is None else _typed(options[0], value)
    if kind is Words:
        return Words(value)
    if kind is datetime:
        return datetime.fromisoformat(value)
    if issubclass(kind, Enum):
        return kind(value)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _built(kind, value)
    if type(value) is not kind:
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


def _built(kind: type, value: Any) -> Any:
    hints = _hints(kind)
    return kind(**{name: _typed(hint, value[name]) for name, hint in hints.items()})


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)
