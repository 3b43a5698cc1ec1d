# Generated from AIOS_Views::ProjectMirror (ssot/aios/views.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""The system as a whole as a file."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..types.aios_persistence import Project
from .running import run_step


class ProjectMirrorSteps(Protocol):
    """What ProjectMirror asks of those who do its steps."""

    @abstractmethod
    async def all_project(self) -> tuple[Project, ...]:
        """All instances of Project."""


async def project_mirror(steps: ProjectMirrorSteps) -> tuple[Project, ...]:
    """The system as a whole as a file."""
    with telemetry.tracer().start_as_current_span("ProjectMirror"):
        return await run_step("all Project", steps.all_project)
