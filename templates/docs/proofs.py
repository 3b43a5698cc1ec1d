"""Which generated tests show that an element of the model does what it should.

Knows elements and the tests that each kind of them gets. Must not know requirements.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.compile.authorization import authorization_of
from generator.compile.behavior_names import behavior_names
from generator.compile.calculated_cases import calculated_cases
from generator.compile.calculations import compile_calculation
from generator.compile.types import python_types
from generator.ir import (
    AttributeDefinition,
    CalculationDefinition,
    CalculationUsage,
    ConstraintDefinition,
    Element,
    ElementId,
    EnumerationDefinition,
    ItemDefinition,
)

from .places import Link, Places

__all__ = ["Proofs"]


class Proofs:
    """The tests of one system, by element."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._model = places.model
        rules, _ = authorization_of(places.model, places.system.elements())
        guards = () if rules is None else (rules.roles, rules.entity, *_permissions(rules.grants))
        self._guarding: frozenset[ElementId] = frozenset(each.id for each in guards)

    def of(self, element: Element) -> tuple[Link, ...]:
        """Links to the tests of the code made from an element; a test among many bears its name."""
        found = [*self._places.tests(element)]
        if element.id in self._guarding:
            found.append(_link("tests/test_security.py"))
        found += self._of_data(element)
        found += self._of_calculation(element)
        case = calculated_cases(self._model).get(element.id)
        if case is not None:
            found.append(_link("tests/test_requirements.py", case.function))
        return tuple(found)

    def _of_data(self, element: Element) -> Iterator[Link]:
        """What is expected of data types; a part is no data, it is tested where it does something."""
        if isinstance(element, AttributeDefinition | EnumerationDefinition | ItemDefinition):
            module = python_types(self._model).module(element)
            if module is not None:
                yield _link(f"tests/types/expect_{module}.py")

    def _of_calculation(self, element: Element) -> Iterator[Link]:
        if not isinstance(element, CalculationDefinition | CalculationUsage | ConstraintDefinition):
            return
        if behavior_names(self._model).function(element) is not None:
            code, _ = compile_calculation(self._model, element)
            if code.body is not None and code.is_pure:
                yield _link(f"tests/test_{code.module}.py", f"test_{code.name}")


def _permissions(grants: tuple[tuple[Element, tuple[Element, ...]], ...]) -> Iterator[Element]:
    for role, granted in grants:
        yield role
        yield from granted


def _link(path: str, function: str = "") -> Link:
    return Link(f"{path}::{function}" if function else path, f"../{path}")
