"""The tables, one module a family; importing this package makes `Row.metadata` complete."""

from storage.tables import areas, cases, due, ledger, memory, messages, people, roles, snapshots
from storage.tables.row import Row

__all__ = [
    "Row",
    "areas",
    "cases",
    "due",
    "ledger",
    "memory",
    "messages",
    "people",
    "roles",
    "snapshots",
]
