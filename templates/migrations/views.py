"""Migrations: one Alembic revision per release of the schema, and one for what is not yet released.

The statements are the same for SQLite and PostgreSQL. Knows schema steps; must not know entities beyond their
origins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.emit import names
from generator.emit.passes import PassContext, System
from generator.ir import Model
from generator.schema.build import build_schema
from generator.schema.history import Revision as SchemaRevision
from generator.schema.history import releases, revisions
from generator.schema.steps import warning_of

from .statements import Statement, statements


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision file. `warnings` say what its upgrade destroys, or may refuse."""

    path: str
    origins: tuple[str, ...]
    identifier: str
    parent: str
    title: str
    warnings: tuple[str, ...]
    uses_json: bool
    needs_guard: bool
    upgrade: tuple[Statement, ...]
    downgrade: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Environment:
    """`migrations/env.py`: how Alembic reaches the database and the models."""

    path: str
    origins: tuple[str, ...]
    system: str


@dataclass(frozen=True, slots=True)
class AlembicIni:
    """`alembic.ini`, so that `alembic -c …` works from any folder."""

    path: str
    origins: tuple[str, ...]
    system: str


def select(model: Model, context: PassContext) -> Iterator[Revision | Environment | AlembicIni]:
    """The migrations of each system that has entities, or had some when its schema was last released."""
    for system in context.systems:
        schema, _ = build_schema(model, system.elements())
        recorded, faults = releases(model, system.elements())
        context.report(*faults)
        found = revisions(recorded, schema)
        if not found:
            continue
        origins = tuple(dict.fromkeys(name for each in found for name in each.origins))
        yield Environment(f"{system.name}/migrations/env.py", origins, system.name)
        yield AlembicIni(f"{system.name}/alembic.ini", origins, system.name)
        yield from (_revision(system, each) for each in found)


def _revision(system: System, revision: SchemaRevision) -> Revision:
    up, down = statements(revision.upgrade), statements(revision.downgrade)
    warnings = tuple(warning for step in revision.upgrade if (warning := warning_of(step)))
    both = (*up, *down)
    return Revision(
        path=f"{system.name}/migrations/versions/{revision.number:04d}_{names.module(revision.label)}.py",
        origins=revision.origins,
        identifier=revision.identifier,
        parent=revision.parent or "",
        title=f"Revision {revision.number}: {revision.label}.",
        warnings=warnings,
        uses_json=any("postgresql." in text for each in both for text in each.type_codes()),
        needs_guard=any(each.op == "require_empty" for each in both),
        upgrade=up,
        downgrade=down,
    )
