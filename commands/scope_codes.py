"""Scopes and ids in the codes of buttons, which anybody can forge."""

from commands.context import Context
from commands.one_line import OneLine
from domain.roles import Scope, ScopeKind

_MOST_DIGITS = 18


def scope_code(scope: Scope) -> str:
    """Write a scope, such as `community.3`."""
    return f"{scope.kind.value}.{scope.id}"


def read_scope(context: Context, written: str) -> Scope:
    """Read a scope from a code; raises OneLine when it is none."""
    kind, _, number = written.partition(".")
    if kind not in set(ScopeKind):
        raise outdated(context)
    return Scope(ScopeKind(kind), read_id(context, number))


def read_id(context: Context, written: str) -> int:
    """Read an id from a code; raises OneLine when it is none."""
    if not (written.isascii() and written.isdecimal() and len(written) <= _MOST_DIGITS):
        raise outdated(context)
    return int(written)


def outdated(context: Context) -> OneLine:
    """Return how a tap ends whose code the bot does not write, or no longer."""
    return OneLine(context.say("This button is of no use any more."))
