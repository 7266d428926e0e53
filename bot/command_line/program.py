"""The `gridward` command: which subcommands there are, and how their failures are told."""

import sys
from collections.abc import Sequence
from typing import NoReturn

import typer

from bot.command_line.backup import backup, restore
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
for command in (run, demo, sandbox, migrate, check, figures, verify, backup, restore):
    app.command()(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one subcommand; what cannot be done is told in one line, with exit code 1 or 2."""
    try:
        sys.exit(app(arguments, standalone_mode=False))
    except typer.TyperException as wrong:
        # Without a subcommand the help is shown, and nothing is left to say.
        _fail(wrong.format_message().replace("Value error, ", ""), wrong.exit_code)
    except (WrongSetting, CannotRun) as reason:
        _fail(str(reason))
    except DatabaseUnusable as reason:
        _fail(f"DATABASE_URL: {reason}")
    except KeyboardInterrupt:
        sys.exit(130)


def _fail(reason: str, code: int = 1) -> NoReturn:
    if reason:
        sys.stderr.write(f"gridward: {' '.join(reason.split())}\n")
    sys.exit(code)
