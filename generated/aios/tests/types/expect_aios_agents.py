# Generated from AIOS_Agents::SessionLine (ssot/aios/agents.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in AIOS_Agents."""

from __future__ import annotations

from ...types.aios_agents import SessionLine
from ...types.aios_authority import RoleMode
from ...types.aios_domain import SessionState
from .. import values as v

EXPECTED = (
    v.record(
        SessionLine,
        {
            "session": v.text(),
            "agent": v.text(),
            "role_mode": v.literal(RoleMode),
            "task_scope": v.default(v.many(v.text(), 0, None), ()),
            "state": v.literal(SessionState),
            "expires_at": v.timestamp(),
            "ended_at": v.default(v.optional(v.timestamp()), None),
            "reason": v.default(v.optional(v.text()), None),
        },
    ),
)
