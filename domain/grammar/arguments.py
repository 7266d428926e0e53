"""The bare numbers a move takes: of which case, into which case, for how many days."""

from dataclasses import dataclass

from domain.grammar.numbers import leading_number, time_span
from domain.grammar.signs import Signs
from domain.grammar.wording import Range, blank
from domain.kinds import Move


@dataclass(frozen=True, slots=True)
class Arguments:
    """Case numbers with where they stand, and the days of an extension."""

    numbers: tuple[tuple[int, Range], ...] = ()
    days: tuple[int, Range] | None = None


def bare_arguments(signs: Signs) -> Arguments:
    """Read the bare numbers right behind a move: `/done 12`, `/merge 12 13`, `#延期 5`."""
    marked = len(signs.numbers) + sum(isinstance(tag.meaning, int) for tag in signs.tags)
    move, tag = signs.first(Move) or (None, None)
    end = tag.where[1] if tag else 0
    if move is Move.EXTEND:
        return _extension(_rest(signs), end, 1 - marked)
    if move is Move.MERGE:
        return Arguments(_leading(_rest(signs), end, 2 - marked))
    # Behind a tag a bare number may count anything: "#办结 12盏灯", "#done 12 lamps".
    if signs.head and (end == signs.head.end or signs.head.command.name == "case"):
        return Arguments(_leading(_rest(signs), signs.head.end, 1 - marked))
    return Arguments()


def _rest(signs: Signs) -> str:
    taken = [tag.where for tag in signs.tags]
    taken += [where for _, where in (*signs.numbers, *signs.people)]
    return blank(signs.wording.folded, taken, " ")


def _extension(folded: str, anchor: int, most: int) -> Arguments:
    """Read `12 5天`, `12 5` or `5`: what comes last are the days."""
    days = time_span(folded)
    if days is not None:
        return Arguments(_leading(blank(folded, [days[1]]), anchor, most), days)
    found = _leading(folded, anchor, most + 1)
    return Arguments(found[:-1], found[-1]) if found else Arguments()


def _leading(folded: str, anchor: int, most: int) -> tuple[tuple[int, Range], ...]:
    found: list[tuple[int, Range]] = []
    while len(found) < most and (number := leading_number(folded, anchor)):
        found.append(number)
        anchor = number[1][1]
    return tuple(found)
