"""The figures once more, from METRICS by plain loops over rows; shares no code with the product."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from domain.events import Story

Row = dict[str, Any]
Rows = list[Row]
OVERTURNS = ("Reopened", "DeclineRefused")
ENDS = ("Resolved", "Declined", "Merged", "Voided")
CLOCKS_RUN_ON = ("Answered", "Accepted", "Assigned", "Resolved", "Declined")
WEEK = timedelta(days=7)


def read(story: Story, as_of: datetime) -> Row | None:
    """Return one case as a dictionary, or None when it was not open before `as_of`."""
    rows: Rows = [
        {
            "what": type(entry.event).__name__,
            "at": entry.at,
            "who": entry.actor,
            "held": entry.role_held,
            "event": entry.event,
        }
        for entry in story.entries
        if entry.at < as_of
    ]
    if not rows or story.entries[0].at >= as_of:
        return None
    first = rows[0]["event"]
    case: Row = {"rows": rows, "line": first.line.value, "intake": rows[0]["at"], "opened": first}
    case["start"], case["due"] = _start_and_due(first, rows)
    case["net"] = _net_due(first, rows)
    case["end"], case["ended"] = _outcome(rows, len(rows))
    case["group"] = _group(rows, len(rows))
    return case


def _start_and_due(first: Any, rows: Rows) -> tuple[datetime, datetime]:
    starts, dues = [first.started_at], [first.due_at]
    for row in rows:
        if row["what"] == "Absorbed" and row["at"] < row["event"].due_at:
            starts.append(row["event"].started_at)
            dues.append(row["event"].due_at)
    return min(starts), min(dues)


def _net_due(first: Any, rows: Rows) -> datetime:
    gross = net = first.due_at
    asked: datetime | None = None
    for row in rows:
        what, at, event = row["what"], row["at"], row["event"]
        if what == "Absorbed" and at < event.due_at:
            gross, net = min(gross, event.due_at), min(net, event.due_at)
        if what == "Extended" and at < gross and event.until > net:
            net = event.until
        if asked is not None and what in CLOCKS_RUN_ON:
            net += max(at - asked, timedelta(0))
            asked = None
        if what == "Asked" and asked is None and at < gross:
            asked = at
    return net  # type: ignore[no-any-return]


def people(rows: Rows, upto: int) -> set[int]:
    """Return who is a requester after the first `upto` rows: whose last word was not to leave."""
    there: dict[int | None, bool] = {rows[0]["event"].requester: True}
    for row in rows[1:upto]:
        if row["what"] == "Absorbed":
            there[row["event"].requester] = True
        if row["what"] == "Withdrawn":
            there[row["who"]] = False
    return {person for person, stays in there.items() if stays and person is not None}


def _outcome(rows: Rows, upto: int) -> tuple[str | None, datetime | None]:
    for at in range(upto - 1, 0, -1):
        what = rows[at]["what"]
        if what in OVERTURNS:
            return None, None
        if what in ENDS or (what == "Withdrawn" and not people(rows, at + 1)):
            return what, rows[at]["at"]
    return None, None


def _group(rows: Rows, upto: int) -> int:
    moves = [row["event"].group for row in rows[:upto] if row["what"] in {"Opened", "Transferred"}]
    return int(moves[-1])


def timeliness(cases: Iterable[Row], start: datetime, end: datetime, as_of: datetime) -> Row:
    """Return hits, net hits, due, excluded and pending."""
    total = {"hits": 0, "net_hits": 0, "due": 0, "excluded": 0, "pending": 0}
    for case in cases:
        counted = max(case["due"], case["intake"])
        if counted >= as_of and case["intake"] < end:
            total["pending"] += 1
        if not (start <= counted < end and counted < as_of):
            continue
        total["due"] += 1
        resolved = case["end"] == "Resolved"
        total["hits"] += resolved and case["ended"] <= case["due"]
        total["net_hits"] += resolved and case["ended"] <= case["net"]
        total["excluded"] += _excluded(case)
    return total


def _excluded(case: Row) -> bool:
    if case["end"] in {None, "Resolved", "Voided"} or not case["ended"] < case["due"]:
        return False
    return case["end"] != "Declined" or decline_stands(case["rows"])


def decline_stands(rows: Rows) -> bool:
    """Return whether the last decline was confirmed within seven days by somebody else."""
    at = max(number for number, row in enumerate(rows) if row["what"] == "Declined")
    confirmations = [row for row in rows[at:] if row["what"] == "DeclineConfirmed"]
    if not confirmations:
        return False
    handlers = {getattr(row["event"], "handler", None) for row in rows} | {rows[at]["who"]}
    last = confirmations[-1]
    return last["at"] - rows[at]["at"] <= WEEK and last["who"] not in handlers


def first_response(
    cases: Iterable[Row], start: datetime, end: datetime, as_of: datetime
) -> tuple[int, int]:
    """Return how many were answered in time, and of how many."""
    answered = of = 0
    for case in cases:
        by = case["opened"].respond_by
        counted = max(by, case["intake"])
        if start <= counted < end and counted < as_of:
            of += 1
            answered += any(_answers(row, case) and row["at"] <= by for row in case["rows"])
    return answered, of


def _answers(row: Row, case: Row) -> bool:
    rows = case["rows"]
    asked = {rows[0]["event"].requester} | {
        other["event"].requester for other in rows if other["what"] == "Absorbed"
    }
    if row["what"] in {"Opened", "Absorbed", "Reworded"} or row["at"] == case["intake"]:
        return False
    return bool(row["held"]) and row["who"] is not None and row["who"] not in asked


def lifetimes(cases: Iterable[Row], as_of: datetime) -> tuple[list[float], list[int]]:
    """Return seconds and whether resolved, of the cases opened in the twelve weeks before."""
    seconds, resolved = [], []
    for case in cases:
        if as_of - case["intake"] <= 12 * WEEK:
            seconds.append(((case["ended"] or as_of) - case["start"]).total_seconds())
            resolved.append(int(case["end"] == "Resolved"))
    return seconds, resolved


def papers(case: Row) -> list[Row]:
    """Return the papers of a residents' case: round 1 or later, window's end, vote and its time."""
    rows, found, had = case["rows"], [], set()
    rounds = [number for number, row in enumerate(rows) if row["what"] == "Resolved"]
    for place, number in enumerate(rounds):
        ends = rows[number]["event"].rate_until
        if place + 1 < len(rounds):
            ends = min(ends, rows[rounds[place + 1]]["at"])
        for person in people(rows, number):
            votes = _votes(rows, person, rows[number]["event"].round, ends)
            found.append({"first": person not in had, "ends": ends, "votes": votes})
            had.add(person)
    return found


def _votes(rows: Rows, person: int, round_: int, ends: datetime) -> list[tuple[datetime, int]]:
    votes = [
        (row["at"], row["event"].score)
        for row in rows
        if row["what"] == "Rated" and row["event"].round == round_
        if row["who"] == person and not row["held"]
        if row["at"] < ends or row["event"].at_the_edge
    ]
    votes.sort(key=lambda vote: vote[0])
    return votes


def tally(chosen: Sequence[Row]) -> tuple[int, int, int, int]:
    """Return asked, rated, satisfied, and satisfied by the five-level practice."""
    scores = [paper["votes"][-1][1] for paper in chosen if paper["votes"]]
    four, three = [s for s in scores if s > 3], [s for s in scores if s > 2]
    return len(chosen), len(scores), len(four), len(three)


def open_cases(
    stories: Iterable[Story], moment: datetime, as_of: datetime, here: Callable[[int], bool]
) -> int:
    """Return how many cases stood open at a moment, going through each story in ledger order."""
    count = 0
    for story in stories:
        case = read(story, as_of)
        rows = case["rows"] if case else []
        # An entry recorded late is in the books no sooner than those recorded ahead of it.
        upto = next((n for n, row in enumerate(rows) if row["at"] >= moment), len(rows))
        count += upto > 0 and _outcome(rows, upto)[0] is None and here(_group(rows, upto))
    return count
