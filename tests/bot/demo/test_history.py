"""Twelve weeks of a made-up sub-district: the same figures again, and such as are seen in life."""

from fractions import Fraction

from bot.demo.building import ZONE, building
from bot.demo.history.sub_district import LASTS, play_history
from bot.demo.line import LanguageCode
from bot.demo.performance import HISTORY_BEGINS
from bot.demo.script import SCRIPTS
from bot.demo.week import MONDAY, play_week
from domain.figures import Figures, to_json
from domain.periods import Period
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


async def test_two_runs_have_the_same_figures_and_those_of_a_lively_sub_district() -> None:
    chinese = await figures_after("zh")
    english = await figures_after("en")
    # Not only again, but in another language: the words have no part in the figures.
    assert list(map(to_json, chinese)) == list(map(to_json, english))
    whole, *groups = chinese
    timeliness, asked = whole.residents.timeliness, whole.satisfaction.first
    assert whole.reconciliation.opened >= ENOUGH_CASES
    assert timeliness.value is not None
    assert Fraction(5, 100) <= 1 - timeliness.value <= Fraction(15, 100)
    assert asked.response_rate is not None
    assert Fraction(30, 100) <= asked.response_rate <= Fraction(60, 100)
    assert [each.reconciliation.opened == 0 for each in groups] == [False, False, True]


async def test_after_the_history_time_passes_and_the_sending_limits_hold() -> None:
    async with building("zh", MONDAY) as house:
        clock, limits = house.sandbox.clock, house.sandbox.limits
        async with house.rehearsal():
            meanwhile = (clock.is_running, limits.enabled)
        assert meanwhile == (False, False)
        assert (clock.is_running, limits.enabled) == (True, True)


async def figures_after(code: LanguageCode) -> list[Figures]:
    """Play everything, and return the figures of the whole and of each group, as of the end."""
    async with building(code, MONDAY) as house:
        async with house.rehearsal() as stage:
            await play_week(stage, SCRIPTS[code])
            await play_history(stage, SEED, HISTORY_BEGINS, lambda _: None)
        telling = Telling(language("en"), ZONE, HISTORY_BEGINS + LASTS, Policy())
        async with house.database.look() as work:
            return [await reckoned(work, scope, telling) for scope in SCOPES]


async def reckoned(work: Work, scope: Scope, telling: Telling) -> Figures:
    """Return the figures of a scope over the whole history."""
    groups = (await place(work, scope, telling.say)).groups
    period = Period(HISTORY_BEGINS, telling.now)
    return measured(await stories_of(work, groups, period, telling), groups, period, telling)
