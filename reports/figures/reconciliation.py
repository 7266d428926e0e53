"""Reconciliation in words: like a receipt, line by line, so that anybody can add it up."""

from collections.abc import Sequence

from markupsafe import Markup

from domain.figures import Reconciliation
from reports.language import Language

MOST_LISTED = 10


def reconciliation_lines(
    say: Language, figure: Reconciliation, voided: Sequence[int]
) -> list[Markup]:
    """Tell how the cases open at the start became those open at the end; list the void ones."""
    return [
        say("Open at the start: {n}", n=figure.open_at_start),
        *(line for count, line in _flows(say, figure, voided) if count),
        say("= open at the end: {n}", n=figure.open_at_end),
    ]


def _flows(
    say: Language, figure: Reconciliation, voided: Sequence[int]
) -> list[tuple[int, Markup]]:
    return [
        (figure.opened, say("+ opened: {n}", n=figure.opened)),
        (figure.reopened, say("+ reopened: {n}", n=figure.reopened)),
        (figure.moved_in, say("+ moved in: {n}", n=figure.moved_in)),
        (figure.resolved, say("− settled: {n}", n=figure.resolved)),
        (figure.declined, say("− declined: {n}", n=figure.declined)),
        (figure.withdrawn, say("− withdrawn: {n}", n=figure.withdrawn)),
        (figure.merged, say("− merged: {n}", n=figure.merged)),
        (figure.moved_out, say("− moved out: {n}", n=figure.moved_out)),
        (figure.voided, _voided(say, figure.voided, voided)),
    ]


def _voided(say: Language, n: int, numbers: Sequence[int]) -> Markup:
    if not 0 < len(numbers) <= MOST_LISTED:
        return say("− opened by mistake: {n}", n=n)
    listed = say.listed(f"№{number}" for number in numbers)
    return say("− opened by mistake: {n} ({numbers})", n=n, numbers=listed)
