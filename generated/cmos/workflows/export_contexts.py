# Generated from CMOS_Contexts::ExportContexts (ssot/cmos/contexts.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Writes both contexts to files in a folder. The mirrors in `cmos` are always up to
date.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import master_context_of, project_context_of
from ..files import write_file
from ..types.cmos_persistence import Context, Decision, Mission
from .running import run_step


class ExportContextsSteps(Protocol):
    """What ExportContexts asks of those who do its steps."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def all_context(self) -> tuple[Context, ...]:
        """All instances of Context."""

    @abstractmethod
    async def all_decision(self) -> tuple[Decision, ...]:
        """All instances of Decision."""

    @abstractmethod
    async def write_file(self, *, path: str, content: object) -> None:
        """Write a file."""


class DefaultExportContextsSteps(ExportContextsSteps):
    """The steps of ExportContexts as far as the model says what they do."""

    async def write_file(self, *, path: str, content: object) -> None:
        return write_file(path, content)


async def export_contexts(
    steps: ExportContextsSteps, *, output: str = "cmos"
) -> tuple[str, ...]:
    """Writes both contexts to files in a folder. The mirrors in `cmos` are always up to
    date.
    """
    with telemetry.tracer().start_as_current_span("ExportContexts"):
        all_context = await run_step("all Context", steps.all_context)
        all_mission = await run_step("all Mission", steps.all_mission)
        project = project_context_of(contexts=all_context, missions=all_mission)
        all_decision = await run_step("all Decision", steps.all_decision)
        master = master_context_of(contexts=all_context, decided=all_decision)
        await run_step(
            "writeProject",
            steps.write_file,
            path=output + "/PROJECT_CONTEXT.json",
            content=project,
        )
        await run_step(
            "writeMaster",
            steps.write_file,
            path=output + "/MASTER_CONTEXT.json",
            content=master,
        )
        return (output + "/PROJECT_CONTEXT.json", output + "/MASTER_CONTEXT.json")
