"""`/stats [period] [scope]`: how fast, and how satisfied."""

from datetime import UTC

from markupsafe import Markup

from commands.answers import answer, redraw
from commands.case_pages import telling_of
from commands.context import Context
from commands.incoming import Said, Tapped
from commands.one_line import OneLine
from commands.outlook import Outlook, outlook, outlook_of
from commands.scope_codes import read_scope, scope_code
from domain.codes import code
from domain.delivery import Button, Keyboard, Outgoing
from domain.grammar import Reading
from domain.periods import Period, iso_week, read_period, take_period
from domain.text import clip
from reports.chart.message import with_chart
from reports.chart.twelve_weeks import chart_span, twelve_weeks
from reports.chronicle import chronicle, spanning
from reports.stats import stats as figures_told
from reports.stats import stats_of, stats_span

# A month that is over tells satisfaction, too; a rolling period never could.
DEFAULT = "month"
WORDS_UNITS = 64
MOST_BUTTONS = 6


async def stats(context: Context, said: Said, reading: Reading) -> list[Outgoing]:
    """Tell the figures of this group, or of what the asker's roles reach."""
    words = reading.command.arguments if reading.command else ""
    period, name = take_period(words, context.now, context.zone)
    if name and period is None and not said.chat.private:
        raise OneLine(_not_understood(context, name))
    view = await outlook(context, said.chat, said.sender.id, name)
    telling, week = telling_of(context), iso_week(context.now, context.zone)
    asked = _period(context, period.label if period else DEFAULT)
    span = spanning(stats_span(asked, telling), chart_span(week, telling))
    found = await chronicle(context.work, view.sphere.scope, span, telling)
    report = answer(said, stats_of(found, asked, telling), _others(context, view))
    shown = twelve_weeks(found, week, telling)
    return [*with_chart(telling, report, shown, _once_an_hour(context, view, said))]


async def stats_tapped(
    context: Context, tapped: Tapped, arguments: tuple[str, ...]
) -> list[Outgoing]:
    """Tell the figures of another period or scope, in place of those told before."""
    written, period = (*arguments, "", "")[:2]
    scope = read_scope(context, written)
    view = await outlook_of(context, tapped.chat, tapped.sender.id, scope)
    asked = _period(context, period)
    told = await figures_told(context.work, view.sphere.scope, asked, telling_of(context))
    return redraw(tapped, told, _others(context, view))


def _once_an_hour(context: Context, view: Outlook, said: Said) -> str:
    """Return the chart's key: asked again soon, the same picture would only fill the chat."""
    scope, hour = scope_code(view.sphere.scope), context.now.astimezone(UTC)
    return f"chart:{said.chat.id}:{scope}:{hour:%Y-%m-%dT%H}"


def _period(context: Context, words: str) -> Period:
    period = read_period(words, context.now, context.zone)
    if period is None:
        raise OneLine(_not_understood(context, words))
    return period


def _not_understood(context: Context, words: str) -> Markup:
    return context.say(
        "I do not understand “{words}”. For example: <code>/stats last week</code>, "
        "<code>/stats 2026-10</code>, <code>/stats 2026-10-01..2026-10-15</code>",
        words=clip(words, WORDS_UNITS),
    )


def _others(context: Context, view: Outlook) -> Keyboard:
    say, scope = context.say, scope_code(view.sphere.scope)
    periods = (
        (say("This week"), "week"),
        (say("Last week"), "last-week"),
        (say("This month"), "month"),
        (say("Last month"), "last-month"),
    )
    buttons = [Button(label.unescape(), code("stats", scope, key)) for label, key in periods]
    others = [
        (Button(clip(other.name, WORDS_UNITS), code("stats", scope_code(other.scope), DEFAULT)),)
        for other in view.others[:MOST_BUTTONS]
    ]
    return (tuple(buttons[:2]), tuple(buttons[2:]), *others)
