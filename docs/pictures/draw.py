"""Draw the README's pictures anew: parts of the demo's transcript, in both languages.

Run it as `.venv/bin/python docs/pictures/draw.py`.
"""

import asyncio
import io
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

from rich.console import Console

from bot.demo.performance import Play, perform

HERE = Path(__file__).parent
COLUMNS: Final = 76
WIDTH, LINE, MARGIN, INDENT = 720, 24, 24, 72
# A part is drawn from the line that holds the first words up to that which holds the second.
PARTS: Final = {
    "zh": (
        ("10:05   王梅", "10:20   Gridward"),
        ("15:40   李红 ↩", "18:30"),
        ("8月24日周一 ─", "已演完"),
    ),
    "en": (
        ("10:05   Wang Mei", "10:20   Gridward"),
        ("15:40   Li Hong ↩", "18:30"),
        ("Mon 24 Aug ─", "weeks played"),
    ),
}
BUTTON: Final = re.compile(r"\[([^\]]+)\]")
SPEAKER: Final = re.compile(r"(\d\d:\d\d) +(.*)")


def draw(language: str) -> None:
    """Play the week in one language, and keep a picture of its parts."""
    played = Console(file=io.StringIO(), record=True, width=COLUMNS)
    asyncio.run(perform(Play(played, language, seed=36), stay=False))
    told = played.export_text().splitlines()
    lines = [line for begins, ends in PARTS[language] for line in [*_part(told, begins, ends), ""]]
    picture = _svg(lines)
    (HERE / f"demo-{language}.svg").write_text(picture, encoding="utf-8")


def _part(lines: list[str], begins: str, ends: str) -> list[str]:
    first = next(at for at, line in enumerate(lines) if begins in line)
    rest = range(first + 1, len(lines))
    last = next((at for at in rest if ends and ends in lines[at]), len(lines))
    return lines[first:last]


def _svg(lines: list[str]) -> str:
    height = LINE * len(lines) + MARGIN
    shapes = "\n".join(shape for at, line in enumerate(lines) for shape in _shapes(line, at))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        'font-family="system-ui, Noto Sans CJK SC, PingFang SC, sans-serif" font-size="15">\n'
        f'<rect width="{WIDTH}" height="{height}" rx="12" fill="#f4f6f8"/>\n{shapes}\n</svg>\n'
    )


def _shapes(line: str, row: int) -> Iterator[str]:
    y = MARGIN + LINE * row + 8
    if not line.startswith(" "):
        spoken = SPEAKER.match(line)
        time, words = spoken.groups() if spoken else ("", line.rstrip("─ "))
        yield _text(MARGIN, y, time, 'fill="#5b6770" font-size="13"')
        yield _text(INDENT if time else MARGIN, y, words, 'fill="#0b4f6c" font-weight="600"')
    elif BUTTON.match(line.strip()):
        yield from _buttons(BUTTON.findall(line), y)
    else:
        yield _text(INDENT, y, line.strip(), 'fill="#1d242b"')


def _buttons(labels: list[str], y: int) -> Iterator[str]:
    wide = 180
    for at, label in enumerate(labels):
        x = INDENT + at * (wide + 8)
        yield (
            f'<rect x="{x}" y="{y - 16}" width="{wide}" height="21" rx="6" '
            'fill="#fff" stroke="#8fb3c7"/>'
        )
        yield _text(x + wide // 2, y - 1, label, 'fill="#0b5c86" text-anchor="middle"')


def _text(x: int, y: int, words: str, style: str) -> str:
    return f'<text x="{x}" y="{y}" {style}>{escape(words)}</text>'


if __name__ == "__main__":
    draw("zh")
    draw("en")
