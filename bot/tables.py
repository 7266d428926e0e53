"""The tables that lead from what was said, tapped or has happened to the command for it."""

from collections.abc import Mapping
from typing import Final

from commands.accept import accept, accept_tapped
from commands.acceptance import place_tapped
from commands.ask import ask
from commands.assign import assign
from commands.case import case, case_linked
from commands.cases import cases, cases_tapped
from commands.claim import claim
from commands.explain import ask_why
from commands.grant import grant, grant_tapped
from commands.help import show_help
from commands.language import choose, language_tapped
from commands.mine import mine
from commands.not_offered import decline, escalate, extend, merge
from commands.not_solved import confirm_tapped, unsolved_tapped
from commands.one_line import Asking, Tapping
from commands.overdue import overdue
from commands.rate import rate_tapped, revote_tapped, solved_tapped
from commands.reopen import reopen, reopen_tapped
from commands.resolve import resolve, resolve_tapped
from commands.revoke import revoke, revoke_tapped
from commands.roles import roles
from commands.setup import setup, setup_tapped
from commands.start import start
from commands.stats import stats, stats_tapped
from commands.summary import summary
from commands.void import void_tapped
from commands.withdraw import withdraw
from domain.kinds import Move

MOVES: Final[Mapping[Move, Asking]] = {
    Move.ACCEPT: accept,
    Move.ASSIGN: assign,
    Move.ASK: ask,
    Move.RESOLVE: resolve,
    Move.REOPEN: reopen,
    Move.WITHDRAW: withdraw,
    Move.DECLINE: decline,
    Move.MERGE: merge,
    Move.ESCALATE: escalate,
    Move.EXTEND: extend,
}

QUESTIONS: Final[Mapping[str, Asking]] = {
    "start": start,
    "help": show_help,
    "case": case,
    "cases": cases,
    "language": choose,
    "setup": setup,
    "grant": grant,
    "revoke": revoke,
    "roles": roles,
    "mine": mine,
    "overdue": overdue,
    "stats": stats,
    "summary": summary,
}

TAPS: Final[Mapping[str, Tapping]] = {
    "accept": accept_tapped,
    "done": resolve_tapped,
    "reopen": reopen_tapped,
    "void": void_tapped,
    "rate": rate_tapped,
    "solved": solved_tapped,
    "unsolved": unsolved_tapped,
    "confirm": confirm_tapped,
    "revote": revote_tapped,
    "cases": cases_tapped,
    "language": language_tapped,
    "setup": setup_tapped,
    "place": place_tapped,
    "grant": grant_tapped,
    "revoke": revoke_tapped,
    "stats": stats_tapped,
}

# Deep links into a private chat: `t.me/BOT?start=why-12`.
LINKS: Final = {"case": case_linked, "why": ask_why, "claim": claim}
