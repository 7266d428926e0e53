"""What stands under a report: corrections of earlier weeks, how final it is, the ledger's head."""

from collections.abc import Sequence
from datetime import datetime

from domain.figures import Figures
from domain.ledger import HEAD_DIGITS
from reports.blocks import Block
from reports.changes import change_lines
from reports.closing import Restated
from reports.telling import Telling

MOST_RESTATED = 2


def restated_blocks(telling: Telling, restated: Sequence[Restated]) -> list[Block]:
    """Name what changed in weeks that were printed before, the nearest first; two in full."""
    whole, rest = restated[:MOST_RESTATED], restated[MOST_RESTATED:]
    return [*(_restated(telling, each) for each in whole), _restated_too(telling, rest)]


def as_of_block(telling: Telling, figures: Figures) -> Block:
    """Tell as of when the figures are, and by which definition."""
    moment = telling.say.moment(figures.as_of, telling.zone)
    return [
        telling.say(
            "<i>As of {moment} · definition {version}</i>", moment=moment, version=figures.version
        )
    ]


def final_block(telling: Telling, final_at: datetime | None) -> Block:
    """Tell until when closed figures are provisional; nothing of a period that still runs."""
    if final_at is None:
        return []
    day = telling.say.day(final_at, telling.zone)
    return [telling.say("<i>Provisional; final on {day}.</i>", day=day)]


def ledger_block(telling: Telling, head: str | None) -> Block:
    """Print the beginning of the ledger's head, so that the readers hold a copy."""
    if head is None:
        return []
    return [telling.say("<i>Ledger</i> <code>{head}</code>", head=head[:HEAD_DIGITS])]


def _restated(telling: Telling, restated: Restated) -> Block:
    title = telling.say("<b>Changed since printed · {week}</b>", week=restated.week.label)
    return [title, *change_lines(telling.say, restated.changes)]


def _restated_too(telling: Telling, restated: Sequence[Restated]) -> Block:
    if not restated:
        return []
    weeks = telling.say.listed(each.week.label for each in restated)
    return [telling.say("Changed since printed, too: {weeks}", weeks=weeks)]
