"""What all tables share: their registry, names of constraints, and portable column types."""

from datetime import UTC, datetime, timedelta
from enum import Enum as Choice
from typing import Annotated

from sqlalchemy import (
    BigInteger,
    Dialect,
    Enum,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
)
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine

from domain.roles import Role

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Moment(TypeDecorator[datetime]):
    """A moment, aware in and aware UTC out, exact to the microsecond.

    SQLite has no such type and gets microseconds since 1970, which sort and take eight bytes.
    """

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[datetime] | TypeEngine[int]:
        """Choose a timestamp with time zone on PostgreSQL, an integer on SQLite."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(TIMESTAMP(timezone=True))
        return dialect.type_descriptor(BigInteger())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | int | None:
        """Return the stored form; raises ValueError for a moment without a time zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        if dialect.name == "postgresql":
            return value.astimezone(UTC)
        return (value - EPOCH) // MICROSECOND

    def process_result_value(
        self, value: datetime | int | None, dialect: Dialect
    ) -> datetime | None:
        """Return the moment in UTC."""
        del dialect
        if isinstance(value, int):
            return EPOCH + timedelta(microseconds=value)
        return value.astimezone(UTC) if value is not None else None


class Digest(TypeDecorator[str]):
    """A SHA-256, 64 hexadecimal digits in the program and 32 bytes in the table."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Return the bytes; raises ValueError for anything but hexadecimal digits."""
        del dialect
        return None if value is None else bytes.fromhex(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Return the digits, in lower case."""
        del dialect
        return None if value is None else value.hex()


class Ids(TypeDecorator[tuple[int, ...]]):
    """Some ids in order, as `,12,13,`, so that one of them can be looked for as `%,12,%`."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: tuple[int, ...] | None, dialect: Dialect) -> str:
        """Return the ids between commas; no ids are the empty text."""
        del dialect
        return "".join(f",{one}" for one in value) + "," if value else ""

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[int, ...]:
        """Return the ids in their order."""
        del dialect
        return tuple(int(one) for one in (value or "").split(",") if one)


class RoleNumber(TypeDecorator[Role]):
    """A role as its number, so that roles can be compared in a query."""

    impl = SmallInteger
    cache_ok = True

    def process_bind_param(self, value: Role | None, dialect: Dialect) -> int | None:
        """Return the role's number."""
        del dialect
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Role | None:
        """Return the role; raises ValueError for a number that is none."""
        del dialect
        return None if value is None else Role(value)


def choice(of: type[Choice]) -> Enum:
    """Return the type of a column for an enum, kept as its readable values."""
    return Enum(
        of, native_enum=False, length=16, values_callable=lambda kind: [m.value for m in kind]
    )


Key = Annotated[
    int,
    mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    ),
]


class Row(DeclarativeBase):
    """The registry of all tables; `int` columns are 64 bits wide, as Telegram's ids need."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {int: BigInteger, datetime: Moment}  # noqa: RUF012 - SQLAlchemy reads it so
