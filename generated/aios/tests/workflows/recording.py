# Generated from AIOS_Agents::Init (ssot/aios/agents.sysml) and 66 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Steps that only note how they are called, for the tests of workflows."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Collection, Coroutine
from typing import Any

from pydantic import ValidationError

from aios.workflows.running import Refused

_PATIENCE = 400


class Token:
    """A value that stands for anything; each attribute of it is a token of its own, always the same."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._parts: dict[str, Token] = {}

    def __getattr__(self, name: str) -> Token:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._parts.setdefault(name, Token(f"{self._path}.{name}"))

    def __repr__(self) -> str:
        return self._path


class Broken(Exception):
    """The failure of a step in a test."""


class Recorder:
    """Notes the calls of steps; slows all of them down, holds some back, lets one fail.

    Each step gives the token of its name.
    """

    def __init__(
        self, *, held: Collection[str] = (), broken: str | None = None, seed: int = 0
    ) -> None:
        self.given: dict[str, list[dict[str, Any]]] = {}
        self.begun: list[str] = []
        self.ended: list[str] = []
        self.cancelled: list[str] = []
        self._held = frozenset(held)
        self._broken = broken
        self._random = random.Random(seed)
        self._tokens: dict[str, Token] = {}

    @property
    def steps(self) -> Any:
        """An object that does any step."""
        return _Steps(self)

    def value(self, path: str) -> Any:
        """The token of an input or a step, or of a part of it: `step.output`."""
        first, *rest = path.split(".")
        found = self._tokens.setdefault(first, Token(first))
        for part in rest:
            found = getattr(found, part)
        return found

    async def step(self, name: str, given: dict[str, Any]) -> Any:
        """What every step does: note what it was given, wait, then fail or give its token."""
        self.given.setdefault(name, []).append(given)
        self.begun.append(name)
        try:
            for _ in range(self._random.randrange(5)):
                await asyncio.sleep(0)
            if name in self._held:
                await asyncio.Event().wait()
        except asyncio.CancelledError:
            self.cancelled.append(name)
            raise
        self.ended.append(name)
        if name == self._broken:
            raise Broken(name)
        return self.value(name)


class _Steps:
    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    def __getattr__(self, name: str) -> Callable[..., Coroutine[Any, Any, Any]]:
        async def step(**given: Any) -> Any:
            return await self._recorder.step(name, given)

        return step


async def begun(run: Coroutine[Any, Any, Any], recorder: Recorder) -> frozenset[str]:
    """The steps that begin when a workflow is let run as far as it gets; then it is cancelled."""
    task = asyncio.create_task(run)
    quiet, known = 0, 0
    while quiet < _PATIENCE and not task.done():
        await asyncio.sleep(0)
        noted = len(recorder.begun) + len(recorder.ended)
        quiet, known = (quiet + 1 if noted == known else 0), noted
    found = frozenset(recorder.begun)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return found


def causes(fault: BaseException) -> list[BaseException]:
    """The single failures in a failure that may be a group of them."""
    if isinstance(fault, BaseExceptionGroup):
        return [each for inner in fault.exceptions for each in causes(inner)]
    return [fault]


class Script:
    """Steps that give values drawn for them, and give the same values again when asked to."""

    def __init__(
        self,
        draw: Callable[[str], Any],
        results: dict[str, list[Any]] | None = None,
    ) -> None:
        self.given: dict[str, list[dict[str, Any]]] = {}
        self.results: dict[str, list[Any]] = {}
        self._known = results or {}
        self._draw = draw

    def again(self) -> Script:
        """A script that gives the values this one gave."""
        return Script(self._draw, self.results)

    def call(self, name: str, given: dict[str, Any]) -> Any:
        """Note a call and give its value."""
        self.given.setdefault(name, []).append(given)
        results = self.results.setdefault(name, [])
        known = self._known.get(name, [])
        at = len(results)
        results.append(known[at] if at < len(known) else self._draw(name))
        return results[at]

    @property
    def steps(self) -> Any:
        """An object that does any step, to be awaited."""
        return _ScriptSteps(self)

    @property
    def plain(self) -> Any:
        """An object that does any step at once."""
        return _PlainSteps(self)


class _ScriptSteps:
    def __init__(self, script: Script) -> None:
        self._script = script

    def __getattr__(self, name: str) -> Callable[..., Coroutine[Any, Any, Any]]:
        async def step(**given: Any) -> Any:
            return self._script.call(name, given)

        return step


class _PlainSteps:
    def __init__(self, script: Script) -> None:
        self._script = script

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def step(**given: Any) -> Any:
            return self._script.call(name, given)

        return step


def outcome(function: Callable[[], Any]) -> Any:
    """What a function gives, or the kind of failure it ends in, and why it was refused."""
    try:
        return function()
    except Refused as answer:
        return Refused, str(answer)
    except (ArithmeticError, RuntimeError, ValidationError) as fault:
        return type(fault)
