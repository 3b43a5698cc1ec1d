"""The schema of each system with its history: what a database is compared with and brought to.

Knows models and schemas; must not know databases or terminals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic
from generator.emit.systems import systems_of
from generator.ir import Model
from generator.schema.build import build_schema
from generator.schema.history import Release, Revision, release_text, releases, revisions
from generator.schema.steps import Step, warning_of, words_of
from generator.schema.tables import Schema

__all__ = ["PendingStep", "Target", "targets"]


@dataclass(frozen=True, slots=True)
class PendingStep:
    """One step in words, and what it destroys or may refuse."""

    step: Step
    words: str
    warning: str | None


@dataclass(frozen=True, slots=True)
class Target:
    """The schema of one system; `files` are the labels of the files its entities are declared in, in order."""

    system: str
    schema: Schema
    releases: tuple[Release, ...]
    revisions: tuple[Revision, ...]
    files: tuple[str, ...]

    @property
    def pending(self) -> Revision | None:
        """The revision that is not yet released, if the model is ahead of its last release."""
        last = self.revisions[-1] if self.revisions else None
        return last if last is not None and not last.is_released else None

    def pending_steps(self) -> tuple[PendingStep, ...]:
        """The steps of the revision that is not yet released."""
        steps = self.pending.upgrade if self.pending is not None else ()
        return tuple(PendingStep(each, words_of(each), warning_of(each)) for each in steps)

    def release_text(self, number: int, label: str, *, names_system: bool = False) -> str:
        """The model text that records the schema as it is now; see `release_text`."""
        return release_text(self.system, number, label, self.schema, names_system=names_system)


def targets(
    model: Model, groups: Mapping[str, str] | None = None
) -> tuple[tuple[Target, ...], tuple[Diagnostic, ...]]:
    """The systems that have tables, or had some at their last release, and what cannot be stored or read."""
    found: list[Target] = []
    diagnostics: list[Diagnostic] = []
    for system in systems_of(model, groups):
        schema, faults = build_schema(model, system.elements())
        recorded, unreadable = releases(model, system.elements())
        diagnostics += [*faults, *unreadable]
        history = revisions(recorded, schema)
        if not history:
            continue
        entities = (model.find(table.entity) for table in schema.tables if table.entity)
        elements = [each for each in entities if each is not None]
        elements = sorted(elements, key=lambda e: e.id) or [model[each.origin] for each in recorded]
        files = tuple(dict.fromkeys(each.span.path for each in elements))
        found.append(Target(system.name, schema, recorded, history, files))
    return tuple(found), tuple(diagnostics)
