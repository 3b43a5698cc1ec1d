# Generated from AIOS_Emergencies::IssueList (ssot/aios/emergencies.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""The open issues and whose turn it is."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import final_measure, responsible
from ..types.aios_domain import Stage
from ..types.aios_emergencies import IssueLine
from ..types.aios_persistence import Issue
from .running import run_step


class IssueListSteps(Protocol):
    """What IssueList asks of those who do its steps."""

    @abstractmethod
    async def all_issue(self) -> tuple[Issue, ...]:
        """All instances of Issue."""


async def issue_list(steps: IssueListSteps) -> tuple[IssueLine, ...]:
    """The open issues and whose turn it is."""
    with telemetry.tracer().start_as_current_span("IssueList"):
        all_issue = await run_step("all Issue", steps.all_issue)
        return tuple(
            IssueLine(
                number=each_2.number,
                type_=each_2.type_,
                stage=each_2.stage,
                task=each_2.task_id,
                turn=responsible(type_=each_2.type_, stage=each_2.stage),
                measure=(
                    final_measure(type_=each_2.type_)
                    if each_2.stage == Stage.FINAL_AUTHORITY
                    else None
                ),
                description=each_2.description,
            )
            for each_2 in tuple(
                each for each in all_issue if each.stage != Stage.RESOLVED
            )
        )
