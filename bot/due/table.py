"""What is done for each kind of thing that comes due."""

from collections.abc import Awaitable, Callable, Mapping

from bot.due.overdue import overdue
from bot.due.rating_reminder import rating_reminder
from bot.due.respond_by import respond_by
from bot.due.rollup import rollup
from bot.due.rollups import rollups
from bot.due.weekly_summary import weekly_summary
from bot.due.window_end import window_end
from bot.due.work_by import work_by
from commands.case_dates import CaseDue
from commands.context import Context
from domain.delivery import Outgoing
from reports.schedule import ROLLUP, ROLLUPS, WEEKLY_SUMMARY

Do = Callable[[Context, str], Awaitable[list[Outgoing]]]

DUE: Mapping[str, Do] = {
    CaseDue.RESPOND_BY: respond_by,
    CaseDue.OVERDUE: overdue,
    CaseDue.RATING_REMINDER: rating_reminder,
    CaseDue.WINDOW_END: window_end,
    CaseDue.WORK_BY: work_by,
    WEEKLY_SUMMARY: weekly_summary,
    ROLLUPS: rollups,
    ROLLUP: rollup,
}
