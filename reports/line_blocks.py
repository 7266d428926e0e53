"""The two lines of figures as blocks: residents' requests, and under them what patrols found."""

from datetime import timedelta

from domain.figures import Figures, LineFigures
from reports.blocks import Block
from reports.figures.handling import handling_lines
from reports.figures.response import response_lines
from reports.figures.timeliness import timeliness_lines
from reports.language import Language


def residents_block(say: Language, figures: Figures, respond_within: timedelta) -> Block:
    """Tell how fast residents' requests were handled."""
    return [
        *timeliness_lines(say, figures.residents.timeliness),
        *speed_lines(say, figures.residents, respond_within),
    ]


def speed_lines(say: Language, line: LineFigures, respond_within: timedelta) -> Block:
    """Tell how soon cases were answered, and how long they took."""
    return [
        *response_lines(say, line.first_response, respond_within),
        *handling_lines(say, line.handling_time),
    ]


def patrol_block(say: Language, figures: Figures) -> Block:
    """Tell how fast what patrols found was handled; nothing when there was none."""
    line = figures.patrol
    if line.is_empty:
        return []
    return [
        say("<b>Found on patrol</b>"),
        *timeliness_lines(say, line.timeliness),
        *handling_lines(say, line.handling_time),
    ]
