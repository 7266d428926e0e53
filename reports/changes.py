"""What changed in the figures of a closed period after they were printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from reports.language import Language

Kept = Mapping[str, Any]
"""Figures as `domain.figures.to_json` keeps them."""

# Pending cases and handling time are of the moment and move by themselves; the rest should stand.
_STANDING = {
    "timeliness": (("residents", "timeliness"), ("hits", "due", "excluded")),
    "first_response": (("residents", "first_response"), ("answered", "of")),
    "satisfaction": (("satisfaction", "first_round"), ("asked", "n", "k", "k3")),
    "later_rounds": (("satisfaction", "later_rounds"), ("asked", "n", "k", "k3")),
    "patrol": (("patrol", "timeliness"), ("hits", "due", "excluded")),
    "cases": (
        ("reconciliation",),
        (
            "open_at_start",
            "opened",
            "reopened",
            "moved_in",
            "resolved",
            "declined",
            "withdrawn",
            "merged",
            "moved_out",
            "voided",
            "open_at_end",
        ),
    ),
}

_BALLOTS = frozenset({"satisfaction", "later_rounds"})


@dataclass(frozen=True, slots=True)
class Change:
    """One count of a figure that is no longer what was printed."""

    figure: str
    count: str
    printed: int
    now: int


def changes(printed: Kept, now: Kept) -> tuple[Change, ...]:
    """Return what no longer is as printed, in the order of the figures."""
    return tuple(
        Change(figure, count, before, after)
        for figure, (path, counts) in _STANDING.items()
        for count, before, after in _compared(_found(printed, path), _found(now, path), counts)
        if before != after
    )


def change_lines(say: Language, found: tuple[Change, ...]) -> list[Markup]:
    """Name what changed; of ratings no number, from which a single one could be worked out."""
    counted = [_line(say, change) for change in found if change.figure not in _BALLOTS]
    if any(change.figure in _BALLOTS for change in found):
        counted.append(say("satisfaction: ratings were added or corrected"))
    return counted


def _found(kept: Kept, path: tuple[str, ...]) -> Kept:
    for name in path:
        kept = kept[name]
    return kept


def _compared(printed: Kept, now: Kept, counts: tuple[str, ...]) -> list[tuple[str, int, int]]:
    return [(count, printed[count], now[count]) for count in counts]


def _line(say: Language, change: Change) -> Markup:
    name = {
        ("timeliness", "hits"): say("cases settled in time"),
        ("timeliness", "due"): say("cases due"),
        ("timeliness", "excluded"): say("cases not counted"),
        ("first_response", "answered"): say("cases answered in time"),
        ("first_response", "of"): say("cases to be answered"),
        ("patrol", "hits"): say("found on patrol, settled in time"),
        ("patrol", "due"): say("found on patrol, due"),
        ("patrol", "excluded"): say("found on patrol, not counted"),
        ("cases", "open_at_start"): say("cases open at the start"),
        ("cases", "opened"): say("cases opened"),
        ("cases", "reopened"): say("cases reopened"),
        ("cases", "moved_in"): say("cases moved in"),
        ("cases", "resolved"): say("cases settled"),
        ("cases", "declined"): say("cases declined"),
        ("cases", "withdrawn"): say("cases withdrawn"),
        ("cases", "merged"): say("cases merged"),
        ("cases", "moved_out"): say("cases moved out"),
        ("cases", "voided"): say("cases opened by mistake"),
        ("cases", "open_at_end"): say("cases open at the end"),
    }[change.figure, change.count]
    return say("{name}: {printed} → {now}", name=name, printed=change.printed, now=change.now)
