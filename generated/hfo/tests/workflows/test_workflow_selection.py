# Generated from HFO_Workflows::WorkflowSelection (ssot/hfo/workflows.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow WorkflowSelection: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from hfo.tests.workflows.conftest import Tracer
from hfo.tests.workflows.recording import outcome
from hfo.types.hfo_signals import Doctrine, WorkflowKind
from hfo.workflows.workflow_selection import workflow_selection


def plainly(
    *,
    selection: WorkflowKind,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
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


@settings(max_examples=50)
@given(
    selection=st.sampled_from(WorkflowKind),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    selection: WorkflowKind,
) -> None:
    tracer.spans.clear()
    found = outcome(
        lambda: asyncio.run(
            workflow_selection(
                selection=selection,
            )
        )
    )
    assert found == outcome(
        lambda: plainly(
            selection=selection,
        )
    )
    assert {name for _, name in tracer.spans} <= {"WorkflowSelection"}
    assert tracer.spans[:1] == [(None, "WorkflowSelection")]
