"""The codes that buttons bring back when tapped: a verb and its arguments."""

from typing import Final

MOST_BYTES: Final = 64
_SEPARATOR: Final = ":"


def code(verb: str, *arguments: object) -> str:
    """Write a code, such as `rate:12:1:5`; raises ValueError when Telegram would refuse it."""
    written = _SEPARATOR.join((verb, *map(str, arguments)))
    if not 1 <= len(written.encode()) <= MOST_BYTES:
        raise ValueError(f"a code of more than {MOST_BYTES} bytes: {written}")
    return written


def read_code(written: str) -> tuple[str, tuple[str, ...]]:
    """Read a code into verb and arguments; anybody can forge one, so nothing in it is believed."""
    verb, *arguments = written.split(_SEPARATOR)
    return verb, tuple(arguments)
