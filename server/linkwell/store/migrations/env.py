"""Runs the revisions on the connection that was handed over; alembic loads this file."""

from alembic import context

from linkwell.store.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=connection.dialect.name == "sqlite")
with context.begin_transaction():
    context.run_migrations()
