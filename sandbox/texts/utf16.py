"""Lengths and slices in UTF-16 code units, as Telegram counts texts."""


def length(text: str) -> int:
    """Return how many UTF-16 units a text takes; 👍 takes two."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)  # noqa: PLR2004 - end of the basic plane


def cut(text: str, offset: int, units: int) -> str:
    """Return the part of a text that starts at an offset and has so many units."""
    raw = text.encode("utf-16-le")
    return raw[offset * 2 : (offset + units) * 2].decode("utf-16-le", errors="replace")
