# Generated from AIOS_Audit::FindQueue (ssot/aios/audit.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""The queue with a name; without one the run is refused."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import queue_with
from ..types.aios_domain import QueueName
from ..types.aios_persistence import TaskQueue
from .running import Refused, run_step


class FindQueueSteps(Protocol):
    """What FindQueue asks of those who do its steps."""

    @abstractmethod
    async def all_task_queue(self) -> tuple[TaskQueue, ...]:
        """All instances of TaskQueue."""


async def find_queue(steps: FindQueueSteps, *, name: QueueName) -> TaskQueue:
    """The queue with a name; without one the run is refused."""
    with telemetry.tracer().start_as_current_span("FindQueue"):
        all_task_queue = await run_step("all TaskQueue", steps.all_task_queue)
        found = queue_with(queues=all_task_queue, name=name)
        if found is None:
            raise Refused("there are no queues; run init")
        return found
