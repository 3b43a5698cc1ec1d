# Generated from HFO_Workflows::PreyCycle (ssot/hfo/workflows.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the steps of PreyCycle that the model says how to do."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

from hypothesis import given, settings, strategies as st

from hfo.tests.values import instances
from hfo.types.hfo_agents import (
    ExecutionRequest,
    PlanRequest,
    ResearchRequest,
    ValidationRequest,
)
from hfo.types.hfo_security import CodeArtifact
from hfo.types.hfo_signals import (
    ExecutionReport,
    MissionIntent,
    ResearchBrief,
    TaskPlan,
)
from hfo.workflows.prey_cycle import DefaultPreyCycleSteps, EngageResult, GuardResult


def default_steps(
    rows: dict[str, Any] | None = None, **performers: Any
) -> DefaultPreyCycleSteps:
    """The default steps with performers of which only the given ones can do anything; `rows` are read where asked."""
    nobody: dict[str, Any] = dict.fromkeys(
        [
            "researcher_agent",
            "planner_agent",
            "executor_agent",
            "validator_agent",
            "security_reviewer_agent",
        ],
        object(),
    )
    performers = nobody | performers
    return DefaultPreyCycleSteps(**performers)


class Asked:
    """An agent that notes what it is asked and gives one answer."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer
        self.requests: list[Any] = []

    async def run(self, request: Any) -> Any:
        """Note the request."""
        self.requests.append(request)
        return self.answer


@settings(max_examples=10)
@given(
    intent=instances(MissionIntent),
)
def test_perceive_is_asked_of_an_agent(
    intent: MissionIntent,
) -> None:
    answer = SimpleNamespace(brief=object())
    agent = Asked(answer)
    steps = default_steps(researcher_agent=agent)
    result: Any = asyncio.run(
        steps.perceive(
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
def test_react_is_asked_of_an_agent(
    brief: ResearchBrief,
) -> None:
    answer = SimpleNamespace(plan=object())
    agent = Asked(answer)
    steps = default_steps(planner_agent=agent)
    result: Any = asyncio.run(
        steps.react(
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
def test_engage_is_asked_of_an_agent(
    plan: TaskPlan,
) -> None:
    answer = SimpleNamespace(report=object(), code=object())
    agent = Asked(answer)
    steps = default_steps(executor_agent=agent)
    result: Any = asyncio.run(
        steps.engage(
            plan=plan,
        )
    )
    assert agent.requests == [ExecutionRequest(plan=plan)]
    expected: Any = EngageResult(report=answer.report, code=answer.code)
    assert result == expected


@settings(max_examples=10)
@given(
    report=instances(ExecutionReport),
)
def test_yield__is_asked_of_an_agent(
    report: ExecutionReport,
) -> None:
    answer = SimpleNamespace(validation=object())
    agent = Asked(answer)
    steps = default_steps(validator_agent=agent)
    result: Any = asyncio.run(
        steps.yield_(
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
def test_guard_is_asked_of_an_agent(
    code: str,
) -> None:
    answer = SimpleNamespace(findings=object(), checked=object())
    agent = Asked(answer)
    steps = default_steps(security_reviewer_agent=agent)
    result: Any = asyncio.run(
        steps.guard(
            code=code,
        )
    )
    assert agent.requests == [CodeArtifact(code=code)]
    expected: Any = GuardResult(findings=answer.findings, checked=answer.checked)
    assert result == expected
