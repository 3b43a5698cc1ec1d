# Generated from CMOS_Health (ssot/cmos/health.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Whether the operations are sound: the database, the documents, and what people have
to look at themselves.
"""

from __future__ import annotations

from enum import StrEnum

from ._base import FrozenModel


class Occasion(StrEnum):
    """When people go through a checklist."""

    PREFLIGHT = "preflight"
    MISSION = "mission"
    SESSION = "session"
    SPRINT = "sprint"
    DOCUMENTS = "documents"
    MAINTENANCE = "maintenance"
    INCIDENT = "incident"
    SECURITY = "security"


class CheckItem(FrozenModel):
    """One line of a checklist."""

    met: bool
    duty: str
