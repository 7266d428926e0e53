"""The weekly summary of a group: what became of what its people said."""

from dataclasses import dataclass, replace
from datetime import datetime

from markupsafe import Markup, escape

from domain.figures import Figures, Hidden, Reconciliation, shown_satisfaction
from domain.periods import Period
from domain.text import clip
from reports.blocks import Block, joined
from reports.closing import Restated
from reports.figures.reconciliation import reconciliation_lines
from reports.figures.satisfaction import satisfaction_in_short, satisfaction_lines
from reports.foot import as_of_block, final_block, ledger_block, restated_blocks
from reports.line_blocks import patrol_block, residents_block
from reports.period_title import period_title
from reports.still_open import OpenCase, open_block
from reports.telling import Telling

NAME_UNITS = 64
MOST_UNTOLD = 6


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything a weekly summary tells.

    `before` are the figures of the week before; `first_due` is set while no case of the group has
    come due yet. `final_at` is None for a week that is still running. `untold` are weeks that no
    summary told because the bot was not running, `restated` what no longer is as it was printed.
    """

    name: str
    figures: Figures
    before: Figures
    open_cases: tuple[OpenCase, ...]
    first_due: datetime | None
    head: str | None
    final_at: datetime | None = None
    untold: tuple[Period, ...] = ()
    restated: tuple[Restated, ...] = ()

    def closed(
        self, final_at: datetime, untold: tuple[Period, ...], restated: tuple[Restated, ...]
    ) -> "Summary":
        """Return it for a week that is over."""
        return replace(self, final_at=final_at, untold=untold, restated=restated)


def summary_text(telling: Telling, summary: Summary) -> Markup:
    """Tell a week, closed or running."""
    return joined(
        [
            _heading(telling, summary),
            _untold(telling, summary),
            *(_quiet(telling) if is_quiet(summary.figures) else _figures(telling, summary)),
            open_block(telling, summary.open_cases),
            *restated_blocks(telling, summary.restated),
            _foot(telling, summary),
        ]
    )


def is_quiet(figures: Figures) -> bool:
    """Whether nothing was asked in a period, and nothing was due."""
    line = figures.residents
    return (
        _nothing_moved(figures.reconciliation)
        and not line.timeliness.due + line.timeliness.pending + line.first_response.of
        and not figures.satisfaction.first.asked + figures.satisfaction.so_far.n
        and figures.patrol.timeliness.due + figures.patrol.timeliness.pending == 0
    )


def _heading(telling: Telling, summary: Summary) -> Block:
    say, name = telling.say, clip(summary.name, NAME_UNITS)
    if summary.final_at is None:
        title = say("<b>This week so far · {name}</b>", name=name)
    else:
        title = say("<b>Weekly summary · {name}</b>", name=name)
    days = period_title(say, summary.figures.period, telling.zone)
    return [title, escape(days)]


def _untold(telling: Telling, summary: Summary) -> Block:
    if not summary.untold:
        return []
    weeks = telling.say.listed(week.label for week in summary.untold[-MOST_UNTOLD:])
    return [
        telling.say("The bot was away and told no summary of {weeks}.", weeks=weeks),
        telling.say("Read them with /stats {week}", week=summary.untold[-1].label),
    ]


def _quiet(telling: Telling) -> list[Block]:
    return [
        [
            telling.say("A quiet week: nothing was asked, and nothing was due."),
            telling.say("To open a case, write #demand or #issue and what it is about."),
        ]
    ]


def _figures(telling: Telling, summary: Summary) -> list[Block]:
    say, figures = telling.say, summary.figures
    return [
        [say("<b>Cases</b>"), *reconciliation_lines(say, figures.reconciliation, figures.voided)],
        residents_block(telling, figures, before=summary.before, first_due=summary.first_due),
        [*satisfaction_lines(say, figures), *_satisfaction_before(telling, summary)],
        patrol_block(telling, figures),
    ]


def _satisfaction_before(telling: Telling, summary: Summary) -> Block:
    shown = shown_satisfaction(summary.before.satisfaction.first)
    if isinstance(shown, Hidden):
        return []
    told = satisfaction_in_short(telling.say, shown)
    return [telling.say("The week before: {figure}", figure=told)]


def _foot(telling: Telling, summary: Summary) -> Block:
    return [
        *final_block(telling, summary.final_at),
        *as_of_block(telling, summary.figures),
        *ledger_block(telling, summary.head),
    ]


def _nothing_moved(figure: Reconciliation) -> bool:
    came = figure.opened + figure.reopened + figure.moved_in
    return figure.open_at_start == figure.open_at_end == 0 and came == 0
