"""What is read of the ledger is enough: the figures are those of all that ever happened."""

from collections.abc import Iterator
from random import Random

import pytest

from domain.figures import figures
from domain.periods import Period
from domain.policy import Policy
from storage.affairs import add_group
from storage.database import Database
from storage.evolving import By
from storage.record import record
from storage.stories import Span
from tests.domain.figures.histories import GROUPS, history
from tests.domain.figures.telling import day

QUESTIONS = 12
POLICY = Policy()


def spans(seed: int) -> Iterator[Span]:
    dice = Random(-seed)  # noqa: S311 - dice for a test, no secret
    for _ in range(QUESTIONS):
        start = dice.randrange(0, 90)
        as_of = start + dice.choice((1, 5, 7, 7.25, 8, 14, 40, 90))
        yield Span(day(start), day(start + dice.choice((7, 14, 30))), day(as_of))


@pytest.mark.parametrize("seed", range(10))
async def test_figures_of_what_is_read_are_those_of_everything(
    database: Database, seed: int
) -> None:
    stories = history(seed)
    async with database.begin() as work:
        for group in GROUPS:
            await add_group(work, -group, "和苑一期", By(day(-1)))
        for story in stories:
            await record(work, None, story.entries)
    async with database.look() as work:
        for span in spans(seed):
            period = Period(span.start, span.end)
            for groups in (frozenset(GROUPS), frozenset(GROUPS[:1])):
                read = await work.stories.touching(span, groups)
                told = figures(read, period, span.as_of, POLICY, groups)
                assert told == figures(stories, period, span.as_of, POLICY, groups)
