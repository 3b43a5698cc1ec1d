# Generated from CMOS_Views::MasterContextMirror (ssot/cmos/views.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The master context as a file."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import master_context_of
from ..types.cmos_persistence import Context, Decision
from ..types.cmos_views import MasterContext
from .running import run_step


class MasterContextMirrorSteps(Protocol):
    """What MasterContextMirror asks of those who do its steps."""

    @abstractmethod
    async def all_context(self) -> tuple[Context, ...]:
        """All instances of Context."""

    @abstractmethod
    async def all_decision(self) -> tuple[Decision, ...]:
        """All instances of Decision."""


async def master_context_mirror(steps: MasterContextMirrorSteps) -> MasterContext:
    """The master context as a file."""
    with telemetry.tracer().start_as_current_span("MasterContextMirror"):
        all_context = await run_step("all Context", steps.all_context)
        all_decision = await run_step("all Decision", steps.all_decision)
        return master_context_of(contexts=all_context, decided=all_decision)
