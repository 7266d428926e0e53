"""The words a case is described with: its kind, state, level, line and the moves it can make."""

from enum import StrEnum


class CaseKind(StrEnum):
    """What the words of a case are: something needed, or something wrong."""

    DEMAND = "demand"
    ISSUE = "issue"


class State(StrEnum):
    """Where a case stands."""

    NEW = "new"
    ACCEPTED = "accepted"
    WAITING = "waiting"
    RESOLVED = "resolved"
    CLOSED = "closed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    VOID = "void"


OPEN_STATES = frozenset({State.NEW, State.ACCEPTED, State.WAITING})


class Level(StrEnum):
    """Who is asked to settle a case: the group, the community above it, or the sub-district."""

    GROUP = "group"
    COMMUNITY = "community"
    SUBDISTRICT = "subdistrict"


class Line(StrEnum):
    """Which of the two lines of figures a case belongs to (METRICS, "Two lines")."""

    RESIDENTS = "residents"
    PATROL = "patrol"


class Move(StrEnum):
    """Everything that can be done to a case."""

    OPEN = "open"
    ACCEPT = "accept"
    ASSIGN = "assign"
    ASK = "ask"
    ANSWER = "answer"
    RESOLVE = "resolve"
    DECLINE = "decline"
    CONFIRM_DECLINE = "confirm_decline"
    WITHDRAW = "withdraw"
    MERGE = "merge"
    EXTEND = "extend"
    ESCALATE = "escalate"
    HAND_BACK = "hand_back"
    TRANSFER = "transfer"
    REOPEN = "reopen"
    CORRECT = "correct"
    VOID = "void"
    RATE = "rate"
    CLOSE = "close"


class Cause(StrEnum):
    """Why a case was opened again."""

    NOT_SOLVED = "not_solved"
    REQUESTER = "requester"
    SUPERVISOR = "supervisor"
