"""What every failure of the command line has in common."""

from tests.running.estate import TOKEN
from tests.running.process import Told


def assert_refused(told: Told, *words: str) -> None:
    """Hold a command to one clear line on standard error, and an exit code that tells of it."""
    assert told.code in {1, 2}, told
    assert told.out == ""
    assert told.err.startswith("gridward: ")
    assert told.err.count("\n") == 1
    assert all(word in told.err for word in words), told.err
    assert TOKEN not in told.everything
