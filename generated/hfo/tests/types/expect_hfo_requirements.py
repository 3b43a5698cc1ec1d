# Generated from HFO_Requirements::QuorumDecision (ssot/hfo/requirements.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in HFO_Requirements."""

from __future__ import annotations

from ...types.hfo_requirements import QuorumDecision, Scorecard
from .. import values as v

EXPECTED = (
    v.record(
        QuorumDecision,
        {
            "approvals": v.natural(),
            "vetoes": v.natural(),
            "approved": v.boolean(),
        },
    ),
    v.record(
        Scorecard,
        {
            "elements_added": v.natural(),
            "vision_synced": v.boolean(),
            "codegen_runs": v.natural(),
            "tests_passed": v.boolean(),
            "quorum_approved": v.boolean(),
            "diagram_errors": v.natural(),
            "agents": v.natural(),
            "agents_with_element": v.natural(),
            "schema_drift": v.natural(),
            "manual_edits": v.natural(),
            "architecture_elements": v.natural(),
            "modelled_elements": v.natural(),
            "generated_files": v.natural(),
            "regenerated_files": v.natural(),
            "onboarded_from_model": v.boolean(),
            "shell_archived": v.boolean(),
            "notes_written": v.natural(),
            "priorities": v.natural(),
        },
    ),
)
