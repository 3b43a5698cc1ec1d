# Generated from AIOS_Agents::SessionList (ssot/aios/agents.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""The sessions, without their tokens."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import session_lines
from ..types.aios_agents import SessionLine
from ..types.aios_persistence import Session
from .running import run_step


class SessionListSteps(Protocol):
    """What SessionList asks of those who do its steps."""

    @abstractmethod
    async def all_session(self) -> tuple[Session, ...]:
        """All instances of Session."""


async def session_list(steps: SessionListSteps) -> tuple[SessionLine, ...]:
    """The sessions, without their tokens."""
    with telemetry.tracer().start_as_current_span("SessionList"):
        all_session = await run_step("all Session", steps.all_session)
        return session_lines(sessions=all_session)
