"""Constraints a configuration asserts, as conditions on its settings.

Knows how constraints are compiled; must not know templates.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.compile.code import negate, unparse
from generator.compile.constraints import asserted_constraints, compile_constraint
from generator.compile.scope import Scope
from generator.diagnostics import Diagnostic
from generator.emit.imports import statement
from generator.emit.names import Names, snake
from generator.ir import Model, PartDefinition


@dataclass(frozen=True, slots=True)
class Constraint:
    """A validator: `broken` is true of settings that break the constraint."""

    method: str
    doc: str
    imports: tuple[str, ...]
    broken: str
    message: str


def constraints_of(
    model: Model, definition: PartDefinition
) -> tuple[tuple[Constraint, ...], tuple[Diagnostic, ...]]:
    """The asserted constraints of a configuration, and those that cannot be compiled."""
    found: list[Constraint] = []
    faults: list[Diagnostic] = []
    names, scope = Names(), Scope().within(definition, "self")
    for each in asserted_constraints(model, definition):
        compiled, diagnostics = compile_constraint(model, each, scope)
        faults += diagnostics
        if compiled is None:
            continue
        said = " ".join((each.doc or (each.result or each).span.flat_text).split())
        label = each.name or "constraint"
        modules: dict[tuple[bool, str], list[str]] = {}
        for needed in compiled.imports:
            modules.setdefault((needed.is_local, needed.module), []).append(needed.name)
        found.append(
            Constraint(
                method=names.unique(f"_check_{snake(label).strip('_')}"),
                doc=f"Assert {label}: {said}",
                imports=tuple(
                    statement(f".{at}" if is_local else at, wanted)
                    for (is_local, at), wanted in sorted(modules.items())
                ),
                broken=unparse(negate(compiled.node)),
                message=f"{label} does not hold: {said}",
            )
        )
    return tuple(found), tuple(faults)
