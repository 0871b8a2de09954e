"""Opt-outs, and links by their contact."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of opt-outs, and the index that tells whether a contact was sent a link."""
    op.create_table(
        "optout",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("contact", sa.String(length=200), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(length=8), nullable=False),
        sa.Column("reason", sa.String(length=200), server_default="", nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_source", sa.String(length=8), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("optout_by_contact", "optout", ["contact", "id"], unique=False)
    op.create_index(
        "optout_in_force",
        "optout",
        ["contact"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "link_by_contact",
        "link",
        ["contact"],
        unique=False,
        sqlite_where=sa.text("contact <> ''"),
        postgresql_where=sa.text("contact <> ''"),
    )


def downgrade() -> None:
    """Drop both."""
    op.drop_index("link_by_contact", table_name="link", sqlite_where=sa.text("contact <> ''"), postgresql_where=sa.text("contact <> ''"))
    op.drop_index(
        "optout_in_force",
        table_name="optout",
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.drop_index("optout_by_contact", table_name="optout")
    op.drop_table("optout")
