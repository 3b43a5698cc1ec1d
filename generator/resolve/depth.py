"""Chains of dependence of any length without deep recursion.

What a name means may depend on what another one means, and so on, as far as a model likes. Each step of such a
chain is remembered once it is known, so a chain that gets too long is cut: its far end is worked out first, and
then the beginning again, which now finds the far end known. Must not know what the steps are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

__all__ = ["Depth", "PostponedError"]

T = TypeVar("T")

_LONGEST = 100

_Step = tuple[object, Callable[[], object], Callable[[bool], None]]


class PostponedError(Exception):
    """A step that has to be worked out first. `block` keeps it from being begun, for the sake of circles."""

    def __init__(
        self, key: object, step: Callable[[], object], block: Callable[[bool], None]
    ) -> None:
        super().__init__()
        self.key = key
        self.step = step
        self.block = block


class Depth:
    """How many steps are open. Steps call `enter` and `leave`; whoever begins a chain uses `run`."""

    def __init__(self) -> None:
        self._open = 0

    def enter(self, key: object, step: Callable[[], object], block: Callable[[bool], None]) -> None:
        """Begin a step, or postpone it by an exception."""
        if self._open >= _LONGEST:
            raise PostponedError(key, step, block)
        self._open += 1

    def leave(self) -> None:
        """End a step, whether it succeeded or not."""
        self._open -= 1

    def run(self, task: Callable[[], T]) -> T:
        """The result of a task, whose postponed steps are worked out before it. It may be begun several times."""
        # Not the exceptions themselves: they would keep all that they interrupted.
        waiting: list[_Step] = []
        keys: set[object] = set()
        while True:
            try:
                if not waiting:
                    return task()
                key, step, block = waiting[-1]
                block(False)
                step()
                keys.discard(key)
                waiting.pop()
            except PostponedError as postponed:
                if postponed.key in keys:
                    postponed.block(True)  # it waits for itself: for now it has nothing to offer
                else:
                    keys.add(postponed.key)
                    waiting.append((postponed.key, postponed.step, postponed.block))
