"""How Alembic runs here: inside the transaction that storage/migrate.py has begun."""

from __future__ import annotations

from alembic import context

from storage.migrate import VERSION_TABLE
from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
