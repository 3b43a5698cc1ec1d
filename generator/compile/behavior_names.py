"""Names of the functions made from calculations and constraints, and of their parameters.

The one place that decides them, so that a call agrees with the definition. Knows names; must not know how a
body is compiled.
"""

from __future__ import annotations

from functools import cached_property, lru_cache

from generator.compile.types import ImportName, model_folder
from generator.emit.names import Names, snake
from generator.ir import (
    CalculationDefinition,
    CalculationUsage,
    CaseDefinition,
    CaseUsage,
    ConstraintDefinition,
    Direction,
    Element,
    ElementId,
    Model,
    Package,
    RequirementDefinition,
    Type,
)

__all__ = ["BehaviorNames", "behavior_names"]


class BehaviorNames:
    """The Python functions of one model. Made once per model by `behavior_names`."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._functions: dict[ElementId, ImportName] = {}
        scopes: dict[tuple[str, str], Names] = {}
        for element in model.user_elements:
            module = _module(model, element)
            if module is None:
                continue
            scope = scopes.setdefault((model_folder(element), module), Names())
            function = scope.unique(snake(element.name or ""))
            self._functions[element.id] = ImportName(module, function, is_local=True)

    def function(self, element: Element) -> ImportName | None:
        """The function made from a calculation (a definition, or a usage of a package) or a constraint definition; None for anything else."""
        return self._functions.get(element.id)

    @cached_property
    def function_names(self) -> frozenset[str]:
        """All names given out."""
        return frozenset(each.name for each in self._functions.values())

    def parameters(self, behavior: Type) -> dict[ElementId, str]:
        """The Python name of each directed parameter of a behaviour, in order."""
        scope = Names()
        return {
            each.id: scope.unique(snake(each.name or "value"))
            for each in self._model.features(behavior)
            if each.direction is not None and each.role != "return"
        }

    def inputs(self, behavior: Type) -> dict[ElementId, str]:
        """The Python name of each `in` and `inout` parameter of a behaviour, in order."""
        found = self.parameters(behavior)
        return {
            each.id: found[each.id]
            for each in self._model.features(behavior)
            if each.id in found and each.direction in (Direction.IN, Direction.INOUT)
        }


def _module(model: Model, element: Element) -> str | None:
    if isinstance(element, CaseDefinition | RequirementDefinition):
        return None
    if isinstance(element, CalculationDefinition):
        return "calculations"
    if isinstance(element, CalculationUsage):
        is_own = isinstance(model.owner(element), Package)
        return "calculations" if is_own and not isinstance(element, CaseUsage) else None
    return "constraints" if isinstance(element, ConstraintDefinition) else None


@lru_cache(maxsize=8)
def behavior_names(model: Model) -> BehaviorNames:
    """The Python functions of a model, named once."""
    return BehaviorNames(model)
