"""Reads the size of a picture from its first bytes."""

import re
import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_PNG_HEAD = 24
# JPEG's start-of-frame markers, then the segment's length and precision, then height and width.
_JPEG_FRAME = re.compile(rb"\xff[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf]..\x08(..)(..)", re.DOTALL)


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG or JPEG in pixels, None for anything else."""
    if content.startswith(_PNG) and len(content) >= _PNG_HEAD:
        width, height = struct.unpack(">II", content[16:24])
        return int(width), int(height)
    frame = _JPEG_FRAME.search(content) if content.startswith(_JPEG) else None
    if frame is None:
        return None
    return int.from_bytes(frame[2]), int.from_bytes(frame[1])


def picture_type(content: bytes) -> str | None:
    """Return the media type of a PNG or JPEG, None for anything else."""
    if picture_size(content) is None:
        return None
    return "image/png" if content.startswith(_PNG) else "image/jpeg"
