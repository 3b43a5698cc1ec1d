# Generated from AIOS_Authority (ssot/aios/authority.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Who may do what: the roles of people with their levels of authority, and the modes in
which agents work.
"""

from __future__ import annotations

from enum import StrEnum


class Authority(StrEnum):
    """Levels of authority. What agents do is speculative until a person with authority
    accepts it.
    """

    L0 = "L0"
    """Ultimate governance: can freeze and unfreeze."""

    L1 = "L1"
    """Changes of the framework."""

    L2 = "L2"
    """Adapts what belongs to a project."""

    ASSIGNED = "assigned"
    """What a role was assigned."""

    SPECULATIVE = "speculative"
    """Nothing is final."""


class Permission(StrEnum):
    """What actions require."""

    READ_STATE = "readState"
    CREATE_TASKS = "createTasks"
    TRIAGE_TASKS = "triageTasks"
    APPROVE_START = "approveStart"
    RUN_TASKS = "runTasks"
    PRODUCE_ARTIFACTS = "produceArtifacts"
    SUBMIT_REVIEW = "submitReview"
    REVIEW_CODE = "reviewCode"
    FINAL_REVIEW = "finalReview"
    MERGE_TASKS = "mergeTasks"
    RESOLVE_TASKS = "resolveTasks"
    EMERGENCY_STOP = "emergencyStop"
    DEFINE_SPECS = "defineSpecs"
    DECLARE_DEVIATIONS = "declareDeviations"
    APPROVE_GOVERNANCE = "approveGovernance"
    MANAGE_SESSIONS = "manageSessions"
    RELEASE_QUEUES = "releaseQueues"
    FREEZE_SYSTEM = "freezeSystem"
    ESCALATE = "escalate"


class RoleMode(StrEnum):
    """The first four are the modes of agents, the others the roles of people. What a
    role is not granted it cannot do.
    """

    ARCHITECT = "architect"
    """Defines specs and proposes changes; cannot execute code or modify production."""

    PLANNER = "planner"
    """Decomposes tasks and creates TaskCards; cannot approve governance changes."""

    EXECUTOR = "executor"
    """Runs defined tasks and produces artifacts; cannot create new tasks or change
    specs.
    """

    BUILDER = "builder"
    """Implements features and writes code; cannot approve releases or change canon."""

    HUMAN_OPERATOR = "humanOperator"
    """Day-to-day task management."""

    PROJECT_LEAD = "projectLead"
    """Manages specs and tasks of a project."""

    PLATFORM_ENGINEER = "platformEngineer"
    """Maintains kernel, tools and infrastructure."""

    PROJECT_OWNER = "projectOwner"
    """Ultimate governance authority."""
