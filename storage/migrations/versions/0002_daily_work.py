"""Make the tables of daily work: people, messages, and what is due."""

import sqlalchemy as sa
from alembic import op

from storage.tables.row import Moment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _albums()
    _due()
    _inbox()
    _members()
    _memory()
    _outbox()
    _people()
    _posts()
    _refusals()
    _refusing_chats()


def _albums() -> None:
    op.create_table(
        "albums",
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("album", sa.String(), nullable=False),
        sa.Column("case", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("chat", "album", name="pk_albums"),
    )


def _due() -> None:
    op.create_table(
        "due",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("done_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("kind", "subject", name="pk_due"),
    )
    op.create_index(
        "ix_due_at",
        "due",
        ["at"],
        sqlite_where=sa.text("done_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL"),
    )


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column(
            "seq",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("bot", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=True),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("received_at", Moment(), nullable=False),
        sa.Column("not_before", Moment(), nullable=False),
        sa.Column("raw", sa.String(), nullable=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("seq", name="pk_inbox"),
        sa.UniqueConstraint("bot", "update_id", name="uq_inbox_bot_update_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_inbox_state_received_at", "inbox", ["state", "received_at"])


def _members() -> None:
    op.create_table(
        "members",
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("user", sa.BigInteger(), nullable=False),
        sa.Column("administers", sa.Boolean(), nullable=False),
        sa.Column("seen_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("chat", "user", name="pk_members"),
    )


def _memory() -> None:
    op.create_table(
        "memory",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_memory"),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("urgency", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("dedupe", sa.String(), nullable=True),
        sa.Column("post", sa.String(), nullable=True),
        sa.Column("case", sa.BigInteger(), nullable=True),
        sa.Column("purpose", sa.String(16), nullable=True),
        sa.Column("payload", sa.String(), nullable=False),
        sa.Column("message", sa.BigInteger(), nullable=True),
        sa.Column("attempts", sa.BigInteger(), nullable=False),
        sa.Column("in_doubt", sa.BigInteger(), nullable=False),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("dedupe", name="uq_outbox_dedupe"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_chat_state", "outbox", ["chat", "state"])
    op.create_index("ix_outbox_post", "outbox", ["post"])
    op.create_index("ix_outbox_state_id", "outbox", ["state", "id"])


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("user", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("username", sa.String(), nullable=True),
        sa.Column("handle", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("seen_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("user", name="pk_people"),
    )
    op.create_index("ix_people_handle", "people", ["handle"])


def _posts() -> None:
    op.create_table(
        "posts",
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("message", sa.BigInteger(), nullable=False),
        sa.Column("case", sa.BigInteger(), nullable=True),
        sa.Column("purpose", sa.String(16), nullable=True),
        sa.PrimaryKeyConstraint("chat", "message", name="pk_posts"),
    )
    op.create_index("ix_posts_case_purpose", "posts", ["case", "purpose"])


def _refusals() -> None:
    op.create_table(
        "refusals",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("case", sa.BigInteger(), nullable=True),
        sa.Column("user", sa.BigInteger(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_refusals"),
    )
    op.create_index("ix_refusals_at", "refusals", ["at"])


def _refusing_chats() -> None:
    op.create_table(
        "refusing_chats",
        sa.Column("chat", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("chat", name="pk_refusing_chats"),
    )
