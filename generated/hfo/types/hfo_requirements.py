# Generated from HFO_Requirements (ssot/hfo/requirements.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the system has to do and how well. Each requirement is satisfied by something in
the model and verified by a case
in HFO_Verification.
"""

from __future__ import annotations

from pydantic import Field

from ._base import FrozenModel, Natural


class QuorumDecision(FrozenModel):
    """The votes on a result, and what came of them."""

    approvals: Natural
    vetoes: Natural
    approved: bool


class Scorecard(FrozenModel):
    """The evidence the success metrics are computed from."""

    elements_added: Natural = Field(description="Requirements and blocks added today.")
    vision_synced: bool
    codegen_runs: Natural
    tests_passed: bool
    quorum_approved: bool
    diagram_errors: Natural
    agents: Natural
    agents_with_element: Natural
    schema_drift: Natural = Field(
        description="Differences between the database and the model."
    )
    manual_edits: Natural = Field(description="Generated files changed by hand.")
    architecture_elements: Natural
    modelled_elements: Natural
    generated_files: Natural
    regenerated_files: Natural
    onboarded_from_model: bool
    shell_archived: bool
    notes_written: Natural = Field(description="Mission notes of today.")
    priorities: Natural
