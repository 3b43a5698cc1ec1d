# Generated from HFO_Structure (ssot/hfo/structure.sysml) and 15 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Who there is and how they are connected. A user talks to one Swarmlord only; the
Swarmlord talks to the swarm only
through signals left on a shared spine.
"""

from __future__ import annotations

from pydantic import Field

from ._base import FrozenModel, Natural, Positive, new_identifier
from .hfo_signals import (
    ClarificationArtifact,
    ExecutionReport,
    KnowledgeInsight,
    MissionIntent,
    MissionSignal,
    ProvenanceReference,
    TaskSignal,
    TelemetryRecord,
    WorkflowKind,
)


class ClarificationPort(FrozenModel):
    """Where a user says what is wanted and answers questions."""

    signal: MissionSignal
    clarification: ClarificationArtifact


class MissionIntentPort(FrozenModel):
    """Where an intent is handed on."""

    intent: MissionIntent


class TaskSignalPort(FrozenModel):
    """Where tasks are handed out."""

    task: TaskSignal


class FeedbackPort(FrozenModel):
    """Where results come back."""

    report: ExecutionReport


class TelemetryPort(FrozenModel):
    """Where measurements come out."""

    record: TelemetryRecord


class ProvenancePort(FrozenModel):
    """Where sources are named."""

    reference: ProvenanceReference


class InsightPort(FrozenModel):
    """Where lessons come out."""

    insight: KnowledgeInsight


class User(FrozenModel):
    """The person a mission is done for."""

    persona_id: str = Field(default_factory=new_identifier)


class SwarmlordFacade(FrozenModel):
    """The one persona a user meets; it stays the same from mission to mission."""

    persona_name: str = "Swarmlord of Webs"
    persistent_memory: bool = True
    agent_capacity: Positive = 100
    clarification_passes: Natural = 3
    direct_agent_channels: Natural = Field(
        default=0, description="Channels from the facade to single agents."
    )


class OrchestrationCore(FrozenModel):
    """Turns an intent into tasks by the chosen workflow."""

    workflows: tuple[WorkflowKind, ...] = Field(
        default=(
            WorkflowKind.HIVE,
            WorkflowKind.GROWTH,
            WorkflowKind.SWARM,
            WorkflowKind.PREY,
        ),
        min_length=1,
    )


class SwarmExecutionFabric(FrozenModel):
    """The agents themselves. They stay alive between missions and can be grouped in
    clusters of clusters.
    """

    persistent_agents: Positive = 100
    cluster_width: Positive = 10
    cluster_depth: Positive = 6
    teardown_between_missions: bool = False


class KnowledgeMemory(FrozenModel):
    """Keeps what was learnt, as vectors."""

    dimensions: Positive = 1536


class SignalEventSpine(FrozenModel):
    """The blackboard: agents leave signals here instead of asking each other."""

    polls_avoided: Natural = 10000
    deposits: Positive = 400


class ObservabilityGovernance(FrozenModel):
    """Watches the swarm and keeps the evidence."""


class SwarmlordAssembly(FrozenModel):
    """A user, the Swarmlord and everything behind it."""

    user: User = Field(default_factory=lambda: User())
    swarmlord: SwarmlordFacade = Field(default_factory=lambda: SwarmlordFacade())
    orchestration: OrchestrationCore = Field(
        default_factory=lambda: OrchestrationCore()
    )
    swarm: SwarmExecutionFabric = Field(default_factory=lambda: SwarmExecutionFabric())
    knowledge: KnowledgeMemory = Field(default_factory=lambda: KnowledgeMemory())
    spine: SignalEventSpine = Field(default_factory=lambda: SignalEventSpine())
    observability: ObservabilityGovernance = Field(
        default_factory=lambda: ObservabilityGovernance()
    )
