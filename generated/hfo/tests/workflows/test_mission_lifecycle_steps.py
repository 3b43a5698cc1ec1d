# Generated from HFO_Workflows::MissionLifecycle (ssot/hfo/workflows.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the steps of MissionLifecycle that the model says how to do."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

from hypothesis import given, settings, strategies as st

from hfo.calculations import quorum_reached
from hfo.tests.values import instances
from hfo.tests.workflows.recording import outcome
from hfo.types.hfo_agents import (
    ExecutionRequest,
    PlanRequest,
    PriorClarification,
    ResearchRequest,
    ValidationRequest,
)
from hfo.types.hfo_security import CodeArtifact
from hfo.types.hfo_signals import (
    ClarificationArtifact,
    ExecutionReport,
    KnowledgeInsight,
    MissionDigest,
    MissionIntent,
    MissionSignal,
    ResearchBrief,
    RiskLevel,
    TaskPlan,
    ValidationReport,
    WorkflowKind,
)
from hfo.workflows.mission_lifecycle import (
    CarryOutResult,
    DefaultMissionLifecycleSteps,
    ReviewSecurityResult,
)


def default_steps(
    rows: dict[str, Any] | None = None, **performers: Any
) -> DefaultMissionLifecycleSteps:
    """The default steps with performers of which only the given ones can do anything; `rows` are read where asked."""
    nobody: dict[str, Any] = dict.fromkeys(
        [
            "swarmlord_persona",
            "researcher_agent",
            "planner_agent",
            "executor_agent",
            "validator_agent",
            "security_reviewer_agent",
        ],
        object(),
    )
    performers = nobody | performers
    return DefaultMissionLifecycleSteps(**performers)


