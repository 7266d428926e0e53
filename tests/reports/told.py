"""What reports are told with in tests, and some ready-made neighbourhoods of cases."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.events import Story, Withdrawn
from domain.figures import Figures, figures
from domain.kinds import Line
from domain.periods import Period, iso_week
from domain.policy import Policy
from reports.language import language
from reports.telling import Telling
from tests.domain.figures.telling import Opening, accepted, case, day, rated, resident, resolved

ZONE = ZoneInfo("UTC")
PATROL = Opening(line=Line.PATROL, requester=None)


def told(code: str, at: float) -> Telling:
    """Return how things are told in a language, that many days after the Monday."""
    return Telling(language(code), ZONE, day(at), Policy())


def week_of(number: float) -> Period:
    """Return the ISO week that holds the day, with its label."""
    return iso_week(day(number), ZONE)


def reckoned(*stories: Story, period: Period, as_of: datetime) -> Figures:
    """Reckon figures as the reports do."""
    return figures(stories, period, as_of, Policy())


def settled(number: int, start: float, score: int | None = None, takes: float = 2) -> Story:
    """Tell a case settled after so many days, and rated a day later by somebody of its own."""
    who = 1000 + number
    entries = [accepted(start + 0.2), resolved(start + takes)]
    votes = [] if score is None else [rated(start + takes + 1, score, who=who)]
    return case(number, start, *entries, *votes, opening=Opening(requester=who))


def full_group() -> list[Story]:
    """Tell a busy fortnight: enough due and rated in its second week for every percentage."""
    scores = [5, 5, 4, 4, 5, 3, 5, 4, 5, 2, None, None]
    cases = [settled(n, 0.5 + n / 10, score) for n, score in enumerate(scores, 1)]
    late = settled(20, 1, takes=9)
    withdrawn = case(21, 1.5, resident(3, Withdrawn()))
    still_open = case(22, 4)
    patrol = case(23, 2, accepted(2.5), resolved(5), opening=PATROL)
    return [*cases, late, withdrawn, still_open, patrol]
