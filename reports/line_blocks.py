"""The two lines of figures as blocks: residents' requests, and under them what patrols found."""

from datetime import datetime

from domain.figures import Figures
from reports.blocks import Block
from reports.figures.handling import handling_lines
from reports.figures.response import response_lines
from reports.figures.timeliness import timeliness_in_short, timeliness_lines
from reports.language import Language
from reports.telling import Telling


def residents_block(
    telling: Telling,
    figures: Figures,
    *,
    before: Figures | None = None,
    first_due: datetime | None = None,
) -> Block:
    """Tell how fast residents' requests were handled, beside T of the week `before`.

    `first_due` is when a young group will have figures at all.
    """
    say, line = telling.say, figures.residents
    return [
        *timeliness_lines(say, line.timeliness),
        *_first_due(telling, first_due),
        *_before(say, before),
        *response_lines(say, line.first_response, telling.policy.respond_within),
        *handling_lines(telling, line.handling_time),
    ]


def patrol_block(telling: Telling, figures: Figures) -> Block:
    """Tell how fast what patrols found was handled; nothing when there was none."""
    say, line = telling.say, figures.patrol
    if line.is_empty:
        return []
    return [
        say("<b>Found on patrol</b>"),
        *timeliness_lines(say, line.timeliness),
        *handling_lines(telling, line.handling_time),
    ]


def _first_due(telling: Telling, first_due: datetime | None) -> Block:
    if first_due is None:
        return []
    day = telling.say.day(first_due, telling.zone)
    return [telling.say("First figures on {day}, when the first case comes due", day=day)]


def _before(say: Language, before: Figures | None) -> Block:
    if before is None or not before.residents.timeliness.due:
        return []
    told = timeliness_in_short(say, before.residents.timeliness)
    return [say("The week before: {figure}", figure=told)]
