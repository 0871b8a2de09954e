"""A contact's dead link no longer stands in the way of a live one."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_COLUMNS = ["destination_hash", "campaign", "contact", "host"]


def upgrade() -> None:
    """Ask only of live links that a contact has each of them once."""
    op.drop_index("link_once_a_contact", table_name="link")
    live = sa.text("contact <> '' AND state = 'live'")
    op.create_index("link_once_a_contact", "link", _COLUMNS, unique=True, sqlite_where=live, postgresql_where=live)


def downgrade() -> None:
    """Ask it of all links again, but of none that are there: a contact may have a dead and a live one by now, and both are kept."""
    op.drop_index("link_once_a_contact", table_name="link")
    all_of_them = sa.text("contact <> ''")
    op.create_index("link_once_a_contact", "link", _COLUMNS, unique=False, sqlite_where=all_of_them, postgresql_where=all_of_them)
