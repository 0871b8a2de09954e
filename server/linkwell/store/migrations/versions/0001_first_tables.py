"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "answer",
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("request_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("slugs", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("token", "key"),
    )
    op.create_table(
        "category",
        sa.Column("visit", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("ruleset", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("category", sa.String(length=8), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("visit", "ruleset"),
    )
    op.create_table(
        "domain",
        sa.Column("host", sa.String(length=260), nullable=False),
        sa.Column("first_minted_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("host"),
    )
    op.create_table(
        "link",
        sa.Column("slug", sa.String(length=8), nullable=False),
        sa.Column("short_url", sa.Text(), nullable=False),
        sa.Column("host", sa.String(length=260), nullable=False),
        sa.Column("destination", sa.Text(), nullable=False),
        sa.Column("destination_hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("campaign", sa.String(length=200), server_default="", nullable=False),
        sa.Column("contact", sa.String(length=200), server_default="", nullable=False),
        sa.Column("audience", sa.String(length=200), server_default="", nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("fallback_url", sa.Text(), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.String(length=64), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("slug"),
    )
    op.create_index("link_by_time", "link", ["created_at", "slug"], unique=False)
    op.create_index(
        "link_changed",
        "link",
        ["changed_at"],
        unique=False,
        sqlite_where=sa.text("changed_at IS NOT NULL"),
        postgresql_where=sa.text("changed_at IS NOT NULL"),
    )
    op.create_index(
        "link_once_a_contact",
        "link",
        ["destination_hash", "campaign", "contact", "host"],
        unique=True,
        sqlite_where=sa.text("contact <> ''"),
        postgresql_where=sa.text("contact <> ''"),
    )
    op.create_table(
        "pairing",
        sa.Column("code_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("scope", sa.String(length=8), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("tries_left", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code_hash"),
    )
    op.create_table(
        "policy",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_by", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("version"),
    )
    op.create_table(
        "salt",
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("value", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("day"),
    )
    op.create_table(
        "spool",
        sa.Column("file", sa.String(length=64), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("file"),
    )
    op.create_table(
        "token",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("scope", sa.String(length=8), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "visit",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("writer", sa.String(length=32), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("requested", sa.String(length=200), nullable=False),
        sa.Column("slug", sa.String(length=8), nullable=True),
        sa.Column("rung", sa.String(length=8), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("method", sa.String(length=16), nullable=False),
        sa.Column("scheme", sa.String(length=5), nullable=False),
        sa.Column("host", sa.String(length=260), nullable=False),
        sa.Column("headers", sa.Text(), nullable=False),
        sa.Column("visitor", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("writer", "sequence", name="visit_once"),
    )
    op.create_index("visit_by_slug", "visit", ["slug", "at"], unique=False)
    op.create_index("visit_by_time", "visit", ["at"], unique=False)


def downgrade() -> None:
    """Drop them all."""
    op.drop_index("visit_by_time", table_name="visit")
    op.drop_index("visit_by_slug", table_name="visit")
    op.drop_table("visit")
    op.drop_table("token")
    op.drop_table("spool")
    op.drop_table("salt")
    op.drop_table("policy")
    op.drop_table("pairing")
    op.drop_index(
        "link_once_a_contact", table_name="link", sqlite_where=sa.text("contact <> ''"), postgresql_where=sa.text("contact <> ''")
    )
    op.drop_index(
        "link_changed",
        table_name="link",
        sqlite_where=sa.text("changed_at IS NOT NULL"),
        postgresql_where=sa.text("changed_at IS NOT NULL"),
    )
    op.drop_index("link_by_time", table_name="link")
    op.drop_table("link")
    op.drop_table("domain")
    op.drop_table("category")
    op.drop_table("answer")
