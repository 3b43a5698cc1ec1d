# Generated from AIOS_Emergencies (ssot/aios/emergencies.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""What is done when something goes wrong: issues are escalated, tasks stopped, the
system frozen.
"""

from __future__ import annotations

from pydantic import AliasChoices, Field

from ._base import FrozenModel, Positive
from .aios_authority import RoleMode
from .aios_domain import IssueType, Stage


class IssueLine(FrozenModel):
    """An issue as people see it."""

    number: Positive
    type_: IssueType = Field(
        validation_alias=AliasChoices("type", "type_"), serialization_alias="type"
    )
    stage: Stage
    task: str | None = None
    turn: RoleMode | None = None
    measure: str | None = None
    description: str
