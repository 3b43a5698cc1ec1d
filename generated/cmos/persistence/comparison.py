# Generated from CMOS_Persistence::Context (ssot/cmos/persistence.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""How a database is compared with the mapped classes: types, defaults and checks too."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from .models import Base

__all__ = ["COMPARISON", "differences"]


def default_differs(
    migration: MigrationContext,
    found: sa.Column[Any],
    wanted: sa.Column[Any],
    found_default: str | None,
    wanted_default: str | None,
    rendered: str | None,
) -> bool | None:
    """Whether a column has another default; None leaves the answer to Alembic.

    It is exact for SQLite, where Alembic strips quotes and adds parentheses.
    """
    if migration.dialect.name != "sqlite":
        return None
    compiler = migration.dialect.ddl_compiler(migration.dialect, None)  # type: ignore[arg-type]
    return _bare(compiler.get_column_default_string(wanted)) != _bare(found_default)


def _bare(default: str | None) -> str | None:
    """A default without the parentheses around it."""
    if default is not None and default[:1] == "(" and default[-1:] == ")":
        return default[1:-1]
    return default


COMPARISON: dict[str, Any] = {
    "compare_type": True,
    "compare_server_default": default_differs,
    "autogenerate_plugins": [
        "alembic.autogenerate.*",
        "alembic.ext.checkconstraint_byname",
    ],
}


def differences(connection: sa.Connection) -> list[Any]:
    """What Alembic would change to make a database what the classes say; nothing when it is."""
    context = MigrationContext.configure(connection, opts=COMPARISON)
    return list(compare_metadata(context, Base.metadata))
