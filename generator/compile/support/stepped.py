"""Calculations with steps: cases are performed as actions are, a calculation in an expression at one go.

Must not know models.
"""

from __future__ import annotations

from typing import Self

from .cases import Calculation
from .failures import BUDGET, RunFailure
from .performances import Performance
from .runs import Run, run_here

__all__ = ["Case", "SteppedCalculation"]


class SteppedCalculation(Calculation):
    """A calculation whose result is made by steps, none of which may wait."""

    is_performed = False

    async def perform_body(self) -> None:
        """What is done to get the result; nothing where the model does not say."""

    def prepare(self) -> None:
        """Take the steps, once, before the result is read."""
        if self.is_performed:
            return
        self.is_performed = True
        body = self.perform_body()
        with run_here(Run(tick=BUDGET.spend)):
            try:
                body.send(None)
            except StopIteration:
                return
            except RuntimeError as fault:
                raise self._waits() from fault
            finally:
                body.close()
        raise self._waits()

    def _waits(self) -> RunFailure:
        return RunFailure("unsupported", f"{self} is calculated in an expression and has to wait")


class Case(Performance, SteppedCalculation):
    """A case: performed like an action, and it has a result."""

    async def perform(self) -> Self:
        """Perform the case to its end."""
        self.is_performed = True
        return await super().perform()