class Asked:
    """An agent that notes what it is asked and gives one answer."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer
        self.requests: list[Any] = []

    async def run(self, request: Any) -> Any:
        """Note the request."""
        self.requests.append(request)
        return self.answer


@settings(max_examples=80)
@given(
    signal=instances(MissionSignal, (0, "What is wanted?")),
)
def test_capture_intent(
    signal: MissionSignal,
) -> None:
    """In the model: new ClarificationArtifact(missionId = signal.missionId, sequence =
    0, question = "What is wanted?", understanding = signal.intent, ambiguity =
    signal.ambiguity, taskCount = signal.taskCount, risk = signal.risk)
    """

    def expected() -> Any:
        return ClarificationArtifact(
            mission_id=signal.mission_id,
            sequence=0,
            question="What is wanted?",
            understanding=signal.intent,
            ambiguity=signal.ambiguity,
            task_count=signal.task_count,
            risk=signal.risk,
        )

    found = outcome(
        lambda: asyncio.run(
            default_steps().capture_intent(
                signal=signal,
            )
        )
    )
    assert found == outcome(expected)


@settings(max_examples=80)
@given(
    clarification=instances(ClarificationArtifact, (0.7, 10)),
)
def test_select_workflow(
    clarification: ClarificationArtifact,
) -> None:
    """In the model: if clarification.ambiguity > 0.7 ? WorkflowKind::hive else if
    clarification.risk == RiskLevel::high or clarification.risk ==
    RiskLevel::critical ? WorkflowKind::growth else if clarification.taskCount > 10 ?
    WorkflowKind::swarm else WorkflowKind::prey
    """

    def expected() -> Any:
        return (
            WorkflowKind.HIVE
            if clarification.ambiguity > 0.7
            else (
                WorkflowKind.GROWTH
                if clarification.risk == RiskLevel.HIGH
                or clarification.risk == RiskLevel.CRITICAL
                else (
                    WorkflowKind.SWARM
                    if clarification.task_count > 10
                    else WorkflowKind.PREY
                )
            )
        )

    found = outcome(
        lambda: asyncio.run(
            default_steps().select_workflow(
                clarification=clarification,
            )
        )
    )
    assert found == outcome(expected)


@settings(max_examples=80)
@given(
    clarification=instances(
        ClarificationArtifact, ("No weakness is found", "The validator approves")
    ),
    selection=st.sampled_from(WorkflowKind),
)
def test_publish_intent(
    clarification: ClarificationArtifact,
    selection: WorkflowKind,
) -> None:
    """In the model: new MissionIntent(missionId = clarification.missionId, goal =
    clarification.understanding, workflow = selection, risk = clarification.risk,
    acceptance = ("The validator approves", "No weakness is found"))
    """

    def expected() -> Any:
        return MissionIntent(
            mission_id=clarification.mission_id,
            goal=clarification.understanding,
            workflow=selection,
            risk=clarification.risk,
            acceptance=("The validator approves", "No weakness is found"),
        )

    found = outcome(
        lambda: asyncio.run(
            default_steps().publish_intent(
                clarification=clarification,
                selection=selection,
            )
        )
    )
    assert found == outcome(expected)


@settings(max_examples=80)
@given(
    validation=instances(ValidationReport, (0, 1, 3)),
    findings=st.lists(st.text(max_size=9), min_size=0, max_size=3).map(tuple),
)
def test_tally(
    validation: ValidationReport,
    findings: tuple[str, ...],
) -> None:
    """In the model: QuorumReached(approvals = validation.approvals + (if
    isEmpty(findings) ? 1 else 0), required = 3, vetoes = validation.rejections +
    size(findings))
    """

    def expected() -> Any:
        return quorum_reached(
            approvals=validation.approvals + (1 if not findings else 0),
            required=3,
            vetoes=validation.rejections + len(findings),
        )

    found = outcome(
        lambda: asyncio.run(
            default_steps().tally(
                validation=validation,
                findings=findings,
            )
        )
    )
    assert found == outcome(expected)


@settings(max_examples=80)
@given(
    report=instances(ExecutionReport),
    validation=instances(ValidationReport),
    approved=st.booleans(),
)
def test_deliver(
    report: ExecutionReport,
    validation: ValidationReport,
    approved: bool,
) -> None:
    """In the model: new MissionDigest(missionId = report.missionId, summary =
    report.summary, approved = approved, artifacts = report.artifacts, confidence =
    validation.confidence)
    """

    def expected() -> Any:
        return MissionDigest(
            mission_id=report.mission_id,
            summary=report.summary,
            approved=approved,
            artifacts=report.artifacts,
            confidence=validation.confidence,
        )

    found = outcome(
        lambda: asyncio.run(
            default_steps().deliver(
                report=report,
                validation=validation,
                approved=approved,
            )
        )
    )
    assert found == outcome(expected)


@settings(max_examples=80)
@given(
    brief=instances(ResearchBrief),
)
def test_learn(
    brief: ResearchBrief,
) -> None:
    """In the model: new KnowledgeInsight(missionId = brief.missionId, topic =
    brief.goal, content = brief.findings, confidence = brief.confidence)
    """

    def expected() -> Any:
        return KnowledgeInsight(
            mission_id=brief.mission_id,
            topic=brief.goal,
            content=brief.findings,
            confidence=brief.confidence,
        )

    found = outcome(
        lambda: asyncio.run(
            default_steps().learn(
                brief=brief,
            )
        )
    )
    assert found == outcome(expected)


@settings(max_examples=10)
@given(
    prior=instances(ClarificationArtifact),
)
def test_clarify_goal_is_asked_of_an_agent(
    prior: ClarificationArtifact,
) -> None:
    answer = SimpleNamespace(clarification=object())
    agent = Asked(answer)
    steps = default_steps(swarmlord_persona=agent)
    result: Any = asyncio.run(
        steps.clarify_goal(
            prior=prior,
        )
    )
    assert agent.requests == [PriorClarification(prior=prior)]
    expected: Any = answer.clarification
    assert result == expected


@settings(max_examples=10)
@given(
    prior=instances(ClarificationArtifact),
)
def test_clarify_scope_is_asked_of_an_agent(
    prior: ClarificationArtifact,
) -> None:
    answer = SimpleNamespace(clarification=object())
    agent = Asked(answer)
    steps = default_steps(swarmlord_persona=agent)
    result: Any = asyncio.run(
        steps.clarify_scope(
            prior=prior,
        )
    )
    assert agent.requests == [PriorClarification(prior=prior)]
    expected: Any = answer.clarification
    assert result == expected


@settings(max_examples=10)
@given(
    prior=instances(ClarificationArtifact),
)
def test_clarify_risk_is_asked_of_an_agent(
    prior: ClarificationArtifact,
) -> None:
    answer = SimpleNamespace(clarification=object())
    agent = Asked(answer)
    steps = default_steps(swarmlord_persona=agent)
    result: Any = asyncio.run(
        steps.clarify_risk(
            prior=prior,
        )
    )
    assert agent.requests == [PriorClarification(prior=prior)]
    expected: Any = answer.clarification
    assert result == expected


@settings(max_examples=10)
@given(
    intent=instances(MissionIntent),
)
def test_research_is_asked_of_an_agent(
    intent: MissionIntent,
) -> None:
    answer = SimpleNamespace(brief=object())
    agent = Asked(answer)
    steps = default_steps(researcher_agent=agent)
    result: Any = asyncio.run(
        steps.research(
            intent=intent,
        )
    )
    assert agent.requests == [ResearchRequest(intent=intent)]
    expected: Any = answer.brief
    assert result == expected


@settings(max_examples=10)
@given(
    brief=instances(ResearchBrief),
)
def test_make_plan_is_asked_of_an_agent(
    brief: ResearchBrief,
) -> None:
    answer = SimpleNamespace(plan=object())
    agent = Asked(answer)
    steps = default_steps(planner_agent=agent)
    result: Any = asyncio.run(
        steps.make_plan(
            brief=brief,
        )
    )
    assert agent.requests == [PlanRequest(brief=brief)]
    expected: Any = answer.plan
    assert result == expected


@settings(max_examples=10)
@given(
    plan=instances(TaskPlan),
)
def test_carry_out_is_asked_of_an_agent(
    plan: TaskPlan,
) -> None:
    answer = SimpleNamespace(report=object(), code=object())
    agent = Asked(answer)
    steps = default_steps(executor_agent=agent)
    result: Any = asyncio.run(
        steps.carry_out(
            plan=plan,
        )
    )
    assert agent.requests == [ExecutionRequest(plan=plan)]
    expected: Any = CarryOutResult(report=answer.report, code=answer.code)
    assert result == expected


@settings(max_examples=10)
@given(
    report=instances(ExecutionReport),
)
def test_validate_is_asked_of_an_agent(
    report: ExecutionReport,
) -> None:
    answer = SimpleNamespace(validation=object())
    agent = Asked(answer)
    steps = default_steps(validator_agent=agent)
    result: Any = asyncio.run(
        steps.validate(
            report=report,
        )
    )
    assert agent.requests == [ValidationRequest(report=report)]
    expected: Any = answer.validation
    assert result == expected


@settings(max_examples=10)
@given(
    code=st.text(max_size=9),
)
def test_review_security_is_asked_of_an_agent(
    code: str,
) -> None:
    answer = SimpleNamespace(findings=object(), checked=object())
    agent = Asked(answer)
    steps = default_steps(security_reviewer_agent=agent)
    result: Any = asyncio.run(
        steps.review_security(
            code=code,
        )
    )
    assert agent.requests == [CodeArtifact(code=code)]
    expected: Any = ReviewSecurityResult(
        findings=answer.findings, checked=answer.checked
    )
    assert result == expected
