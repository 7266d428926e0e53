"""The `gridward` command: each subcommand a file; every failure one line and an exit code."""

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one subcommand; what cannot be done is told in one line, with exit code 1 or 2."""
    # The processes that draw import this anew when they start, and need nothing of what it runs.
    from bot.command_line.program import main as run  # noqa: PLC0415 - see above

    run(arguments)
