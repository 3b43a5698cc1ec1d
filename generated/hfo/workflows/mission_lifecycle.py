# Generated from HFO_Workflows::MissionLifecycle (ssot/hfo/workflows.sysml) and 14 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""From what a user says to what a user gets: three clarifications one after the other,
a workflow, research, a plan, execution, then validation and security review at the
same time, and a vote.
"""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..agents.executor import ExecutorAgent
from ..agents.planner import PlannerAgent
from ..agents.researcher import ResearcherAgent
from ..agents.security_reviewer import SecurityReviewerAgent
from ..agents.swarmlord_persona import SwarmlordPersona
from ..agents.validator import ValidatorAgent
from ..calculations import quorum_reached
from ..types.hfo_agents import (
    ExecutionRequest,
    PlanRequest,
    PriorClarification,
    ResearchRequest,
    ValidationRequest,
)
from ..types.hfo_security import CodeArtifact
from ..types.hfo_signals import (
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
from .running import limited, retrying, run_step


@dataclass(frozen=True, slots=True)
class CarryOutResult:
    """What the step carryOut gives."""

    report: ExecutionReport
    code: str


@dataclass(frozen=True, slots=True)
class ReviewSecurityResult:
    """What the step reviewSecurity gives."""

    findings: tuple[str, ...]
    checked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissionLifecycleResult:
    """What MissionLifecycle gives."""

    digest: MissionDigest
    insight: KnowledgeInsight


class MissionLifecycleSteps(Protocol):
    """What MissionLifecycle asks of those who do its steps."""

    @abstractmethod
    async def capture_intent(self, *, signal: MissionSignal) -> ClarificationArtifact:
        """The words of the user, before any clarification."""

    @abstractmethod
    async def clarify_goal(
        self, *, prior: ClarificationArtifact
    ) -> ClarificationArtifact:
        """One pass of clarification."""

    @abstractmethod
    async def clarify_scope(
        self, *, prior: ClarificationArtifact
    ) -> ClarificationArtifact:
        """One pass of clarification."""

    @abstractmethod
    async def clarify_risk(
        self, *, prior: ClarificationArtifact
    ) -> ClarificationArtifact:
        """One pass of clarification."""

    @abstractmethod
    async def select_workflow(
        self, *, clarification: ClarificationArtifact
    ) -> WorkflowKind:
        """An open goal is hunted, a risky one is studied first, a wide one is swarmed,
        a clear one is worked in short cycles.
        """

    @abstractmethod
    async def publish_intent(
        self, *, clarification: ClarificationArtifact, selection: WorkflowKind
    ) -> MissionIntent:
        """The mission as the swarm is given it."""

    @abstractmethod
    async def research(self, *, intent: MissionIntent) -> ResearchBrief:
        """Finds out what is known about the goal."""

    @abstractmethod
    async def make_plan(self, *, brief: ResearchBrief) -> TaskPlan:
        """Cuts the work into tasks."""

    @abstractmethod
    async def carry_out(self, *, plan: TaskPlan) -> CarryOutResult:
        """Does the tasks."""

    @abstractmethod
    async def validate(self, *, report: ExecutionReport) -> ValidationReport:
        """Judges the result against the mission."""

    @abstractmethod
    async def review_security(self, *, code: str) -> ReviewSecurityResult:
        """Looks for weaknesses in the code."""

    @abstractmethod
    async def tally(
        self, *, validation: ValidationReport, findings: tuple[str, ...]
    ) -> bool:
        """Counts the validator and the security reviewer: one approval each, and a
        weakness found is a veto.
        """

    @abstractmethod
    async def deliver(
        self, *, report: ExecutionReport, validation: ValidationReport, approved: bool
    ) -> MissionDigest:
        """The outcome as the user sees it."""

    @abstractmethod
    async def learn(self, *, brief: ResearchBrief) -> KnowledgeInsight:
        """What is worth keeping of the research."""


class DefaultMissionLifecycleSteps(MissionLifecycleSteps):
    """The steps of MissionLifecycle as far as the model says what they do."""

    def __init__(
        self,
        *,
        swarmlord_persona: SwarmlordPersona | None = None,
        researcher_agent: ResearcherAgent | None = None,
        planner_agent: PlannerAgent | None = None,
        executor_agent: ExecutorAgent | None = None,
        validator_agent: ValidatorAgent | None = None,
        security_reviewer_agent: SecurityReviewerAgent | None = None,
    ) -> None:
        self.swarmlord_persona = swarmlord_persona or SwarmlordPersona()
        self.researcher_agent = researcher_agent or ResearcherAgent()
        self.planner_agent = planner_agent or PlannerAgent()
        self.executor_agent = executor_agent or ExecutorAgent()
        self.validator_agent = validator_agent or ValidatorAgent()
        self.security_reviewer_agent = (
            security_reviewer_agent or SecurityReviewerAgent()
        )

    async def capture_intent(self, *, signal: MissionSignal) -> ClarificationArtifact:
        return ClarificationArtifact(
            mission_id=signal.mission_id,
            sequence=0,
            question="What is wanted?",
            understanding=signal.intent,
            ambiguity=signal.ambiguity,
            task_count=signal.task_count,
            risk=signal.risk,
        )

    async def clarify_goal(
        self, *, prior: ClarificationArtifact
    ) -> ClarificationArtifact:
        output = await self.swarmlord_persona.run(PriorClarification(prior=prior))
        return output.clarification

    async def clarify_scope(
        self, *, prior: ClarificationArtifact
    ) -> ClarificationArtifact:
        output = await self.swarmlord_persona.run(PriorClarification(prior=prior))
        return output.clarification

    async def clarify_risk(
        self, *, prior: ClarificationArtifact
    ) -> ClarificationArtifact:
        output = await self.swarmlord_persona.run(PriorClarification(prior=prior))
        return output.clarification

    async def select_workflow(
        self, *, clarification: ClarificationArtifact
    ) -> WorkflowKind:
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

    async def publish_intent(
        self, *, clarification: ClarificationArtifact, selection: WorkflowKind
    ) -> MissionIntent:
        return MissionIntent(
            mission_id=clarification.mission_id,
            goal=clarification.understanding,
            workflow=selection,
            risk=clarification.risk,
            acceptance=("The validator approves", "No weakness is found"),
        )

    async def research(self, *, intent: MissionIntent) -> ResearchBrief:
        output = await self.researcher_agent.run(ResearchRequest(intent=intent))
        return output.brief

    async def make_plan(self, *, brief: ResearchBrief) -> TaskPlan:
        output = await self.planner_agent.run(PlanRequest(brief=brief))
        return output.plan

    async def carry_out(self, *, plan: TaskPlan) -> CarryOutResult:
        output = await self.executor_agent.run(ExecutionRequest(plan=plan))
        return CarryOutResult(report=output.report, code=output.code)

    async def validate(self, *, report: ExecutionReport) -> ValidationReport:
        output = await self.validator_agent.run(ValidationRequest(report=report))
        return output.validation

    async def review_security(self, *, code: str) -> ReviewSecurityResult:
        output = await self.security_reviewer_agent.run(CodeArtifact(code=code))
        return ReviewSecurityResult(findings=output.findings, checked=output.checked)

    async def tally(
        self, *, validation: ValidationReport, findings: tuple[str, ...]
    ) -> bool:
        return quorum_reached(
            approvals=validation.approvals + (1 if not findings else 0),
            required=3,
            vetoes=validation.rejections + len(findings),
        )

    async def deliver(
        self, *, report: ExecutionReport, validation: ValidationReport, approved: bool
    ) -> MissionDigest:
        return MissionDigest(
            mission_id=report.mission_id,
            summary=report.summary,
            approved=approved,
            artifacts=report.artifacts,
            confidence=validation.confidence,
        )

    async def learn(self, *, brief: ResearchBrief) -> KnowledgeInsight:
        return KnowledgeInsight(
            mission_id=brief.mission_id,
            topic=brief.goal,
            content=brief.findings,
            confidence=brief.confidence,
        )


async def mission_lifecycle(
    steps: MissionLifecycleSteps | None = None, *, signal: MissionSignal
) -> MissionLifecycleResult:
    """From what a user says to what a user gets: three clarifications one after the
    other, a workflow, research, a plan, execution, then validation and security
    review at the same time, and a vote.
    """
    steps = steps or DefaultMissionLifecycleSteps()
    recorded = {
        "mission_id": str(signal.mission_id),
    }
    with telemetry.tracer().start_as_current_span(
        "MissionLifecycle", attributes=recorded
    ):
        capture_intent = await run_step(
            "captureIntent", steps.capture_intent, signal=signal
        )
        clarify_goal = await run_step(
            "clarifyGoal", steps.clarify_goal, prior=capture_intent
        )
        clarify_scope = await run_step(
            "clarifyScope", steps.clarify_scope, prior=clarify_goal
        )
        clarify_risk = await run_step(
            "clarifyRisk", steps.clarify_risk, prior=clarify_scope
        )
        select_workflow = await run_step(
            "selectWorkflow", steps.select_workflow, clarification=clarify_risk
        )
        publish_intent = await run_step(
            "publishIntent",
            steps.publish_intent,
            clarification=clarify_risk,
            selection=select_workflow,
        )
        research = await run_step(
            "research",
            retrying(steps.research, attempts=3, delay=2.0, maximum=60.0),
            intent=publish_intent,
        )
        async with asyncio.TaskGroup() as group:

            async def make_plan_to_deliver() -> MissionDigest:
                make_plan = await run_step("makePlan", steps.make_plan, brief=research)
                carry_out = await run_step(
                    "carryOut", limited(steps.carry_out, seconds=900.0), plan=make_plan
                )
                async with asyncio.TaskGroup() as group:
                    validate_task = group.create_task(
                        run_step("validate", steps.validate, report=carry_out.report)
                    )
                    review_security_task = group.create_task(
                        run_step(
                            "reviewSecurity", steps.review_security, code=carry_out.code
                        )
                    )
                validate = validate_task.result()
                review_security = review_security_task.result()
                tally = await run_step(
                    "tally",
                    steps.tally,
                    validation=validate,
                    findings=review_security.findings,
                )
                return await run_step(
                    "deliver",
                    steps.deliver,
                    report=carry_out.report,
                    validation=validate,
                    approved=tally,
                )

            make_plan_to_deliver_task = group.create_task(make_plan_to_deliver())
            learn_task = group.create_task(
                run_step("learn", steps.learn, brief=research)
            )
        deliver = make_plan_to_deliver_task.result()
        learn = learn_task.result()
        return MissionLifecycleResult(digest=deliver, insight=learn)
