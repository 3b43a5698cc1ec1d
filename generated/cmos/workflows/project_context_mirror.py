# Generated from CMOS_Views::ProjectContextMirror (ssot/cmos/views.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The project context as a file."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import project_context_of
from ..types.cmos_persistence import Context, Mission
from ..types.cmos_views import ProjectContext
from .running import run_step


class ProjectContextMirrorSteps(Protocol):
    """What ProjectContextMirror asks of those who do its steps."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def all_context(self) -> tuple[Context, ...]:
        """All instances of Context."""


async def project_context_mirror(steps: ProjectContextMirrorSteps) -> ProjectContext:
    """The project context as a file."""
    with telemetry.tracer().start_as_current_span("ProjectContextMirror"):
        all_context = await run_step("all Context", steps.all_context)
        all_mission = await run_step("all Mission", steps.all_mission)
        return project_context_of(contexts=all_context, missions=all_mission)
