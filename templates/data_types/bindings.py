"""Values that a class computes for its fields, as arguments of the method that does it.

Knows bound values. Must not know fields or templates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.compile.bound_values import Binding, BoundValue, bound_values
from generator.compile.types import DataDefinition
from generator.emit.imports import Imports
from generator.ir import Model

from .constraints import local_imports


@dataclass(frozen=True, slots=True)
class BindingView:
    """One computed field: the expression over `self`, and how it holds as an argument, or ""."""

    field: str
    expression: str
    how: str


_ARGUMENT = {
    Binding.FIXED: "",
    Binding.DEFAULT: "is_default=True",
    Binding.INITIAL: "is_initial=True",
}


def binding_views(values: Sequence[BoundValue]) -> tuple[BindingView, ...]:
    """The computed fields in the order in which they are computed."""
    return tuple(
        BindingView(each.field, each.compiled.code, _ARGUMENT[each.binding]) for each in values
    )


def binding_imports(values: Sequence[BoundValue], imports: Imports, module: str) -> tuple[str, ...]:
    """The imports that the expressions need inside the method, each once."""
    needed = tuple(imported for each in values for imported in each.compiled.imports)
    return local_imports(tuple(dict.fromkeys(needed)), imports, module)


def is_inherited(
    model: Model, values: Sequence[BoundValue], bases: Sequence[DataDefinition]
) -> bool:
    """Whether the first base computes the same values, so that its method will do."""
    if not bases:
        return not values
    known = bound_values(model, bases[0])[0]
    return [each.feature.id for each in known] == [each.feature.id for each in values]
