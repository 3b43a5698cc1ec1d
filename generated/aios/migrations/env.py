# Generated from AIOS_Persistence::AccessRefusal (ssot/aios/persistence.sysml) and 119 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""How Alembic runs the migrations: on the database of DATABASE_URL, or on the connection it is handed."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import context

from aios.persistence.comparison import COMPARISON
from aios.persistence.models import Base
from aios.persistence.session import database_url, migration_engine

OPTIONS: dict[str, Any] = {
    **COMPARISON,
    "target_metadata": Base.metadata,
    "render_as_batch": True,
    "transactional_ddl": True,
}
# Any number: the same for all processes that migrate this system's database.
LOCK = 0x5507


def run_offline() -> None:
    """Print the SQL instead of running it."""
    context.configure(
        url=database_url(),
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
        **OPTIONS,
    )
    with context.begin_transaction():
        context.run_migrations()


def run_on(connection: sa.Connection) -> None:
    """Run on a connection, all revisions in one transaction, one process at a time."""
    context.configure(connection=connection, **OPTIONS)
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
        context.run_migrations()
        if connection.dialect.name == "sqlite":
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise RuntimeError(
                    f"foreign keys are broken after the migration: {broken[:5]}"
                )


def run_online() -> None:
    """Run on the connection given in the configuration, else on one of our own."""
    connection = context.config.attributes.get("connection")
    if connection is not None:
        run_on(connection)
        return
    engine = migration_engine(context.config.attributes.get("url"))
    try:
        with engine.connect() as own:
            run_on(own)
    finally:
        engine.dispose()


if context.is_offline_mode():
    run_offline()
else:
    run_online()
