"""The tables, one module a family; importing this package makes `Row.metadata` complete."""

from storage.tables import (
    areas,
    cases,
    due,
    inbox,
    ledger,
    memory,
    messages,
    outbox,
    people,
    roles,
    snapshots,
)
from storage.tables.row import Row

__all__ = [
    "Row",
    "areas",
    "cases",
    "due",
    "inbox",
    "ledger",
    "memory",
    "messages",
    "outbox",
    "people",
    "roles",
    "snapshots",
]
