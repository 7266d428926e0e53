"""The `gridward` command: each subcommand a file; every failure one line and an exit code."""

from bot.command_line.program import main

__all__ = ["main"]
