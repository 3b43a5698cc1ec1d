# Generated from HFO_Tooling::ToolingEnablement (ssot/hfo/tooling.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Editor, tool servers and environment are prepared at the same time; the smoke test
needs all three.
"""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..constraints import at_least
from ..types.hfo_tooling import SmokeTest, ToolServer, ToolingPhase, Version
from .running import run_step


class ToolingEnablementSteps(Protocol):
    """What ToolingEnablement asks of those who do its steps."""

    @abstractmethod
    async def baseline_ide(self, *, major: int, minor: int) -> Version:
        """The step baselineIde."""

    @abstractmethod
    async def configure_deck(self) -> tuple[ToolServer, ...]:
        """The step configureDeck."""

    @abstractmethod
    async def scaffold_environment(self) -> tuple[str, ...]:
        """The step scaffoldEnvironment."""

    @abstractmethod
    async def run_smoke_test(
        self,
        *,
        editor: Version,
        servers: tuple[ToolServer, ...],
        subjects: tuple[str, ...],
    ) -> SmokeTest:
        """The step runSmokeTest."""

    @abstractmethod
    async def register_rituals(self, *, result: SmokeTest) -> bool:
        """The step registerRituals."""


class DefaultToolingEnablementSteps(ToolingEnablementSteps):
    """The steps of ToolingEnablement as far as the model says what they do."""

    async def baseline_ide(self, *, major: int, minor: int) -> Version:
        return Version(major=major, minor=minor)

    async def configure_deck(self) -> tuple[ToolServer, ...]:
        return (
            ToolServer(
                name="filesystem",
                phases=(ToolingPhase.PERCEIVE, ToolingPhase.ENGAGE),
                high_impact=True,
            ),
            ToolServer(name="search", phases=(ToolingPhase.PERCEIVE,)),
        )

    async def scaffold_environment(self) -> tuple[str, ...]:
        return ("hfo.mission", "hfo.telemetry")

    async def run_smoke_test(
        self,
        *,
        editor: Version,
        servers: tuple[ToolServer, ...],
        subjects: tuple[str, ...],
    ) -> SmokeTest:
        return SmokeTest(
            editor=editor,
            agent_mode=True,
            hybrid_agents=bool(subjects),
            trust_declared=all(bool(server.phases) for server in servers),
        )

    async def register_rituals(self, *, result: SmokeTest) -> bool:
        return (
            result.agent_mode
            and result.hybrid_agents
            and result.trust_declared
            and at_least(actual=result.editor, wanted=Version(major=1, minor=105))
        )


async def tooling_enablement(
    steps: ToolingEnablementSteps | None = None, *, major: int = 1, minor: int = 105
) -> bool:
    """Editor, tool servers and environment are prepared at the same time; the smoke
    test needs all three.
    """
    steps = steps or DefaultToolingEnablementSteps()
    with telemetry.tracer().start_as_current_span("ToolingEnablement"):
        async with asyncio.TaskGroup() as group:
            baseline_ide_task = group.create_task(
                run_step("baselineIde", steps.baseline_ide, major=major, minor=minor)
            )
            configure_deck_task = group.create_task(
                run_step("configureDeck", steps.configure_deck)
            )
            scaffold_environment_task = group.create_task(
                run_step("scaffoldEnvironment", steps.scaffold_environment)
            )
        baseline_ide = baseline_ide_task.result()
        configure_deck = configure_deck_task.result()
        scaffold_environment = scaffold_environment_task.result()
        run_smoke_test = await run_step(
            "runSmokeTest",
            steps.run_smoke_test,
            editor=baseline_ide,
            servers=configure_deck,
            subjects=scaffold_environment,
        )
        return await run_step(
            "registerRituals", steps.register_rituals, result=run_smoke_test
        )
