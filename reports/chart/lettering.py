"""Words fitted into a width, measured by the font that they are drawn with."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from fontTools.ttLib import TTFont
from pylopdf_fonts_zh_cn import sans_path

from domain.text import clip, utf16_length

FONT_FAMILY = "Noto Sans SC"
# Pictures in names, and what joins and colours them, where the font has none: a row of empty boxes
# tells nothing, and the caption under the picture has the name in full.
_PICTURES = frozenset({"So", "Sk", "Cf", "Mn"})
_NUMBER = re.compile(r"\S*\d ?")


def font_file() -> str:
    """Return the path of the font."""
    return str(sans_path())


def width_of(words: str, size: int) -> float:
    """Return how wide words are drawn, in pixels; what the font lacks is drawn as a box."""
    known = _advances()
    return size * sum(known.get(ord(char), 1.0) for char in words)


def fitted(words: str, size: int, width: float) -> str:
    """Clip words, with an ellipsis, to what fits into a width."""
    units = utf16_length(words)
    while units and width_of(clip(words, units), size) > width:
        units -= 1
    return clip(words, units)


def wrapped(words: str, size: int, width: float) -> list[str]:
    """Break words into lines that fit: behind blanks, or before any Chinese character.

    A number stays with what it counts.
    """
    lines = [""]
    for piece in _pieces(words):
        if lines[-1] and width_of((lines[-1] + piece).rstrip(), size) > width:
            lines.append("")
        lines[-1] = (lines[-1] + piece).lstrip()
    return [line.rstrip() for line in lines]


def drawable(name: str) -> str:
    """Return a name without the pictures in it, unless it consists of nothing else."""
    kept = "".join(char for char in name if not _is_picture(char))
    return " ".join(kept.split()) or name


def _is_picture(char: str) -> bool:
    return unicodedata.category(char) in _PICTURES and ord(char) not in _advances()


def _pieces(words: str) -> list[str]:
    pieces = [""]
    for char in words:
        is_end = pieces[-1].endswith(" ") or _is_chinese(char)
        if is_end and not _NUMBER.fullmatch(pieces[-1]):
            pieces.append("")
        pieces[-1] += char
    return pieces


def _is_chinese(char: str) -> bool:
    # Only letters: no line begins with a full stop or a closing bracket.
    return unicodedata.east_asian_width(char) == "W" and unicodedata.category(char) == "Lo"


@cache
def _advances() -> Mapping[int, float]:
    """Return the width of each character in parts of the font's size."""
    with TTFont(font_file(), lazy=True) as font:
        em, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        return {code: metrics[name][0] / em for code, name in font.getBestCmap().items()}
