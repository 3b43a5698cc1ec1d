"""Failures of a run and its budget of steps.

A failure has a code for programs and a message for people. Must not know what is run.
"""

from __future__ import annotations

import sys
from typing import Any

__all__ = [
    "BUDGET",
    "REMARKS",
    "Budget",
    "MissingValue",
    "Remarks",
    "RunFailure",
    "missing_value",
    "unsupported",
]


class RunFailure(Exception):
    """Why a run cannot go on; `code` is stable, the message says what to do about it."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class MissingValue(RunFailure):
    """A value is needed that nobody gives."""


def unsupported(message: str) -> Any:
    """A construct was reached that has no meaning in a program; the message names it and its place."""
    raise RunFailure("unsupported", message)


def missing_value(message: str) -> Any:
    """A value is needed that the model does not give."""
    raise MissingValue("missing-value", message)


class Budget:
    """How many steps a run may still take; loops, calls and performances take one each."""

    def __init__(self, steps: int = sys.maxsize) -> None:
        self.limit = steps
        self.left = steps

    def start(self, steps: int) -> None:
        """Begin a run that may take so many steps."""
        self.limit = self.left = steps

    def spend(self, steps: int = 1) -> None:
        """Take steps; RunFailure `budget-exhausted` when there are none left."""
        self.left -= steps
        if self.left < 0:
            raise RunFailure("budget-exhausted", f"the run took more than {self.limit} steps")


BUDGET = Budget()
"""The budget of the run in this process."""


class Remarks:
    """What a run finds that is against the model and does not keep it from going on; nothing unless it is asked for."""

    def __init__(self) -> None:
        self.are_wanted = False
        self.found: dict[str, None] = {}

    def start(self) -> None:
        """Begin a run that keeps what is found."""
        self.are_wanted = True
        self.found = {}

    def take(self) -> tuple[str, ...]:
        """What was found, each once; from now on nothing is kept."""
        found = tuple(self.found)
        self.found = {}
        self.are_wanted = False
        return found


REMARKS = Remarks()
"""The remarks of the run in this process."""
