"""Parts of an area side by side, in a fixed order, each with how sure its figures are."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from domain.figures import (
    BallotRates,
    Figures,
    ShownBallots,
    ShownPeriod,
    Timeliness,
    TimelinessRates,
    percent,
    shown_satisfaction,
    shown_side_by_side,
    shown_timeliness,
    wilson,
)
from domain.text import clip
from reports.blocks import Block, Listing
from reports.figures.satisfaction import satisfaction_in_short, satisfaction_is_told
from reports.figures.timeliness import timeliness_in_short
from reports.language import Language

NAME_UNITS = 32


@dataclass(frozen=True, slots=True)
class Part:
    """One group or community of an area, with its own figures, and how many cases are overdue.

    `shown` is what may be shown of S of a period that overlaps weeks which are told, too.
    """

    name: str
    figures: Figures
    overdue: int | None = None
    shown: ShownPeriod | None = None

    @property
    def satisfaction(self) -> ShownBallots:
        """What may be shown of S by itself."""
        if self.shown is None:
            return shown_satisfaction(self.figures.satisfaction.first)
        return self.shown.first


def side_by_side(say: Language, parts: Sequence[Part]) -> Listing:
    """Tell each part's T and S, in the order given and never as a ranking."""
    satisfaction = shown_side_by_side(
        [part.figures.satisfaction.first for part in parts], [part.satisfaction for part in parts]
    )
    told = zip(parts, satisfaction, strict=True)
    return Listing(
        [_part(say, part, ballots) for part, ballots in told],
        lambda n: say("and {n} more: ask for each by its name", n=n),
    )


def _part(say: Language, part: Part, ballots: ShownBallots) -> Block:
    return [
        Markup("<b>{}</b>").format(clip(part.name, NAME_UNITS)),
        _timeliness(say, part.figures.residents.timeliness),
        *([_satisfaction(say, ballots)] if satisfaction_is_told(part.figures) else []),
        *_open(say, part),
    ]


def _open(say: Language, part: Part) -> list[Markup]:
    if part.overdue is None:
        return []
    still = part.figures.reconciliation.open_at_end
    return [say("still open: {open}, overdue: {overdue}", open=still, overdue=part.overdue)]


def _timeliness(say: Language, figure: Timeliness) -> Markup:
    told = timeliness_in_short(say, figure)
    if not isinstance(shown_timeliness(figure), TimelinessRates):
        return say("timeliness: {figure}", figure=told)
    interval = wilson(figure.hits, figure.measured)
    return say(
        "timeliness: {figure}, likely {low}–{high}%",
        figure=told,
        low=percent(interval.low),
        high=percent(interval.high),
    )


def _satisfaction(say: Language, ballots: ShownBallots) -> Markup:
    told = satisfaction_in_short(say, ballots)
    if not isinstance(ballots, BallotRates):
        return say("satisfaction: {figure}", figure=told)
    return say(
        "satisfaction: {figure}, likely {low}–{high}%",
        figure=told,
        low=percent(ballots.interval.low),
        high=percent(ballots.interval.high),
    )
