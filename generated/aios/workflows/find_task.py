# Generated from AIOS_Audit::FindTask (ssot/aios/audit.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""The task with an id; without one the run is refused."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import task_with
from ..types.aios_persistence import Task
from .running import Refused, run_step


class FindTaskSteps(Protocol):
    """What FindTask asks of those who do its steps."""

    @abstractmethod
    async def all_task(self) -> tuple[Task, ...]:
        """All instances of Task."""


async def find_task(steps: FindTaskSteps, *, task_id: str) -> Task:
    """The task with an id; without one the run is refused.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("FindTask"):
        all_task = await run_step("all Task", steps.all_task)
        found = task_with(tasks=all_task, task_id=task_id)
        if found is None:
            raise Refused("there is no task " + task_id)
        return found
