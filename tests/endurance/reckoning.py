"""The reckoning after an ordeal: one case for each tagged message, and every twin card listed."""

import asyncio
import re
from collections import Counter
from dataclasses import dataclass

from domain.kinds import State
from sandbox import Message
from tests.endurance.crowd import Crowd, origin
from tests.endurance.process import Gridward
from tests.endurance.traces import Books

TOO_MANY = 429
_RETRY_AFTER = re.compile(r"retry after (\d+)")
_IN_DOUBT = re.compile(r"^In doubt, may stand twice: (\d+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sum:
    """What there was to count."""

    toll: Counter[str]
    tagged: int
    cases: int
    posts: int
    twins: int
    doubts: int
    too_many: int

    def __str__(self) -> str:
        kills = ", ".join(f"{count} {moment}" for moment, count in sorted(self.toll.items()))
        return (
            f"{self.toll.total()} kills ({kills}); {self.tagged} tagged messages, "
            f"{self.cases} cases; {self.posts} new messages sent, {self.twins} of them twins, "
            f"{self.doubts} listed as in doubt; {self.too_many} refused with 429"
        )


def reckon(crowd: Crowd, books: Books, toll: Counter[str]) -> Sum:
    """Hold what was kept against what was said; raises AssertionError where they differ."""
    assert (books.waiting_updates, books.waiting_messages) == (0, 0)
    _each_has_one_case(crowd, books)
    _each_case_is_as_it_was_told(crowd, books)
    twins = _twins_are_listed(crowd, books)
    return Sum(
        toll=toll,
        tagged=len(crowd.tagged),
        cases=len(books.cases),
        posts=len(crowd.sandbox.record.sent),
        twins=twins,
        too_many=sum(request.code == TOO_MANY for request in crowd.sandbox.record.requests),
        doubts=sum(each.times for each in books.doubtful),
    )


async def attest(process: Gridward, total: Sum) -> None:
    """Let the program's own commands say the same, and its log nothing else."""
    check, verify = await asyncio.gather(process.ask("check"), process.ask("verify"))
    assert check.code == 0, check.text
    doubts = _IN_DOUBT.search(check.text)
    assert doubts is not None
    assert int(doubts[1]) == total.doubts
    assert "\nUpdates set aside: 0\n" in check.text
    assert "\nGiven up: 0\n" in check.text
    assert (verify.code, verify.text) == (0, "Everything agrees with the ledger.\n")
    # A sandbox that a busy machine held up counts several of the bot's seconds as one, so some are
    # refused; but never most, and never with more than a second to wait.
    assert total.too_many * 2 < total.posts
    assert set(_RETRY_AFTER.findall(process.log)) <= {"1"}
    assert "Traceback" not in process.log
    assert '"level": "error"' not in process.log


def _each_has_one_case(crowd: Crowd, books: Books) -> None:
    tagged = {origin(message) for message in crowd.tagged}
    accepting = {origin(message) for message in crowd.accepted.values()}
    assert set(books.origins) == tagged | accepting
    opened = sorted(books.origins[each] for each in tagged)
    assert opened == sorted(books.cases) == list(range(1, len(tagged) + 1))


def _each_case_is_as_it_was_told(crowd: Crowd, books: Books) -> None:
    last: dict[int, int] = {}
    for message in crowd.tagged:
        number = books.origins[origin(message)]
        case = books.cases[number]
        accepted = origin(message) in crowd.accepted
        assert (case.requester, case.started_at.timestamp()) == (message.sender.id, message.date)
        assert case.state is (State.ACCEPTED if accepted else State.NEW)
        assert books.steps[number] == 1 + accepted
        assert number > last.get(message.chat.id, 0), "a chat's order was lost"
        last[message.chat.id] = number


def _twins_are_listed(crowd: Crowd, books: Books) -> int:
    """Count the messages that stand twice: all listed, and no more often than that."""
    doubts: Counter[tuple[int, int | None]] = Counter()
    for each in books.doubtful:
        doubts[each.chat, each.case] += each.times
    stand = Counter(_subject(books, each) for each in crowd.sandbox.record.sent)
    cards = {(chat, case) for (chat, _), case in books.origins.items()}
    assert set(stand) == cards | {(each.group.id, None) for each in crowd.households}
    unlisted = {key: (n, doubts[key]) for key, n in stand.items() if n - 1 > doubts[key]}
    assert not unlisted
    return stand.total() - len(stand)


def _subject(books: Books, message: Message) -> tuple[int, int | None]:
    asked = message.reply_to
    case = books.origins[message.chat.id, asked] if asked is not None else None
    return message.chat.id, case
