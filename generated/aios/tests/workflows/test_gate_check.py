# Generated from AIOS_Governance::GateCheck (ssot/aios/governance.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow GateCheck: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from aios.calculations import gates_of
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import Gate
from aios.types.aios_governance import GateResult
from aios.types.aios_persistence import (
    AuditEntry,
    Deviation,
    Project,
    Review,
    ReviewCheck,
    Session,
    Task,
)
from aios.workflows import gate_check as module
from aios.workflows.gate_check import GateCheckResult, gate_check

RESULTS: dict[str, Any] = {
    "all_project": st.lists(instances(Project), max_size=4).map(tuple),
    "all_audit_entry": st.lists(instances(AuditEntry), max_size=4).map(tuple),
    "all_review": st.lists(instances(Review), max_size=4).map(tuple),
    "all_review_check": st.lists(instances(ReviewCheck), max_size=4).map(tuple),
    "all_deviation": st.lists(instances(Deviation), max_size=4).map(tuple),
    "find": instances(Task),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    task_id: str,
    session: Session,
    gate: Gate,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    gates: tuple[GateResult, ...] = ()
    find = steps.find(task_id=task_id)
    task = find
    all_audit_entry = steps.all_audit_entry()
    all_deviation = steps.all_deviation()
    all_project = steps.all_project()
    all_review = steps.all_review()
    all_review_check = steps.all_review_check()
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


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.text(max_size=9),
    session=instances(Session),
    gate=st.sampled_from(Gate),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    task_id: str,
    session: Session,
    gate: Gate,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            gate_check(script.steps, task_id=task_id, session=session, gate=gate)
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, task_id=task_id, session=session, gate=gate)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "GateCheck",
        "all AuditEntry",
        "all Deviation",
        "all Project",
        "all Review",
        "all ReviewCheck",
        "find",
    }
    assert tracer.spans[:1] == [(None, "GateCheck")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(gate_check).parameters
    assert parameters["gate"].default == Gate.ALL


@pytest.mark.parametrize(
    "name",
    [
        "GateCheckResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
