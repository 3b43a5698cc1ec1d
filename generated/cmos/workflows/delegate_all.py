# Generated from CMOS_Orchestration::DelegateAll (ssot/cmos/orchestration.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Workers each do a share; when two have failed, the pattern is given up."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..calculations import is_passing
from ..types.cmos_domain import Outcome
from .running import run_step


@dataclass(frozen=True, slots=True)
class DelegateAllResult:
    """What DelegateAll gives."""

    reason: str | None
    failures: int


class DelegateAllSteps(Protocol):
    """What DelegateAll asks of those who do its steps."""

    @abstractmethod
    async def share(self, *, mission_id: str, worker: int) -> Outcome:
        """One worker does its share."""

    @abstractmethod
    async def share_again(self, *, mission_id: str, worker: int) -> Outcome:
        """One worker does its share."""


async def delegate_all(
    steps: DelegateAllSteps, *, mission_id: str, workers: int = 3
) -> DelegateAllResult:
    """Workers each do a share; when two have failed, the pattern is given up.

    `mission_id` is missionId in the model.
    """
    with telemetry.tracer().start_as_current_span("DelegateAll"):
        reason: str | None = None
        count = 0
        failed = 0
        ended = Outcome.OK
        while count < workers and failed < 2:
            count = count + 1
            share = await run_step(
                "share", steps.share, mission_id=mission_id, worker=count
            )
            ended = share
            if is_passing(ended=ended):
                share_again = await run_step(
                    "shareAgain", steps.share_again, mission_id=mission_id, worker=count
                )
                ended = share_again
            if ended != Outcome.OK:
                failed = failed + 1
        failures = failed
        if failed >= 2:
            reason = "delegation: two workers failed"
        return DelegateAllResult(reason=reason, failures=failures)
