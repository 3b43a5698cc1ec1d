# Generated from CMOS_Views::SessionsMirror (ssot/cmos/views.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""The events of all sessions as a file, one line each."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..types.cmos_persistence import SessionEvent
from .running import run_step


class SessionsMirrorSteps(Protocol):
    """What SessionsMirror asks of those who do its steps."""

    @abstractmethod
    async def all_session_event(self) -> tuple[SessionEvent, ...]:
        """All instances of SessionEvent."""


async def sessions_mirror(steps: SessionsMirrorSteps) -> tuple[SessionEvent, ...]:
    """The events of all sessions as a file, one line each."""
    with telemetry.tracer().start_as_current_span("SessionsMirror"):
        return await run_step("all SessionEvent", steps.all_session_event)
