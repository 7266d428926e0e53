"""What an audit finds, and how a row is compared with what the ledger says it should be."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Dialect, RowMapping, Select, Table, inspect, select, type_coerce
from sqlalchemy.types import NullType

from storage.tables.row import Row

Stored = RowMapping


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not agree with the ledger; without a column it is the whole row."""

    table: str
    key: str
    column: str | None
    what: str

    def __str__(self) -> str:
        place = f"{self.table} {self.key}" + (f", {self.column}" if self.column else "")
        return f"{place}: {self.what}"


def table_of(row: type[Row]) -> Table:
    """Return the table behind a row's class."""
    table = inspect(row).local_table
    if not isinstance(table, Table):
        raise TypeError(f"{row.__name__} is no table")
    return table


def as_stored(row: type[Row]) -> Select[*tuple[Any, ...]]:
    """Return a query for rows exactly as stored, so that also a forged value can be read."""
    columns = table_of(row).columns
    return select(*(type_coerce(column, NullType()).label(column.name) for column in columns))


def stored(column: Column[Any], value: object, dialect: Dialect) -> object:
    """Return a value in the form in which its column stores it."""
    processor = column.type.dialect_impl(dialect).bind_processor(dialect)
    return processor(value) if processor is not None else value


def read(column: Column[Any], value: object, dialect: Dialect) -> Any:
    """Return a stored value as the program knows it; raises ValueError for a forged one.

    A forged one may also read like another: SQLite keeps any value in any column, and takes both 1
    and 2 for true.
    """
    processor = column.type.dialect_impl(dialect).result_processor(dialect, None)
    if processor is None:
        faithful, known = value is None or isinstance(value, column.type.python_type), value
    else:
        faithful, known = _read_back(column, value, dialect, processor)
    if not faithful:
        raise ValueError(f"{column.name} is unreadable")
    return known


def _read_back(
    column: Column[Any], value: object, dialect: Dialect, processor: Callable[[Any], Any]
) -> tuple[bool, Any]:
    try:
        known = processor(value)
        return stored(column, known, dialect) == value, known
    except (AttributeError, LookupError, OverflowError, TypeError):
        return False, None


def read_row(row: type[Row], values: Stored, dialect: Dialect) -> dict[str, Any]:
    """Return a stored row as the program knows it; raises ValueError when one value is forged."""
    columns = table_of(row).columns
    return {column.name: read(column, values[column.name], dialect) for column in columns}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rows of one table against what the ledger says about some or all of their columns."""

    row: type[Row]
    dialect: Dialect

    def place(self, kept: Stored) -> tuple[Any, ...]:
        """Return the primary key of a row as stored."""
        return tuple(kept[column.name] for column in table_of(self.row).primary_key.columns)

    def differences(
        self, key: str, expected: Mapping[str, object] | None, kept: Stored | None
    ) -> Iterator[Finding]:
        """Find what is missing, what nobody recorded, and every column that differs."""
        table = table_of(self.row)
        if expected is None:
            yield Finding(table.name, key, None, "the ledger knows nothing of it")
        elif kept is None:
            yield Finding(table.name, key, None, "it is missing")
        else:
            for name, value in expected.items():
                if stored(table.columns[name], value, self.dialect) != kept[name]:
                    yield Finding(table.name, key, name, "it is not what the ledger says")
