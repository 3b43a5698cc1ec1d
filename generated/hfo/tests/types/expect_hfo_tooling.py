# Generated from HFO_Tooling::ToolingPhase (ssot/hfo/tooling.sysml) and 9 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in HFO_Tooling."""

from __future__ import annotations

from ...types.hfo_tooling import (
    EnvironmentScaffold,
    IdeBaseline,
    PersonaForge,
    SmokeTest,
    ToolServer,
    ToolServerDeck,
    ToolingPhase,
    Version,
    WarChest,
    WorkflowBinding,
)
from .. import values as v

EXPECTED = (
    v.enumeration(
        ToolingPhase,
        (
            "perceive",
            "react",
            "engage",
            "yield",
        ),
    ),
    v.record(
        Version,
        {
            "major": v.natural(),
            "minor": v.natural(),
        },
    ),
    v.record(
        ToolServer,
        {
            "name": v.text(),
            "phases": v.many(v.literal(ToolingPhase), 1, None),
            "high_impact": v.default(v.boolean(), False),
            "gated": v.default(v.boolean(), True),
            "approval_logged": v.default(v.boolean(), True),
        },
        constraints={
            "highImpactIsGated": lambda it: not it.high_impact
            or (it.gated and it.approval_logged),
        },
    ),
    v.record(
        SmokeTest,
        {
            "editor": v.instance(Version),
            "agent_mode": v.boolean(),
            "hybrid_agents": v.boolean(),
            "trust_declared": v.boolean(),
        },
    ),
    v.record(
        WorkflowBinding,
        {
            "temporal_namespace": v.text(),
            "graph_profile": v.text(),
            "subjects": v.many(v.text(), 1, None),
            "task_pool": v.text(),
            "vector_store": v.text(),
            "instrumented": v.boolean(),
        },
    ),
    v.record(
        WarChest,
        {
            "personas": v.many(v.text(), 1, None),
            "artifacts": v.default(v.many(v.text(), 0, None), ()),
            "funding": v.real(),
        },
        constraints={
            "fundingNotNegative": lambda it: it.funding >= 0.0,
        },
        hints=(0.0,),
    ),
    v.record(
        IdeBaseline,
        {
            "version": v.computed(
                v.instance(Version), lambda it: Version(major=1, minor=105)
            ),
            "agent_mode": v.default(v.boolean(), True),
            "hybrid_agents": v.default(v.boolean(), True),
        },
    ),
    v.record(
        ToolServerDeck,
        {
            "servers": v.default(v.many(v.instance(ToolServer), 0, None), ()),
        },
    ),
    v.record(
        EnvironmentScaffold,
        {
            "engines": v.instance(WorkflowBinding),
        },
    ),
    v.record(
        PersonaForge,
        {
            "catalog": v.default(
                v.many(v.text(), 1, None),
                ("Observers", "Bridgers", "Shapers", "Immunizers"),
            ),
            "war_chest": v.instance(WarChest),
        },
    ),
)
