"""The view of the test of one workflow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.workflows import Workflow
from generator.emit.passes import System
from generator.ir import Model

__all__ = ["OrchestratorTest", "orchestrator_test"]


@dataclass(frozen=True, slots=True)
class OrchestratorTest:
    path: str
    origins: tuple[str, ...]


def orchestrator_test(
    model: Model, system: System, workflow: Workflow
) -> Iterator[OrchestratorTest]:
    yield from ()
