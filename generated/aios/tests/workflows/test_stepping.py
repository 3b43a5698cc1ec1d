# Generated from AIOS_Agents::Init (ssot/aios/agents.sysml) and 66 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Who does the steps of a workflow when nobody is named."""

from __future__ import annotations

import asyncio
import sys
from abc import abstractmethod
from types import ModuleType
from typing import Protocol

import pytest

from aios.workflows import stepping


class InnerSteps(Protocol):
    """What the inner workflow asks for; nobody does it but whoever is given."""

    @abstractmethod
    async def ask(self) -> str:
        """A step that is done below."""


class DefaultInnerSteps(InnerSteps):
    """What the model says."""

    async def ask(self) -> str:
        return "inner"


class OuterSteps(Protocol):
    """What the outer workflow asks for."""

    @abstractmethod
    async def again(self) -> str:
        """Asks the inner steps."""


class DefaultOuterSteps(OuterSteps):
    """What the model says: another workflow does it."""

    def __init__(
        self, *, inner_steps: InnerSteps, other: InnerSteps | None = None
    ) -> None:
        self.inner_steps = inner_steps
        self.other = other

    async def again(self) -> str:
        return await self.inner_steps.ask() + ("!" if self.other is None else "?")


class OpenSteps(Protocol):
    """What nobody does."""

    @abstractmethod
    async def ask(self) -> str:
        """Open."""


async def outer(steps: OuterSteps | None = None, *, word: str = "") -> str:
    """A workflow for these tests."""
    return (
        word
        + await (steps or DefaultOuterSteps(inner_steps=DefaultInnerSteps())).again()
    )


async def plain(*, word: str) -> str:
    """A workflow without steps."""
    return word


@pytest.fixture(autouse=True)
def modules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The workflows stand among those of the system."""
    for function in (outer, plain):
        module = ModuleType(function.__name__)
        setattr(module, function.__name__, function)
        monkeypatch.setitem(sys.modules, f"aios.workflows.{function.__name__}", module)


def test_protocols() -> None:
    assert stepping.workflow_function("outer") is outer
    assert stepping.protocol_of(outer) is OuterSteps
    assert stepping.protocol_of(plain) is None


def test_steps_of_inner_workflows_are_made_too() -> None:
    assert asyncio.run(stepping.perform("outer", word="a ")) == "a inner!"
    assert asyncio.run(stepping.perform("plain", word="b")) == "b"


def test_open_steps_are_somebody_elses() -> None:
    with pytest.raises(TypeError, match="ask"):
        stepping.default_steps(OpenSteps)


def test_what_is_given_does_its_steps_also_inside() -> None:
    class Given:
        """Does one step only."""

        async def ask(self) -> str:
            return "given"

    assert asyncio.run(stepping.default_steps(OpenSteps, Given()).ask()) == "given"
    assert asyncio.run(stepping.default_steps(OuterSteps, Given()).again()) == "given!"
