# Generated from HFO_Signals::WorkflowKind (ssot/hfo/signals.sysml) and 16 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in HFO_Signals."""

from __future__ import annotations

from ...constraints import within_unit
from ...types.hfo_signals import (
    ClarificationArtifact,
    Doctrine,
    ExecutionReport,
    KnowledgeInsight,
    MissionDigest,
    MissionIntent,
    MissionSignal,
    MissionStatus,
    ProvenanceReference,
    ResearchBrief,
    RiskLevel,
    TaskPlan,
    TaskSignal,
    TelemetryRecord,
    ValidationReport,
    Verdict,
    WorkflowKind,
)
from .. import values as v

EXPECTED = (
    v.enumeration(
        WorkflowKind,
        (
            "hive",
            "growth",
            "swarm",
            "prey",
        ),
    ),
    v.enumeration(
        MissionStatus,
        (
            "queued",
            "clarifying",
            "running",
            "reviewing",
            "delivered",
            "rejected",
        ),
    ),
    v.enumeration(
        RiskLevel,
        (
            "low",
            "moderate",
            "high",
            "critical",
        ),
    ),
    v.enumeration(
        Verdict,
        (
            "approve",
            "reject",
            "abstain",
        ),
    ),
    v.record(
        MissionSignal,
        {
            "mission_id": v.generated(v.text()),
            "user_id": v.text(),
            "intent": v.text(),
            "ambiguity": v.default(v.real(), 0.5),
            "task_count": v.default(v.positive(), 1),
            "risk": v.default(v.literal(RiskLevel), "low"),
        },
        constraints={
            "ambiguityBounds": lambda it: within_unit(value=it.ambiguity),
        },
        hints=(
            0.0,
            1.0,
        ),
    ),
    v.record(
        ClarificationArtifact,
        {
            "mission_id": v.generated(v.text()),
            "sequence": v.natural(),
            "question": v.text(),
            "understanding": v.text(),
            "ambiguity": v.real(),
            "task_count": v.positive(),
            "risk": v.literal(RiskLevel),
        },
        constraints={
            "ambiguityBounds": lambda it: within_unit(value=it.ambiguity),
            "threePassesAtMost": lambda it: it.sequence <= 3,
        },
        hints=(
            0.0,
            1.0,
            3,
        ),
    ),
    v.record(
        MissionIntent,
        {
            "mission_id": v.generated(v.text()),
            "goal": v.text(),
            "workflow": v.literal(WorkflowKind),
            "risk": v.literal(RiskLevel),
            "acceptance": v.many(v.text(), 1, None),
        },
    ),
    v.record(
        Doctrine,
        {
            "workflow": v.literal(WorkflowKind),
            "phases": v.many(v.text(), 1, None),
            "width": v.positive(),
        },
        constraints={
            "withinCapacity": lambda it: it.width <= 100,
        },
        hints=(100,),
    ),
    v.record(
        ResearchBrief,
        {
            "mission_id": v.generated(v.text()),
            "goal": v.text(),
            "findings": v.many(v.text(), 1, None),
            "sources": v.default(v.many(v.url(), 0, None), ()),
            "confidence": v.real(),
        },
        constraints={
            "confidenceBounds": lambda it: within_unit(value=it.confidence),
            "confidenceNeedsSources": lambda it: it.confidence <= 0.5
            or bool(it.sources),
        },
        hints=(
            0.0,
            0.5,
            1.0,
        ),
    ),
    v.record(
        TaskSignal,
        {
            "title": v.text(),
            "instruction": v.text(),
            "effort": v.positive(),
        },
    ),
    v.record(
        TaskPlan,
        {
            "mission_id": v.generated(v.text()),
            "tasks": v.many(v.instance(TaskSignal), 1, None),
            "confidence": v.real(),
        },
        constraints={
            "confidenceBounds": lambda it: within_unit(value=it.confidence),
            "withinCapacity": lambda it: len(it.tasks) <= 100,
        },
        hints=(
            0.0,
            1.0,
            100,
        ),
    ),
    v.record(
        ExecutionReport,
        {
            "mission_id": v.generated(v.text()),
            "summary": v.text(),
            "artifacts": v.default(v.many(v.text(), 0, None), ()),
            "failures": v.default(v.many(v.text(), 0, None), ()),
            "tokens_used": v.natural(),
        },
    ),
    v.record(
        ValidationReport,
        {
            "mission_id": v.generated(v.text()),
            "approvals": v.natural(),
            "rejections": v.natural(),
            "issues": v.default(v.many(v.text(), 0, None), ()),
            "verdict": v.literal(Verdict),
            "confidence": v.real(),
        },
        constraints={
            "confidenceBounds": lambda it: within_unit(value=it.confidence),
            "rejectionNeedsIssue": lambda it: it.verdict == Verdict.APPROVE
            or bool(it.issues),
        },
        hints=(
            0.0,
            1.0,
        ),
    ),
    v.record(
        TelemetryRecord,
        {
            "mission_id": v.generated(v.text()),
            "span": v.text(),
            "seconds": v.real(),
            "tokens_used": v.natural(),
        },
        constraints={
            "constraint 1": lambda it: it.seconds >= 0.0,
        },
        hints=(0.0,),
    ),
    v.record(
        ProvenanceReference,
        {
            "mission_id": v.generated(v.text()),
            "source": v.url(),
            "digest": v.text(),
        },
    ),
    v.record(
        KnowledgeInsight,
        {
            "mission_id": v.generated(v.text()),
            "topic": v.text(),
            "content": v.many(v.text(), 1, None),
            "confidence": v.real(),
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
        MissionDigest,
        {
            "mission_id": v.generated(v.text()),
            "summary": v.text(),
            "approved": v.boolean(),
            "artifacts": v.default(v.many(v.text(), 0, None), ()),
            "confidence": v.real(),
        },
        constraints={
            "confidenceBounds": lambda it: within_unit(value=it.confidence),
        },
        hints=(
            0.0,
            1.0,
        ),
    ),
)
