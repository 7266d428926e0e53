"""Database addresses: the driver each one gets, and the file behind an SQLite one."""

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.failures import DatabaseUnusable

DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}


def normalised(address: str) -> URL:
    """Return the address with our driver; raises DatabaseUnusable for any other kind."""
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise DatabaseUnusable("this is no address of a database") from error
    driver = DRIVERS.get(url.drivername)
    if driver is None:
        raise DatabaseUnusable(f"{url.drivername} is not supported; use sqlite or postgresql")
    url = url.set(drivername=driver)
    if is_sqlite(url) and file_of(url) is None:
        raise DatabaseUnusable("it names no file; a case must outlive the program")
    return _asyncpg_words(url)


def is_sqlite(url: URL) -> bool:
    """Whether the address is an SQLite file."""
    return url.get_backend_name() == "sqlite"


def file_of(url: URL) -> Path | None:
    """Return the file of an SQLite address; None for a server, or a database in memory."""
    if not is_sqlite(url) or url.database in {None, "", ":memory:"}:
        return None
    return Path(str(url.database))


def _asyncpg_words(url: URL) -> URL:
    # Hosting companies hand out addresses in libpq's words; asyncpg calls the same setting `ssl`.
    if "sslmode" not in url.query:
        return url
    return url.difference_update_query(["sslmode"]).update_query_dict(
        {"ssl": str(url.query["sslmode"])}
    )
