"""The `gridward` command: which subcommands there are, and how their failures are told."""

import sys
from collections.abc import Sequence

import typer

from bot.command_line.check import check
from bot.command_line.demo import demo
from bot.command_line.figures import figures
from bot.command_line.migrate import migrate
from bot.command_line.run import run
from bot.command_line.sandbox import sandbox
from bot.command_line.verify import verify
from bot.failures import CannotRun
from bot.settings import WrongSetting
from storage.failures import DatabaseUnusable

app = typer.Typer(
    help="Tagged messages in a residents' group chat become tracked cases.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (run, demo, sandbox, migrate, check, figures, verify):
    app.command()(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one subcommand; what cannot be done is told in one line, with exit code 1."""
    try:
        app(arguments)
    except (WrongSetting, CannotRun) as reason:
        _fail(str(reason))
    except DatabaseUnusable as reason:
        _fail(f"DATABASE_URL: {reason}")
    except KeyboardInterrupt:
        sys.exit(130)


def _fail(reason: str) -> None:
    sys.stderr.write(f"gridward: {reason}\n")
    sys.exit(1)
