"""The two ways a database can fail its callers: busy for the moment, or unusable."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

Failure = OSError | DBAPIError | sqlite3.Error


class DatabaseUnusable(Exception):  # noqa: N818 - it names a condition, as the settings' reader sees it
    """The database cannot be used; its text is the reason, in one line."""


class DatabaseBusy(DatabaseUnusable):
    """Somebody else holds the database; the same work may succeed in a moment."""


# What drivers say, in lower case, and what it means; the first that fits is taken.
BUSY = (
    "database is locked",
    "database table is locked",
    "deadlock detected",
    "could not serialize",
)
REASONS = {
    "file is not a database": "the file is not a database, or it is encrypted",
    "malformed": "the file is damaged; restore it from a backup",
    "database or disk is full": "the disk is full",
    "no space left on device": "the disk is full",
    "disk i/o error": "the disk reported an error while reading or writing",
    "readonly database": "the database cannot be written to; check the rights on file and folder",
    "unable to open": "the file cannot be opened; check that the folder exists and may be written",
    "permission denied": "access was refused; check the rights",
    "file exists": "its folder cannot be made; a file stands in the way",
    "not a directory": "its folder cannot be made; a file stands in the way",
    "password authentication failed": "the server refused user or password",
    "does not exist": "the server does not know this database, user or table",
    "connection was closed": "the connection to the server was lost",
    "connect call failed": "the server cannot be reached",
    "connection refused": "the server cannot be reached",
    "name or service not known": "the server's name is unknown",
}


@contextmanager
def named_failures(*also: type[OSError]) -> Iterator[None]:
    """Turn what drivers raise for a failing database into DatabaseBusy or DatabaseUnusable.

    Errors that are this program's own, such as a broken constraint, pass unchanged. Where a
    connection is made, the system's errors are the database's `also`.
    """
    failures: tuple[type[Failure], ...] = (DBAPIError, sqlite3.Error, *also)
    try:
        yield
    except PoolTimeout as error:
        raise DatabaseBusy("all connections to the database are in use") from error
    except failures as error:
        raise _named(error) from error


def _named(error: Failure) -> Exception:
    said = str(error.orig if isinstance(error, DBAPIError) else error)
    if any(words in said.lower() for words in BUSY):
        return DatabaseBusy("the database is busy")
    for words, reason in REASONS.items():
        if words in said.lower():
            return DatabaseUnusable(reason)
    if isinstance(error, (OSError, OperationalError, InterfaceError, sqlite3.OperationalError)):
        return DatabaseUnusable(said.partition("\n")[0] or type(error).__name__)
    return error
