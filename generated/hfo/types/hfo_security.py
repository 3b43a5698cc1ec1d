# Generated from HFO_Security (ssot/hfo/security.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The security reviewer: the agent definition of the workflow document, word for word,
and what it works on.
"""

from __future__ import annotations

from pydantic import Field

from ._base import FrozenModel


class CodeArtifact(FrozenModel):
    """Code to be reviewed."""

    code: str


class SecurityReport(FrozenModel):
    """What a review of code found, and what it looked for."""

    findings: tuple[str, ...] = Field(
        default=(), description="What was found, one sentence each."
    )
    checked: tuple[str, ...] = Field(
        min_length=1, description="The classes of weakness that were looked for."
    )
