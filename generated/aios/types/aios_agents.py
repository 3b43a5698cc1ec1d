# Generated from AIOS_Agents (ssot/aios/agents.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""Who works: agents are registered, a session says what they may do and until when."""

from __future__ import annotations

from datetime import datetime

from ._base import FrozenModel
from .aios_authority import RoleMode
from .aios_domain import SessionState


class SessionLine(FrozenModel):
    """A session as people see it; without anything of its token."""

    session: str
    agent: str
    role_mode: RoleMode
    task_scope: tuple[str, ...] = ()
    state: SessionState
    expires_at: datetime
    ended_at: datetime | None = None
    reason: str | None = None
