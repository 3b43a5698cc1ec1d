# Generated from AIOS_Governance::GateCheck (ssot/aios/governance.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Checks a task before it goes on."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..calculations import gates_of
from ..types.aios_domain import Gate
from ..types.aios_governance import GateResult
from ..types.aios_persistence import (
    AuditEntry,
    Deviation,
    Project,
    Review,
    ReviewCheck,
    Session,
    Task,
)
from .find_task import FindTaskSteps, find_task
from .running import composed, run_step


@dataclass(frozen=True, slots=True)
class GateCheckResult:
    """What GateCheck gives."""

    gates: tuple[GateResult, ...]
    passed: bool


class GateCheckSteps(Protocol):
    """What GateCheck asks of those who do its steps."""

    @abstractmethod
    async def all_project(self) -> tuple[Project, ...]:
        """All instances of Project."""

    @abstractmethod
    async def all_audit_entry(self) -> tuple[AuditEntry, ...]:
        """All instances of AuditEntry."""

    @abstractmethod
    async def all_review(self) -> tuple[Review, ...]:
        """All instances of Review."""

    @abstractmethod
    async def all_review_check(self) -> tuple[ReviewCheck, ...]:
        """All instances of ReviewCheck."""

    @abstractmethod
    async def all_deviation(self) -> tuple[Deviation, ...]:
        """All instances of Deviation."""

    @abstractmethod
    async def find(self, *, task_id: str) -> Task:
        """The task with an id; without one the run is refused."""


class DefaultGateCheckSteps(GateCheckSteps):
    """The steps of GateCheck as far as the model says what they do."""

    def __init__(
        self,
        *,
        find_task_steps: FindTaskSteps,
    ) -> None:
        self.find_task_steps = find_task_steps

    @composed
    async def find(self, *, task_id: str) -> Task:
        return await find_task(self.find_task_steps, task_id=task_id)


async def gate_check(
    steps: GateCheckSteps, *, task_id: str, session: Session, gate: Gate = Gate.ALL
) -> GateCheckResult:
    """Checks a task before it goes on.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("GateCheck"):
        gates: tuple[GateResult, ...] = ()
        find = await run_step("find", steps.find, task_id=task_id)
        task = find
        all_audit_entry = await run_step("all AuditEntry", steps.all_audit_entry)
        all_deviation = await run_step("all Deviation", steps.all_deviation)
        all_project = await run_step("all Project", steps.all_project)
        all_review = await run_step("all Review", steps.all_review)
        all_review_check = await run_step("all ReviewCheck", steps.all_review_check)
        results = tuple(
            each
            for each in gates_of(
                task=task,
                reviews=all_review,
                checks=all_review_check,
                entries=all_audit_entry,
                deviations=all_deviation,
                projects=all_project,
            )
            if gate == Gate.ALL or each.gate == gate
        )
        gates = results
        passed = all(each.passed for each in results)
        return GateCheckResult(gates=gates, passed=passed)
