"""The structured form of a workflow and its program mean the same: for the same inputs they give the same outputs."""

from __future__ import annotations

import asyncio
import textwrap
from types import SimpleNamespace
from typing import Any

import pytest

from generator.compile.program import compile_program
from generator.compile.workflows import StepCode, Workflow, compile_workflow
from generator.ir import Type
from generator.workspace.execute import Run, execute
from tests.compile.models import model_of

INC = """action def Inc { in x : Integer; out y : Integer = x + 1; }
    action def Split { in x : Integer; out low : Integer = x % 10; out high : Integer = x - low; }"""
MODELS = {
    "flows": """out z : Integer;
        action one : Inc { in x = W::x; out y; } flow one.y to two.x;
        action two : Inc { in x; out y; } bind z = two.y;""",
    "values": """out z : Integer = two.y + one.y;
        action one : Inc { in x = W::x; } action two : Inc { in x = one.y * 2; }""",
    "several outputs": """out a : Integer; out b : Integer;
        action s : Split { in x = W::x; } bind a = s.low; bind b = s.high;""",
    "branches": """out z : Integer := 0;
        if x < 2 { assign z := 1; } else if x < 5 { assign z := x * 2; } else { assign z := 3; }
        then assign z := z + 100;""",
    "while": """out n : Integer := 0; attribute i : Integer := x;
        while n < 10 { assign n := n + i; then assign i := i + 1; } until i > 6;""",
    "for": """out t : Integer := 0;
        for i : Integer in 1..x { action s : Split { in x = i * 7; } then assign t := t + s.low; }""",
    "a decision": """out z : Integer := 0;
        first start; then decide; if x < 3 then low; else high;
        action low { assign z := 1; } then m; action high { assign z := x; } then m;
        merge m; then action last { assign z := z * 2; }""",
    "a loop back": """out n : Integer := x;
        first start; then merge again; then action work { assign n := n * 2 + 1; }
        then decide; if n < 50 then again; else finish; action finish { assign n := n - 1; }""",
    "nested actions": """out z : Integer := 0;
        action outer { attribute y : Integer := x + 1; action inner { assign z := y * 2; } }""",
    "fork and join": """out z : Integer := 0;
        first start; then fork f; then left; then right;
        action left : Inc { in x = W::x; } then j; action right : Inc { in x = W::x * 10; } then j;
        join j; then assign z := left.y + right.y;""",
}


def structured(workflow: Workflow, x: int) -> dict[str, Any]:
    """What the structured form gives, by the names of the outputs in the model."""

    async def run_step(label: str, step: Any, **given: Any) -> Any:
        return await step(**given)

    names: dict[str, Any] = {"asyncio": asyncio, "run_step": run_step, "WResult": SimpleNamespace}
    steps = SimpleNamespace(**{each.name: _step(each) for each in workflow.steps})
    exec(f"async def body(steps, x):\n{textwrap.indent(workflow.body, '    ')}\n", names)
    found = asyncio.run(names["body"](steps, x))
    if len(workflow.result.fields) == 1:
        return {workflow.result.fields[0].label: found}
    return {each.label: getattr(found, each.name) for each in workflow.result.fields}


def _step(step: StepCode) -> Any:
    assert step.body is not None, step.label
    parameters = ", ".join(each.name for each in step.parameters)
    names: dict[str, Any] = {}
    if step.result.class_name is not None:
        names[step.result.class_name] = SimpleNamespace
    body = textwrap.indent(step.body, "    ")
    exec(f"async def step({parameters}):\n{body}\n", names)
    return names["step"]


@pytest.mark.parametrize("title", list(MODELS))
def test_both_forms_agree(title: str) -> None:
    model = model_of(f"{INC} action def W {{ in x : Integer; {MODELS[title]} }}")
    action = model["M::W"]
    assert isinstance(action, Type)
    workflow, reported = compile_workflow(model, action)
    program, more = compile_program(model, action)
    assert not [each.message for each in (*reported, *more)]
    seen = set()
    for x in (0, 1, 2, 3, 4, 7, 23):
        result = execute(Run(program, {"x": x}))
        assert result == {"kind": "action", "outputs": structured(workflow, x)}, x
        seen.add(str(result))
    assert len(seen) > 1
