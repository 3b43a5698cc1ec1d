"""Calculations, constraints and requirements as occurrences: what is performed to get a result.

Must not know models.
"""

from __future__ import annotations

from typing import Any

from .occurrences import Occurrence

__all__ = ["Calculation", "Constraint", "Requirement"]


class Calculation(Occurrence):
    """A performance that gives a result; called with arguments it is another performance of the same."""

    result: Any

    def __call__(self, **given: Any) -> Any:
        """The result with other arguments."""
        return type(self)(self.owner, **given).result


class Constraint(Calculation):
    """A predicate: its result says whether it holds."""

    result: Any


class Requirement(Constraint):
    """A constraint on a subject: if all that is assumed holds, all that is required has to."""

    @property
    def result(self) -> Any:
        """Whether the requirement is satisfied."""
        assumed = self._results("assume")
        return not all(assumed.values()) or all(self._results("require").values())

    def _results(self, role: str) -> dict[str, bool]:
        return {
            each.name: all(one.result for one in each.values(self))
            for each in type(self).features()
            if each.role == role
        }
