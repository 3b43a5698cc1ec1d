"""What the tests of verification cases are called: one module for each case that performs a workflow.

Knows cases and Python names. Must not know how a case is compiled.
"""

from __future__ import annotations

from functools import lru_cache

from generator.compile.types import model_folder
from generator.compile.verifications import is_performed
from generator.emit.names import Names, module
from generator.ir import Element, ElementId, Model

__all__ = ["VerificationNames", "verification_names"]

_RESERVED = ("conftest", "performing")


class VerificationNames:
    """The names of the cases of one model that become tests; unique in each system."""

    def __init__(self, model: Model) -> None:
        self._tests: dict[ElementId, str] = {}
        scopes: dict[str, Names] = {}
        for element in model.user_elements:
            if is_performed(model, element):
                folder = model_folder(element)
                scope = scopes.setdefault(folder, Names(_RESERVED, ignore_case=True))
                self._tests[element.id] = scope.unique(_short(element.name or ""))

    def test(self, element: Element) -> str | None:
        """The name of the test of a case, without `test_`; None for anything else."""
        return self._tests.get(element.id)


def _short(name: str) -> str:
    """A name for a module, which says `test` already."""
    shorter = module(name).removesuffix("_test")
    return module(name) if shorter in ("", *_RESERVED) else shorter


@lru_cache(maxsize=8)
def verification_names(model: Model) -> VerificationNames:
    """The tests of the cases of a model, named once."""
    return VerificationNames(model)
