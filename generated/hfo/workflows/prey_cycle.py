# Generated from HFO_Workflows::PreyCycle (ssot/hfo/workflows.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Perceive, react, engage, yield: one turn of the loop. What is engaged is guarded at
the same time.
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
from ..agents.validator import ValidatorAgent
from ..types.hfo_agents import (
    ExecutionRequest,
    PlanRequest,
    ResearchRequest,
    ValidationRequest,
)
from ..types.hfo_security import CodeArtifact
from ..types.hfo_signals import (
    ExecutionReport,
    MissionIntent,
    ResearchBrief,
    TaskPlan,
    ValidationReport,
)
from .running import run_step


@dataclass(frozen=True, slots=True)
class EngageResult:
    """What the step engage gives."""

    report: ExecutionReport
    code: str


@dataclass(frozen=True, slots=True)
class GuardResult:
    """What the step guard gives."""

    findings: tuple[str, ...]
    checked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreyCycleResult:
    """What PreyCycle gives."""

    validation: ValidationReport
    findings: tuple[str, ...]


class PreyCycleSteps(Protocol):
    """What PreyCycle asks of those who do its steps."""

    @abstractmethod
    async def perceive(self, *, intent: MissionIntent) -> ResearchBrief:
        """Finds out what is known about the goal."""

    @abstractmethod
    async def react(self, *, brief: ResearchBrief) -> TaskPlan:
        """Cuts the work into tasks."""

    @abstractmethod
    async def engage(self, *, plan: TaskPlan) -> EngageResult:
        """Does the tasks."""

    @abstractmethod
    async def yield_(self, *, report: ExecutionReport) -> ValidationReport:
        """Judges the result against the mission."""

    @abstractmethod
    async def guard(self, *, code: str) -> GuardResult:
        """Looks for weaknesses in the code."""


class DefaultPreyCycleSteps(PreyCycleSteps):
    """The steps of PreyCycle as far as the model says what they do."""

    def __init__(
        self,
        *,
        researcher_agent: ResearcherAgent | None = None,
        planner_agent: PlannerAgent | None = None,
        executor_agent: ExecutorAgent | None = None,
        validator_agent: ValidatorAgent | None = None,
        security_reviewer_agent: SecurityReviewerAgent | None = None,
    ) -> None:
        self.researcher_agent = researcher_agent or ResearcherAgent()
        self.planner_agent = planner_agent or PlannerAgent()
        self.executor_agent = executor_agent or ExecutorAgent()
        self.validator_agent = validator_agent or ValidatorAgent()
        self.security_reviewer_agent = (
            security_reviewer_agent or SecurityReviewerAgent()
        )

    async def perceive(self, *, intent: MissionIntent) -> ResearchBrief:
        output = await self.researcher_agent.run(ResearchRequest(intent=intent))
        return output.brief

    async def react(self, *, brief: ResearchBrief) -> TaskPlan:
        output = await self.planner_agent.run(PlanRequest(brief=brief))
        return output.plan

    async def engage(self, *, plan: TaskPlan) -> EngageResult:
        output = await self.executor_agent.run(ExecutionRequest(plan=plan))
        return EngageResult(report=output.report, code=output.code)

    async def yield_(self, *, report: ExecutionReport) -> ValidationReport:
        output = await self.validator_agent.run(ValidationRequest(report=report))
        return output.validation

    async def guard(self, *, code: str) -> GuardResult:
        output = await self.security_reviewer_agent.run(CodeArtifact(code=code))
        return GuardResult(findings=output.findings, checked=output.checked)


async def prey_cycle(
    steps: PreyCycleSteps | None = None, *, intent: MissionIntent
) -> PreyCycleResult:
    """Perceive, react, engage, yield: one turn of the loop. What is engaged is guarded
    at the same time.
    """
    steps = steps or DefaultPreyCycleSteps()
    with telemetry.tracer().start_as_current_span("PreyCycle"):
        perceive = await run_step("perceive", steps.perceive, intent=intent)
        react = await run_step("react", steps.react, brief=perceive)
        engage = await run_step("engage", steps.engage, plan=react)
        async with asyncio.TaskGroup() as group:
            yield_task = group.create_task(
                run_step("yield", steps.yield_, report=engage.report)
            )
            guard_task = group.create_task(
                run_step("guard", steps.guard, code=engage.code)
            )
        yield_ = yield_task.result()
        guard = guard_task.result()
        return PreyCycleResult(validation=yield_, findings=guard.findings)
