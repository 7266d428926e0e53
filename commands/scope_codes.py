"""Scopes in the codes of buttons."""

from domain.roles import Scope, ScopeKind


def scope_code(scope: Scope) -> str:
    """Write a scope, such as `community.3`."""
    return f"{scope.kind.value}.{scope.id}"


def read_scope(written: str) -> Scope | None:
    """Read a scope from a code; None when it is none."""
    kind, _, number = written.partition(".")
    if kind not in set(ScopeKind) or not (number.isascii() and number.isdecimal()):
        return None
    return Scope(ScopeKind(kind), int(number[:18]))


def read_number(written: str) -> int | None:
    """Read a positive number from a code; None when it is none."""
    if not (written.isascii() and written.isdecimal()):
        return None
    return int(written[:18]) or None
