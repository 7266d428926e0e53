"""What is no longer as printed is found count by count, and named."""

from dataclasses import replace

import pytest

from domain.figures import Figures, to_json
from reports.changes import Change, change_lines, changes
from reports.language import language
from tests.domain.figures.telling import day
from tests.reports.told import full_group, reckoned, week_of


def figures() -> Figures:
    return reckoned(*full_group(), period=week_of(7), as_of=day(14.375))


def test_the_same_figures_have_no_changes() -> None:
    assert changes(to_json(figures()), to_json(figures())) == ()


def test_what_is_of_the_moment_is_no_change() -> None:
    printed, line = figures(), figures().residents
    pending = replace(line, timeliness=replace(line.timeliness, pending=9))
    assert changes(to_json(printed), to_json(replace(printed, residents=pending))) == ()


def test_a_hit_that_was_undone_is_found() -> None:
    printed, line = figures(), figures().residents
    undone = replace(line, timeliness=replace(line.timeliness, hits=11))
    found = changes(to_json(printed), to_json(replace(printed, residents=undone)))
    assert found == (Change("timeliness", "hits", 12, 11),)


@pytest.mark.parametrize("code", ["en", "zh"])
def test_every_count_that_can_change_has_a_name(code: str) -> None:
    printed = to_json(figures())
    everything = changes(printed, _raised(printed))
    lines = change_lines(language(code), everything)
    counted = [
        change for change in everything if change.figure not in {"satisfaction", "later_rounds"}
    ]
    assert len(everything) == 27
    assert len(set(lines)) == len(counted) + 1


def _raised(value: object) -> dict[str, object]:
    """Return figures whose every count is one more."""
    assert isinstance(value, dict)
    return {name: _one_more(part) for name, part in value.items()}


def _one_more(part: object) -> object:
    if isinstance(part, dict):
        return _raised(part)
    return part + 1 if isinstance(part, int) else part
