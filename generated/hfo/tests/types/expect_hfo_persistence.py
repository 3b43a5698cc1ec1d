# Generated from HFO_Persistence::Mission (ssot/hfo/persistence.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in HFO_Persistence."""

from __future__ import annotations

from ...constraints import within_unit
from ...types.hfo_persistence import AgentRun, KnowledgeVector, Mission, QuorumVote
from ...types.hfo_signals import MissionStatus, RiskLevel, Verdict, WorkflowKind
from .. import values as v

EXPECTED = (
    v.record(
        Mission,
        {
            "mission_id": v.generated(v.text()),
            "user_id": v.text(),
            "intent": v.text(),
            "status": v.default(v.literal(MissionStatus), "queued"),
            "workflow": v.default(v.optional(v.literal(WorkflowKind)), None),
            "risk": v.default(v.literal(RiskLevel), "low"),
            "approved": v.default(v.boolean(), False),
            "tokens_used": v.default(v.natural(), 0),
            "started_at": v.timestamp(),
            "finished_at": v.default(v.optional(v.timestamp()), None),
            "digest": v.default(v.optional(v.json()), None),
        },
    ),
    v.record(
        AgentRun,
        {
            "run_id": v.generated(v.text()),
            "mission": v.instance(Mission),
            "agent": v.text(),
            "model": v.text(),
            "started_at": v.timestamp(),
            "seconds": v.default(v.real(), 0.0),
            "tokens_used": v.default(v.natural(), 0),
            "attempts": v.default(v.positive(), 1),
            "succeeded": v.default(v.boolean(), False),
            "error": v.default(v.optional(v.text()), None),
            "trace_id": v.default(v.optional(v.text()), None),
        },
        constraints={
            "durationNotNegative": lambda it: it.seconds >= 0.0,
        },
        hints=(0.0,),
    ),
    v.record(
        KnowledgeVector,
        {
            "vector_id": v.generated(v.text()),
            "mission": v.default(v.optional(v.instance(Mission)), None),
            "topic": v.text(),
            "content": v.text(),
            "content_digest": v.text(),
            "embedding": v.vector(),
            "details": v.default(v.optional(v.json()), None),
            "confidence": v.real(),
            "learnt_at": v.timestamp(),
        },
        constraints={
            "confidenceBounds": lambda it: within_unit(value=it.confidence),
        },
        hints=(
            0.0,
            1.0,
        ),
    ),
    v.record(
        QuorumVote,
        {
            "mission": v.instance(Mission),
            "reviewer": v.text(),
            "verdict": v.literal(Verdict),
            "reason": v.default(v.optional(v.text()), None),
            "voted_on": v.timestamp(),
        },
    ),
)
