"""Verification cases that calculate: their verdict is `PassIf(…)` of what can be computed as it is.

The one place that decides which cases those are and what their tests are called. Knows cases and verdicts; must not
know how a test is laid out, nor how cases perform anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.compile.actions import effective_value, steps_of
from generator.compile.code import Compiled
from generator.compile.expressions import compile_condition
from generator.compile.scope import Scope
from generator.compile.types import model_folder
from generator.compile.verdicts import conjuncts, passing
from generator.diagnostics import Diagnostic
from generator.emit.names import Names, snake
from generator.ir import (
    Element,
    ElementId,
    Expression,
    Feature,
    Model,
    Role,
    Type,
    VerificationCaseDefinition,
    VerificationCaseUsage,
)
from generator.ir.walk import references_in

__all__ = ["CalculatedCase", "calculated_cases", "conditions_of"]


@dataclass(frozen=True, slots=True)
class CalculatedCase:
    """A case, what its verdict asks for, and the function that tests it."""

    case: Type
    asked: Expression
    function: str


@lru_cache(maxsize=8)
def calculated_cases(model: Model) -> Mapping[ElementId, CalculatedCase]:
    """The cases without steps whose verdict can be computed as it is.

    A case that asks about its subject or another feature of its own is for whoever gives it one.
    """
    scopes: dict[str, Names] = {}
    found: dict[ElementId, CalculatedCase] = {}
    for each in model.user_elements:
        asked = _asked(model, each)
        if asked is not None and isinstance(each, Type):
            scope = scopes.setdefault(model_folder(each), Names(ignore_case=True))
            function = scope.unique(f"test_{snake(each.name or '')}_passes")
            found[each.id] = CalculatedCase(each, asked, function)
    return found


def _asked(model: Model, case: Element) -> Expression | None:
    if not isinstance(case, VerificationCaseDefinition | VerificationCaseUsage):
        return None
    if case.name is None or steps_of(model, case):
        return None
    for each in model.owned(case, Feature):
        if each.role is Role.RETURN and (asked := passing(model, effective_value(model, each))):
            own = {feature.id for feature in model.features(case)}
            paths = [model.path(reference) for reference in references_in(asked)]
            return None if any(path and path[0].id in own for path in paths) else asked
    return None


def conditions_of(
    model: Model, case: CalculatedCase
) -> tuple[tuple[Compiled, ...], tuple[Diagnostic, ...]]:
    """The conditions that the verdict of a case joins by `and`, and why one of them was not compiled."""
    found: list[Compiled] = []
    faults: list[Diagnostic] = []
    for each in conjuncts(case.asked):
        compiled, why = compile_condition(model, each, Scope())
        faults += why
        found += [compiled] if compiled is not None else []
    return tuple(found), tuple(faults)
