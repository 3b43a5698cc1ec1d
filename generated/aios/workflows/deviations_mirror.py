# Generated from AIOS_Views::DeviationsMirror (ssot/aios/views.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""A file for each deviation."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..types.aios_persistence import Deviation
from ..types.aios_views import Paper
from .running import run_step


class DeviationsMirrorSteps(Protocol):
    """What DeviationsMirror asks of those who do its steps."""

    @abstractmethod
    async def all_deviation(self) -> tuple[Deviation, ...]:
        """All instances of Deviation."""


async def deviations_mirror(steps: DeviationsMirrorSteps) -> tuple[Paper, ...]:
    """A file for each deviation."""
    with telemetry.tracer().start_as_current_span("DeviationsMirror"):
        all_deviation = await run_step("all Deviation", steps.all_deviation)
        return tuple(
            Paper(
                name=each.deviation_id,
                content="# "
                + each.topic
                + "\n\n"
                + each.reason
                + "\n\n- declared by "
                + each.declared_by
                + (
                    "\n- unresolved"
                    if each.resolved_at is None
                    else "\n- resolved by "
                    + (each.resolved_by if each.resolved_by is not None else "")
                )
                + "\n",
            )
            for each in all_deviation
        )
