"""Insert-or-update in the words of the two databases."""

from functools import cache

from sqlalchemy import Dialect, inspect
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables.row import Row

Insert = sqlite.Insert | postgresql.Insert


def insert_into(table: type[Row], dialect: Dialect) -> Insert:
    """Return an INSERT that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
    if dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def upsert(table: type[Row], dialect: Dialect, *changing: str) -> Insert:
    """Return an INSERT that updates `changing` columns of a row whose primary key is taken.

    Without any, the row that is there stays. It is built once and so compiled once.
    """
    return _built(table, dialect.name, changing)


@cache
def _built(table: type[Row], database: str, changing: tuple[str, ...]) -> Insert:
    insert = postgresql.insert(table) if database == "postgresql" else sqlite.insert(table)
    if not changing:
        return insert.on_conflict_do_nothing()
    return insert.on_conflict_do_update(
        index_elements=list(inspect(table).primary_key),
        set_={name: insert.excluded[name] for name in changing},
    )
