"""Constraints asserted by a data definition, as conditions on `self`.

Knows how constraints are compiled. Must not know fields or templates.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from generator.compile.code import Compiled, negate, unparse
from generator.compile.constraints import asserted_constraints, compile_constraint
from generator.compile.scope import Scope
from generator.compile.types import ImportName
from generator.diagnostics import Diagnostic
from generator.emit.imports import Imports, statement
from generator.emit.names import snake
from generator.ir import (
    AssertConstraintUsage,
    ConstraintDefinition,
    ConstraintUsage,
    ElementId,
    Feature,
    Model,
    Type,
)


@dataclass(frozen=True, slots=True)
class ConstraintView:
    """A validator: `broken` is true of a value that breaks the constraint."""

    method: str
    doc: str
    imports: tuple[str, ...]
    broken: str
    message: str


def compiled_constraints(
    model: Model, owner: Type, variable: str, *, without: Container[ElementId] = ()
) -> tuple[tuple[tuple[AssertConstraintUsage, Compiled], ...], tuple[Diagnostic, ...]]:
    """Each asserted constraint with its condition on a variable; those that could not be compiled are reported."""
    found: list[tuple[AssertConstraintUsage, Compiled]] = []
    faults: list[Diagnostic] = []
    scope = Scope().within(owner, variable)
    for each in asserted_constraints(model, owner):
        if each.id in without:
            continue
        compiled, diagnostics = compile_constraint(model, each, scope)
        faults += diagnostics
        if compiled is not None:
            found.append((each, compiled))
    return tuple(found), tuple(faults)


def meaning(model: Model, constraint: ConstraintUsage) -> str:
    """What a constraint says to a person: its documentation, else its text in the model."""
    referred = model.target(constraint.reference)
    typed = [each for each in model.types(constraint) if isinstance(each, ConstraintDefinition)]
    documented = [constraint.doc, referred.doc if referred is not None else ""]
    documented += [each.doc for each in typed if each.library is None]
    written = constraint.result or (
        referred.result if isinstance(referred, ConstraintUsage) else None
    )
    texts = [
        *documented,
        written.span.flat_text if written is not None else "",
        constraint.span.flat_text,
    ]
    return " ".join(next(text for text in texts if text).split())


def constraint_name(constraint: Feature, number: int) -> str:
    """What a constraint is called in messages."""
    return constraint.name or f"constraint {number}"


def constraint_views(
    model: Model,
    owner: Type,
    class_name: str,
    imports: Imports,
    module: str,
    inherited: Container[ElementId],
) -> tuple[tuple[ConstraintView, ...], tuple[Diagnostic, ...]]:
    """The validators of a class, named so that those of its bases stay in force."""
    compiled, faults = compiled_constraints(model, owner, "self", without=inherited)
    views = []
    for number, (constraint, condition) in enumerate(compiled, start=1):
        name = constraint_name(constraint, number)
        suffix = snake(constraint.name) if constraint.name else f"{snake(class_name)}_{number}"
        said = meaning(model, constraint)
        views.append(
            ConstraintView(
                method=f"_check_{suffix}",
                doc=f"Assert {name}: {said}",
                imports=local_imports(condition.imports, imports, module),
                broken=unparse(negate(condition.node)),
                message=f"{name} does not hold: {said}",
            )
        )
    return tuple(views), faults


def local_imports(needed: Iterable[ImportName], imports: Imports, module: str) -> tuple[str, ...]:
    """Imports an expression needs inside its method: of modules that import this one, or of names taken here."""
    groups: dict[str, list[str]] = {}
    for each in needed:
        if each.is_local and each.module == f"types.{module}":
            continue
        is_carried = each.module.startswith("support.")
        if is_carried and imports.is_free(f"..{each.module}", each.name):
            imports.use(f"..{each.module}", each.name)
        elif each.is_local:
            at = each.module
            where = f".{at.removeprefix('types.')}" if at.startswith("types.") else f"..{at}"
            groups.setdefault(where, []).append(each.name)
        elif imports.is_free(each.module, each.name):
            imports.use(each.module, each.name)
        else:
            groups.setdefault(each.module, []).append(each.name)
    return tuple(statement(at, names) for at, names in sorted(groups.items()))
