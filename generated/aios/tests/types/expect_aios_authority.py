# Generated from AIOS_Authority::Authority (ssot/aios/authority.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in AIOS_Authority."""

from __future__ import annotations

from ...types.aios_authority import Authority, Permission, RoleMode
from .. import values as v

EXPECTED = (
    v.enumeration(
        Authority,
        (
            "L0",
            "L1",
            "L2",
            "assigned",
            "speculative",
        ),
    ),
    v.enumeration(
        Permission,
        (
            "readState",
            "createTasks",
            "triageTasks",
            "approveStart",
            "runTasks",
            "produceArtifacts",
            "submitReview",
            "reviewCode",
            "finalReview",
            "mergeTasks",
            "resolveTasks",
            "emergencyStop",
            "defineSpecs",
            "declareDeviations",
            "approveGovernance",
            "manageSessions",
            "releaseQueues",
            "freezeSystem",
            "escalate",
        ),
    ),
    v.enumeration(
        RoleMode,
        (
            "architect",
            "planner",
            "executor",
            "builder",
            "humanOperator",
            "projectLead",
            "platformEngineer",
            "projectOwner",
        ),
    ),
)
