"""The chart as a message: the last twelve weeks quietly follow a report, whatever its period."""

from dataclasses import replace

from domain.delivery import Picture, Post
from domain.text import clip
from reports.chart.chart import to_json
from reports.chart.told import NAME_UNITS, caption, chart_of
from reports.chart.twelve_weeks import TwelveWeeks
from reports.telling import Telling


def with_chart(
    telling: Telling, report: Post, shown: TwelveWeeks | None, dedupe: str | None = None
) -> list[Post]:
    """Return a report, and behind it its chart if there is one to show.

    The chart comes without a sound, and as the report does: behind a placeholder, or at once. It
    comes once for each report, or once for each `dedupe`.
    """
    if shown is None:
        return [report]
    chart = replace(
        report,
        html=caption(telling, shown),
        dedupe=dedupe or f"{report.dedupe}:chart",
        reply_to=None,
        keyboard=(),
        placeholder=telling.say("The chart is on its way …") if report.placeholder else None,
        silent=True,
        picture=_picture(telling, shown),
    )
    return [report, chart]


def _picture(telling: Telling, shown: TwelveWeeks) -> Picture:
    instead = telling.say(
        "The chart of {name} cannot be shown here this time. /stats tells the figures.",
        name=clip(shown.name, NAME_UNITS),
    )
    return Picture(to_json(chart_of(telling, shown)), instead)
