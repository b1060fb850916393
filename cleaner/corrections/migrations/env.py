"""Run by Alembic (https://alembic.sqlalchemy.org) for every command; the connection is handed over by `migrate`."""

from __future__ import annotations

from alembic import context

from cleaner.corrections.tables import metadata

# Batches: SQLite alters a table by copying it.
context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
