"""First response in words."""

from datetime import timedelta

from markupsafe import Markup

from domain.figures import FirstResponse, percent
from reports.language import Language

PERCENT_FROM = 10


def response_lines(say: Language, figure: FirstResponse, within: timedelta) -> list[Markup]:
    """Tell how many cases were answered `within` that time; nothing when none had to be."""
    if figure.rate is None:
        return []
    counts = {"answered": figure.answered, "of": figure.of, "within": say.span(within)}
    if figure.of < PERCENT_FROM:
        return [say("<b>First answer</b> · {answered} of {of} within {within}", **counts)]
    return [
        say(
            "<b>First answer {percent}%</b> · {answered} of {of} within {within}",
            percent=percent(figure.rate),
            **counts,
        )
    ]
