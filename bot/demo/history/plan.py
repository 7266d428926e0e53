"""Makes up the cases of a group for twelve weeks, the same ones whenever the seed is the same."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from math import log
from random import Random
from typing import TypeVar

from bot.demo.history.course import Course, Fate, Opening, Question, Rating
from bot.demo.history.matter import Matter, Tag
from bot.demo.history.ways import Chances, Ways
from bot.demo.line import Line

T = TypeVar("T")
_SCORES = {5: 52, 4: 31, 3: 10, 2: 5, 1: 2}
_OPENINGS = {Opening.TAG: 54, Opening.REPLY: 30, Opening.COMMAND: 6, Opening.PATROL: 10}
_FATES = {Fate.SETTLED: 91, Fate.WITHDRAWN: 4, Fate.MISTAKE: 3, Fate.LEFT_OPEN: 2}
# How far most times lie from their median: a factor of about two and a half either way.
_SPREAD = 0.9
_WEEK = timedelta(days=7)
_LAST_MOMENT = timedelta(days=6)
_TAGGED_MEDIAN = 1.5
_SLOWER = 4
_ASKED_OF_DEMANDS = (
    Question(
        Line("什么时候联系您方便？", "When may we call you?"),
        Line("晚上七点以后都可以", "Any time after seven in the evening"),
    ),
    Question(
        Line("要登记一下，方便留个门牌号吗？", "For the list: which door is yours?"),
        Line("私信发给您了", "I have sent it to you"),
    ),
)
_ASKED_OF_ISSUES = (
    Question(
        Line("具体在哪个位置？", "Where exactly is it, please?"),
        Line("进门左手边，一眼就能看到", "On the left as you come in, you can't miss it"),
    ),
    Question(
        Line("这种情况有多久了？", "How long has it been like this?"),
        Line("三四天了", "Three or four days"),
    ),
)


def plan(ways: Ways, seed: str, begins: datetime) -> Iterator[Course]:
    """Yield a group's cases in the order of time, from a moment on the first week's Monday on."""
    chance = Random(seed)  # noqa: S311 - a game, and one that must come out the same again
    matters = _in_turn(chance, ways.matters)
    for week, count in enumerate(ways.weekly):
        for said_at in _moments(chance, begins + timedelta(weeks=week), count):
            if said_at >= begins:
                yield _course(chance, ways, next(matters), said_at)


def talk(ways: Ways, seed: str, begins: datetime) -> Iterator[tuple[datetime, Line]]:
    """Yield what is only talked of, with its moments."""
    chance = Random(f"{seed}:talk")  # noqa: S311 - likewise
    lines = _in_turn(chance, ways.chatter)
    for week in range(len(ways.weekly)):
        for moment in _moments(chance, begins + timedelta(weeks=week), ways.chatter_weekly):
            if moment >= begins:
                yield moment, next(lines)


def _course(chance: Random, ways: Ways, matter: Matter, said_at: datetime) -> Course:
    chances = ways.chances
    opening, fate = _opening(chance, matter), _drawn(chance, _FATES)
    late = chance.random() < chances.late
    question = _question(chance, matter) if chance.random() < chances.questioned else None
    patrol = opening is Opening.PATROL
    return Course(
        matter=matter,
        said_at=said_at,
        place=chance.choice(ways.of.places),
        requester=chance.randrange(len(ways.of.residents)),
        opening=opening,
        tagged_after=_hours(chance, _TAGGED_MEDIAN),
        answered_after=_hours(chance, chances.answered_median * (_SLOWER if late else 1)),
        question=None if patrol else question,
        settled_after=_settled(chance, chances, late=late),
        fate=Fate.SETTLED if patrol else fate,
        rating=None if patrol else _rating(chance, chances),
    )


def _opening(chance: Random, matter: Matter) -> Opening:
    """Draw how a case is opened; what a patrol finds is something wrong, never a wish."""
    opening = _drawn(chance, _OPENINGS)
    if opening is Opening.PATROL and matter.tag is Tag.DEMAND:
        return Opening.TAG
    return opening


def _question(chance: Random, matter: Matter) -> Question:
    demanded = matter.tag is Tag.DEMAND
    return chance.choice(_ASKED_OF_DEMANDS if demanded else _ASKED_OF_ISSUES)


def _settled(chance: Random, chances: Chances, *, late: bool) -> timedelta:
    """Draw when a case is settled: within its week, unless it is a late one."""
    if late:
        return _WEEK + timedelta(hours=chance.randint(8, 140))
    return min(
        _hours(chance, chances.settled_median), _WEEK - timedelta(hours=chance.randint(9, 60))
    )


def _rating(chance: Random, chances: Chances) -> Rating | None:
    rated, unsolved = chance.random() < chances.rated, chance.random() < chances.unsolved
    after, score = min(_hours(chance, 7), _LAST_MOMENT), _drawn(chance, _SCORES)
    if unsolved:
        return Rating(after, min(score, 2), solved=False)
    return Rating(after, score) if rated else None


def _in_turn(chance: Random, things: Sequence[T]) -> Iterator[T]:
    """Yield all things in any order, then all again: none comes twice in a row for long."""
    while True:
        yield from chance.sample(things, len(things))


def _drawn(chance: Random, weights: Mapping[T, int]) -> T:
    return chance.choices(list(weights), list(weights.values()))[0]


def _hours(chance: Random, median: float) -> timedelta:
    """Draw a time around its median, whole seconds, as human delays are spread."""
    return timedelta(seconds=round(3600 * chance.lognormvariate(log(median), _SPREAD)))


def _moments(chance: Random, monday: datetime, count: int) -> list[datetime]:
    """Draw moments of a week when people write: fewer at weekends, most before and after work."""
    return sorted(_moment(chance, monday) for _ in range(count))


def _moment(chance: Random, monday: datetime) -> datetime:
    day = chance.choices(range(7), (6, 5, 5, 5, 5, 3, 2))[0]
    hour = chance.choices(range(7, 22), (3, 5, 6, 5, 4, 3, 2, 3, 3, 3, 4, 6, 6, 4, 2))[0]
    clock = time(hour, chance.randrange(60), chance.randrange(60))
    return datetime.combine(monday + timedelta(days=day), clock, monday.tzinfo)
