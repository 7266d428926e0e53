"""Twelve weeks of a made-up sub-district: the same figures again, and such as are seen in life."""

from fractions import Fraction

from bot.demo.building import ZONE, building
from bot.demo.history.sub_district import play_history
from bot.demo.line import LanguageCode
from bot.demo.performance import HISTORY_BEGINS
from bot.demo.script import SCRIPTS
from bot.demo.week import MONDAY, play_week
from domain.figures import Figures, to_json
from domain.periods import Period, read_period
from domain.policy import Policy
from domain.roles import DEPLOYMENT, Scope, ScopeKind
from reports.language import language
from reports.measured import measured, stories_of
from reports.places import place
from reports.telling import Telling
from storage.work import Work

SEED = 36
ENOUGH_CASES = 120
SCOPES = (DEPLOYMENT, *(Scope(ScopeKind.GROUP, number) for number in (1, 2, 3)))

PERIODS = ("2026-09", "2026-10", "2026-W41", "2026-W46", "2026-Q3")


async def test_two_runs_have_the_same_figures_and_those_of_a_lively_sub_district() -> None:
    chinese = await figures_after("zh")
    english = await figures_after("en")
    # Not only again, but in another language: the words have no part in the figures.
    assert list(map(to_json, chinese)) == list(map(to_json, english))
    whole, *groups = chinese[: len(SCOPES)]
    timeliness, asked = whole.residents.timeliness, whole.satisfaction.first
    assert whole.reconciliation.opened >= ENOUGH_CASES
    assert timeliness.value is not None
    assert Fraction(5, 100) <= 1 - timeliness.value <= Fraction(15, 100)
    assert asked.response_rate is not None
    assert Fraction(30, 100) <= asked.response_rate <= Fraction(60, 100)
    assert [each.reconciliation.opened == 0 for each in groups] == [False, False, True]
    books = whole.reconciliation
    assert all((books.withdrawn, books.voided, books.reopened, books.open_at_end))


async def figures_after(code: LanguageCode) -> list[Figures]:
    """Play everything; return the whole's and each group's figures, then the whole's of periods."""
    async with building(code, MONDAY) as stage:
        await play_week(stage, SCRIPTS[code])
        await play_history(stage, SEED, HISTORY_BEGINS, lambda _: None)
        now = stage.sandbox.clock.now()
        telling = Telling(language("en"), ZONE, now, Policy())
        history = Period(HISTORY_BEGINS, now)
        async with stage.database.look() as work:
            apart = [await reckoned(work, scope, history, telling) for scope in SCOPES]
            periods = [read_period(words, now, ZONE) or history for words in PERIODS]
            whole = [await reckoned(work, DEPLOYMENT, each, telling) for each in periods]
    return [*apart, *whole]


async def reckoned(work: Work, scope: Scope, period: Period, telling: Telling) -> Figures:
    """Return the figures of a scope over a period."""
    groups = (await place(work, scope, telling.say)).groups
    return measured(await stories_of(work, groups, period, telling), groups, period, telling)
