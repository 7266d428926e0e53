"""The words every message on a case shares: its kind, its state, and the tag that finds it."""

from markupsafe import Markup

from domain.kinds import CaseKind, State
from reports.language import Language


def kind_name(say: Language, kind: CaseKind) -> Markup:
    """Say what kind of case it is."""
    return say("issue") if kind is CaseKind.ISSUE else say("demand")


def state_name(say: Language, state: State) -> Markup:
    """Say where a case stands."""
    return {
        State.NEW: say("new"),
        State.ACCEPTED: say("in hand"),
        State.WAITING: say("waiting for an answer"),
        State.RESOLVED: say("settled"),
        State.CLOSED: say("closed"),
        State.DECLINED: say("declined"),
        State.WITHDRAWN: say("withdrawn"),
        State.MERGED: say("merged"),
        State.VOID: say("void"),
    }[state]


def case_tag(say: Language, number: int) -> Markup:
    """Say the tag by which Telegram lists all messages on a case."""
    return say("#case{number}", number=number)


def named(user: int | None, name: str | None) -> Markup:
    """Name a person so that Telegram tells them; whoever is no person is only named."""
    if user is None or user < 0 or name is None:
        return Markup("{}").format(name or "")
    return Markup('<a href="tg://user?id={}">{}</a>').format(user, name)
