# Generated from HFO_Workflows::WorkflowSelection (ssot/hfo/workflows.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""The doctrine for a chosen workflow: its phases, and how many agents work at the same
time.
"""

from __future__ import annotations

from .. import telemetry
from ..types.hfo_signals import Doctrine, WorkflowKind


async def workflow_selection(*, selection: WorkflowKind) -> Doctrine:
    """The doctrine for a chosen workflow: its phases, and how many agents work at the
    same time.
    """
    with telemetry.tracer().start_as_current_span("WorkflowSelection"):
        if selection == WorkflowKind.HIVE:
            doctrine = Doctrine(
                workflow=WorkflowKind.HIVE,
                phases=("hunt", "integrate", "verify", "evolve"),
                width=10,
            )
        elif selection == WorkflowKind.GROWTH:
            doctrine = Doctrine(
                workflow=WorkflowKind.GROWTH,
                phases=("gather", "root", "order", "weave", "test", "harvest"),
                width=4,
            )
        elif selection == WorkflowKind.SWARM:
            doctrine = Doctrine(
                workflow=WorkflowKind.SWARM,
                phases=("set", "watch", "act", "review", "mutate"),
                width=100,
            )
        else:
            doctrine = Doctrine(
                workflow=WorkflowKind.PREY,
                phases=("perceive", "react", "engage", "yield"),
                width=4,
            )
        return doctrine
