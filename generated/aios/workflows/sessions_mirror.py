# Generated from AIOS_Views::SessionsMirror (ssot/aios/views.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""The sessions as a file, without anything of their tokens."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import session_lines
from ..types.aios_agents import SessionLine
from ..types.aios_persistence import Session
from .running import run_step


class SessionsMirrorSteps(Protocol):
    """What SessionsMirror asks of those who do its steps."""

    @abstractmethod
    async def all_session(self) -> tuple[Session, ...]:
        """All instances of Session."""


async def sessions_mirror(steps: SessionsMirrorSteps) -> tuple[SessionLine, ...]:
    """The sessions as a file, without anything of their tokens."""
    with telemetry.tracer().start_as_current_span("SessionsMirror"):
        all_session = await run_step("all Session", steps.all_session)
        return session_lines(sessions=all_session)
