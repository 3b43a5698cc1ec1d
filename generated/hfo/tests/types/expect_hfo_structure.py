# Generated from HFO_Structure::ClarificationPort (ssot/hfo/structure.sysml) and 14 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in HFO_Structure."""

from __future__ import annotations

from ...types.hfo_signals import (
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
from ...types.hfo_structure import (
    ClarificationPort,
    FeedbackPort,
    InsightPort,
    KnowledgeMemory,
    MissionIntentPort,
    ObservabilityGovernance,
    OrchestrationCore,
    ProvenancePort,
    SignalEventSpine,
    SwarmExecutionFabric,
    SwarmlordAssembly,
    SwarmlordFacade,
    TaskSignalPort,
    TelemetryPort,
    User,
)
from .. import values as v

EXPECTED = (
    v.record(
        ClarificationPort,
        {
            "signal": v.instance(MissionSignal),
            "clarification": v.instance(ClarificationArtifact),
        },
    ),
    v.record(
        MissionIntentPort,
        {
            "intent": v.instance(MissionIntent),
        },
    ),
    v.record(
        TaskSignalPort,
        {
            "task": v.instance(TaskSignal),
        },
    ),
    v.record(
        FeedbackPort,
        {
            "report": v.instance(ExecutionReport),
        },
    ),
    v.record(
        TelemetryPort,
        {
            "record": v.instance(TelemetryRecord),
        },
    ),
    v.record(
        ProvenancePort,
        {
            "reference": v.instance(ProvenanceReference),
        },
    ),
    v.record(
        InsightPort,
        {
            "insight": v.instance(KnowledgeInsight),
        },
    ),
    v.record(
        User,
        {
            "persona_id": v.generated(v.text()),
        },
    ),
    v.record(
        SwarmlordFacade,
        {
            "persona_name": v.default(v.text(), "Swarmlord of Webs"),
            "persistent_memory": v.default(v.boolean(), True),
            "agent_capacity": v.default(v.positive(), 100),
            "clarification_passes": v.default(v.natural(), 3),
            "direct_agent_channels": v.default(v.natural(), 0),
        },
    ),
    v.record(
        OrchestrationCore,
        {
            "workflows": v.default(
                v.many(v.literal(WorkflowKind), 1, None),
                ("hive", "growth", "swarm", "prey"),
            ),
        },
    ),
    v.record(
        SwarmExecutionFabric,
        {
            "persistent_agents": v.default(v.positive(), 100),
            "cluster_width": v.default(v.positive(), 10),
            "cluster_depth": v.default(v.positive(), 6),
            "teardown_between_missions": v.default(v.boolean(), False),
        },
    ),
    v.record(
        KnowledgeMemory,
        {
            "dimensions": v.default(v.positive(), 1536),
        },
    ),
    v.record(
        SignalEventSpine,
        {
            "polls_avoided": v.default(v.natural(), 10000),
            "deposits": v.default(v.positive(), 400),
        },
    ),
    v.record(
        ObservabilityGovernance,
        {},
    ),
    v.record(
        SwarmlordAssembly,
        {
            "user": v.assembled(v.instance(User)),
            "swarmlord": v.assembled(v.instance(SwarmlordFacade)),
            "orchestration": v.assembled(v.instance(OrchestrationCore)),
            "swarm": v.assembled(v.instance(SwarmExecutionFabric)),
            "knowledge": v.assembled(v.instance(KnowledgeMemory)),
            "spine": v.assembled(v.instance(SignalEventSpine)),
            "observability": v.assembled(v.instance(ObservabilityGovernance)),
        },
    ),
)
