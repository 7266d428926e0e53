"""Make the tables of the record: who supervises what, cases, and the ledger."""

import sqlalchemy as sa
from alembic import op

from storage.tables.row import Digest, Ids, Moment, RoleNumber

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _areas()
    _chains()
    _counters()
    _roles()
    _settings()
    _snapshots()
    _texts()
    _groups()
    _ledger()
    _cases()
    _ballots()


def _areas() -> None:
    op.create_table(
        "areas",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("parent", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["parent"], ["areas.id"], name="fk_areas_parent"),
        sa.PrimaryKeyConstraint("id", name="pk_areas"),
    )
    op.create_index("ix_areas_parent", "areas", ["parent"])


def _chains() -> None:
    op.create_table(
        "chains",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("length", sa.BigInteger(), nullable=False),
        sa.Column("head", Digest(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_chains"),
    )


def _counters() -> None:
    op.create_table(
        "counters",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_counters"),
    )


def _roles() -> None:
    op.create_table(
        "roles",
        sa.Column("user", sa.BigInteger(), nullable=False),
        sa.Column("role", RoleNumber(), nullable=False),
        sa.Column("scope_kind", sa.String(16), nullable=False),
        sa.Column("scope_id", sa.BigInteger(), nullable=False),
        sa.Column("granted_at", Moment(), nullable=False),
        sa.Column("granted_by", sa.BigInteger(), nullable=True),
        sa.Column("revoked_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("user", "role", "scope_kind", "scope_id", name="pk_roles"),
    )
    op.create_index("ix_roles_scope_kind_scope_id", "roles", ["scope_kind", "scope_id"])


def _settings() -> None:
    op.create_table(
        "settings",
        sa.Column("scope_kind", sa.String(16), nullable=False),
        sa.Column("scope_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("scope_kind", "scope_id", "name", name="pk_settings"),
    )


def _snapshots() -> None:
    op.create_table(
        "snapshots",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("scope_kind", sa.String(16), nullable=False),
        sa.Column("scope_id", sa.BigInteger(), nullable=False),
        sa.Column("start", Moment(), nullable=False),
        sa.Column("end", Moment(), nullable=False),
        sa.Column("as_of", Moment(), nullable=False),
        sa.Column("definition", sa.String(), nullable=False),
        sa.Column("figures", sa.String(), nullable=False),
        sa.Column("heads", sa.String(), nullable=False),
        sa.Column("restates", sa.BigInteger(), nullable=True),
        sa.Column("digest", Digest(), nullable=False),
        sa.ForeignKeyConstraint(["restates"], ["snapshots.id"], name="fk_snapshots_restates"),
        sa.PrimaryKeyConstraint("id", name="pk_snapshots"),
    )
    op.create_index(
        "ix_snapshots_scope_kind_scope_id_start", "snapshots", ["scope_kind", "scope_id", "start"]
    )


def _texts() -> None:
    op.create_table(
        "texts",
        sa.Column("digest", Digest(), nullable=False),
        sa.Column("salt", sa.String(), nullable=True),
        sa.Column("body", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("digest", name="pk_texts"),
    )


def _groups() -> None:
    op.create_table(
        "groups",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("timezone", sa.String(), nullable=True),
        sa.Column("thread", sa.BigInteger(), nullable=True),
        sa.Column("community", sa.BigInteger(), nullable=True),
        sa.Column("accepted_at", Moment(), nullable=True),
        sa.Column("joined_at", Moment(), nullable=False),
        sa.Column("paused", sa.String(), nullable=True),
        sa.Column("bot_is_administrator", sa.Boolean(), nullable=False),
        sa.Column("reads_everything", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["community"], ["areas.id"], name="fk_groups_community"),
        sa.PrimaryKeyConstraint("id", name="pk_groups"),
        sa.UniqueConstraint("chat", name="uq_groups_chat"),
    )
    op.create_index("ix_groups_community", "groups", ["community"])


def _ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("chain", sa.String(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("case", sa.BigInteger(), nullable=True),
        sa.Column("step", sa.BigInteger(), nullable=True),
        sa.Column("actor", sa.BigInteger(), nullable=True),
        sa.Column("role_held", sa.Boolean(), nullable=False),
        sa.Column("data", sa.String(), nullable=False),
        sa.Column("previous", Digest(), nullable=False),
        sa.Column("digest", Digest(), nullable=False),
        sa.ForeignKeyConstraint(["chain"], ["chains.name"], name="fk_ledger_chain"),
        sa.PrimaryKeyConstraint("chain", "position", name="pk_ledger"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_ledger_case_step", "ledger", ["case", "step"], unique=True)
    op.create_index(
        "ix_ledger_transferred",
        "ledger",
        ["kind", "chain", "case"],
        sqlite_where=sa.text("kind = 'transferred'"),
        postgresql_where=sa.text("kind = 'transferred'"),
    )


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("group", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("level", sa.String(16), nullable=False),
        sa.Column("line", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("category", sa.String(), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("requester", sa.BigInteger(), nullable=True),
        sa.Column("joined", Ids(), nullable=False),
        sa.Column("tagger", sa.BigInteger(), nullable=True),
        sa.Column("handler", sa.BigInteger(), nullable=True),
        sa.Column("words", Digest(), nullable=False),
        sa.Column("place", Digest(), nullable=True),
        sa.Column("labels", Digest(), nullable=True),
        sa.Column("started_at", Moment(), nullable=False),
        sa.Column("opened_at", Moment(), nullable=False),
        sa.Column("due_at", Moment(), nullable=False),
        sa.Column("net_due_at", Moment(), nullable=False),
        sa.Column("counts_at", Moment(), nullable=False),
        sa.Column("respond_by", Moment(), nullable=False),
        sa.Column("responded_at", Moment(), nullable=True),
        sa.Column("resolved_at", Moment(), nullable=True),
        sa.Column("outcome_at", Moment(), nullable=True),
        sa.Column("rate_until", Moment(), nullable=True),
        sa.Column("rounds", sa.BigInteger(), nullable=False),
        sa.Column("reopened", sa.BigInteger(), nullable=False),
        sa.Column("work_by", Moment(), nullable=True),
        sa.Column("waiting_since", Moment(), nullable=True),
        sa.Column("merged_into", sa.BigInteger(), nullable=True),
        sa.Column("declined_by", sa.BigInteger(), nullable=True),
        sa.Column("decline_confirmed", sa.Boolean(), nullable=False),
        sa.Column("void_proposed_by", sa.BigInteger(), nullable=True),
        sa.Column("remark", Digest(), nullable=True),
        sa.Column("steps", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["group"], ["groups.id"], name="fk_cases_group"),
        sa.PrimaryKeyConstraint("number", name="pk_cases"),
    )
    op.create_index("ix_cases_group_counts_at", "cases", ["group", "counts_at"])
    op.create_index("ix_cases_group_opened_at", "cases", ["group", "opened_at"])
    op.create_index("ix_cases_handler_state", "cases", ["handler", "state"])
    op.create_index(
        "ix_cases_joined",
        "cases",
        ["joined"],
        sqlite_where=sa.text("joined <> ''"),
        postgresql_where=sa.text("joined <> ''"),
    )
    op.create_index("ix_cases_requester_opened_at", "cases", ["requester", "opened_at"])
    op.create_index("ix_cases_state_group_due_at", "cases", ["state", "group", "due_at"])


def _ballots() -> None:
    op.create_table(
        "ballots",
        sa.Column("case", sa.BigInteger(), nullable=False),
        sa.Column("requester", sa.BigInteger(), nullable=False),
        sa.Column("round", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("closes_at", Moment(), nullable=False),
        sa.Column("score", sa.BigInteger(), nullable=True),
        sa.Column("solved", sa.Boolean(), nullable=True),
        sa.Column("reason", Digest(), nullable=True),
        sa.Column("rated_at", Moment(), nullable=True),
        sa.Column("edge", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.number"], name="fk_ballots_case"),
        sa.PrimaryKeyConstraint("case", "requester", "round", name="pk_ballots"),
    )
    op.create_index("ix_ballots_closes_at", "ballots", ["closes_at"])
