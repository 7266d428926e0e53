"""Timeliness in words: how many came due, and how many of them were settled in time."""

from markupsafe import Markup

from domain.figures import (
    NoCasesDue,
    Timeliness,
    TimelinessCounts,
    TimelinessRates,
    percent,
    shown_timeliness,
)
from reports.language import Language


def timeliness_lines(say: Language, figure: Timeliness) -> list[Markup]:
    """Tell T with all that it is made of; below ten due in counts only."""
    match shown_timeliness(figure):
        case NoCasesDue(pending=pending):
            return [say("<b>Timeliness</b> · no cases due"), *_pending(say, pending)]
        case TimelinessCounts() as counts:
            headline = say(
                "<b>Timeliness</b> · {hits} of {measured} settled in time",
                hits=counts.hits,
                measured=counts.measured,
            )
            return [headline, _made_of(say, counts), *_excluded(say, counts, None)]
        case TimelinessRates() as rates:
            return _rates(say, rates)


def timeliness_in_short(say: Language, figure: Timeliness) -> Markup:
    """Tell T in one phrase, to stand beside that of another period."""
    match shown_timeliness(figure):
        case NoCasesDue():
            return say("no cases due")
        case TimelinessCounts(hits=hits, measured=measured):
            return say("{hits} of {measured}", hits=hits, measured=measured)
        case TimelinessRates(value=value, counts=counts):
            return say(
                "{percent}% ({hits} of {measured})",
                percent=percent(value),
                hits=counts.hits,
                measured=counts.measured,
            )


def _rates(say: Language, rates: TimelinessRates) -> list[Markup]:
    headline = say(
        "<b>Timeliness {percent}%</b> · {hits} of {measured} settled in time",
        percent=percent(rates.value),
        hits=rates.counts.hits,
        measured=rates.counts.measured,
    )
    lines = [headline, _made_of(say, rates.counts), *_excluded(say, rates.counts, rates)]
    if rates.net != rates.value:
        lines.append(
            say("Less waiting for answers and agreed extensions: {net}%", net=percent(rates.net))
        )
    return lines


def _made_of(say: Language, counts: TimelinessCounts) -> Markup:
    return say(
        "{due} due · {excluded} not counted · {pending} not due yet",
        due=counts.due,
        excluded=counts.excluded,
        pending=counts.pending,
    )


def _excluded(
    say: Language, counts: TimelinessCounts, rates: TimelinessRates | None
) -> list[Markup]:
    if not counts.excluded:
        return []
    if rates is None:
        late = say("{hits} of {measured}", hits=counts.hits, measured=counts.due)
    else:
        late = Markup("{}%").format(percent(rates.excluded_as_missed))
    return [
        say(
            "Not counted: withdrawn, merged or declined in time. If they counted as late: {late}",
            late=late,
        )
    ]


def _pending(say: Language, pending: int) -> list[Markup]:
    if not pending:
        return []
    return [say.many("{n} case is not due yet", "{n} cases are not due yet", pending)]
