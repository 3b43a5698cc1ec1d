"""Calculations, constraints and requirements as occurrences: what is performed to get a result.

Must not know models.
"""

from __future__ import annotations

from typing import Any, ClassVar

from .occurrences import Feature, Occurrence, value

__all__ = ["Calculation", "Constraint", "Requirement"]

_ASSUMED = ("assume",)
_REQUIRED = ("require", "requirement", "frame", "assert", "verify")


class Calculation(Occurrence):
    """A performance that gives a result; called with arguments it is another performance of the same."""

    result: Feature[Any] = Feature("result", lambda: object, role="return")

    def __call__(self, **given: Any) -> Any:
        """The result with other arguments."""
        return type(self)(self.owner, **given).result


class Constraint(Calculation):
    """A predicate: its result says whether it holds."""


class Requirement(Constraint):
    """A constraint on a subject: if all that is assumed holds, all that is required has to."""

    is_negated: ClassVar[bool] = False

    @value("result", lambda: bool, role="return")
    def result(self) -> bool:
        """Whether the requirement is satisfied."""
        assumed = all(self.results(*_ASSUMED).values())
        return self.is_negated is not (not assumed or all(self.results(*_REQUIRED).values()))

    def results(self, *roles: str) -> dict[str, bool]:
        """Whether each of its constraints holds, for those of some roles."""
        return {
            each.name: all(bool(one.result) for one in each.values(self))
            for each in type(self).features()
            if each.role in roles
        }
