"""What Alembic runs: on the connection that `storage.migrate` hands over, and on no other."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Enum
from sqlalchemy.types import TypeDecorator

from storage.tables import Row


def _in_our_words(kind: str, item: Any, writing: AutogenContext) -> str | Literal[False]:
    """Write our own column types shortly into a new version; a list of choices would grow old."""
    if kind != "type" or not isinstance(item, TypeDecorator | Enum):
        return False
    if isinstance(item, Enum):
        return f"sa.String({item.length})"
    name = type(item).__name__
    writing.imports.add(f"from {type(item).__module__} import {name}")
    return f"{name}()"


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
    render_item=_in_our_words,
)
with context.begin_transaction():
    context.run_migrations()
