"""A state machine for programs that are not written with coroutines: events in, the state it is in out.

Time is the machine's own: it passes in `advance`, and costs none. Knows occurrences of states and their runs; must
not know models.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from .runs import Run
from .states import StateOccurrence, run_of

__all__ = ["IllegalTransition", "StateMachine"]

S = TypeVar("S", bound=StateOccurrence)
T = TypeVar("T")


class IllegalTransition(Exception):
    """Nothing waits for an event in the state a machine is in; the message names the events that are waited for."""


class StateMachine(Generic[S]):
    """A running machine. `occurrence` is the state it runs, with its attributes; close it, or use it in `with`."""

    def __init__(self, occurrence: S) -> None:
        self.occurrence = occurrence
        self._runner = asyncio.Runner()
        self._run = Run()
        self._machine = run_of(occurrence, self._run)
        self._do(self._machine.start())

    def _do(self, work: Coroutine[Any, Any, T]) -> T:
        return self._runner.run(self._run.main(work))

    @property
    def state(self) -> str:
        """The innermost active state as a dotted path; those of parallel regions are joined by commas."""
        return self._machine.state

    @property
    def active(self) -> tuple[str, ...]:
        """The innermost active states as dotted paths: one, or one for each parallel region."""
        return self._machine.active

    @property
    def visits(self) -> tuple[str, ...]:
        """The states in the order in which they were entered."""
        return tuple(self._machine.visits)

    @property
    def is_done(self) -> bool:
        """Whether the machine has reached its end."""
        return self._machine.is_done

    @property
    def now(self) -> float:
        """The machine's time in seconds."""
        return self._machine.now

    def legal_events(self) -> tuple[type[Any], ...]:
        """The classes of the events that some active state waits for."""
        return self._machine.waits_for()

    def fire(self, event: object, via: str = "") -> str:
        """Let an event happen, and everything that follows from it; the state afterwards.

        IllegalTransition when nothing waits for it, or every guard is closed; the machine is then as it was.
        """
        before, ignored = self.state, len(self._machine.ignored)
        self._do(self._machine.fire(event, via))
        if len(self._machine.ignored) > ignored:
            legal = ", ".join(each.__name__ for each in self.legal_events()) or "none"
            raise IllegalTransition(
                f"{type(event).__name__} in state {before}: legal events are {legal}"
            )
        return self.state

    def advance(self, seconds: float) -> str:
        """Let time pass; the state afterwards."""
        self._do(self._machine.advance(seconds))
        return self.state

    def close(self) -> None:
        """End what is still being done."""
        self._do(self._machine.stop())
        self._runner.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
