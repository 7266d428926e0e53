"""What people write in a chat, read as what they ask of the bot."""

from domain.grammar.raw import might_concern
from domain.grammar.reader import read
from domain.grammar.values import Command, Mention, Reading, Span
from domain.grammar.words import COMMANDS, WORDS, Urgency, Word

__all__ = [
    "COMMANDS",
    "WORDS",
    "Command",
    "Mention",
    "Reading",
    "Span",
    "Urgency",
    "Word",
    "might_concern",
    "read",
]
