"""Workflows compiled from actions run as the model says: what waits, what is passed on, what is repeated."""

from __future__ import annotations

import asyncio
import textwrap
from types import SimpleNamespace
from typing import Any

import pytest

from generator.compile.workflow_names import workflow_names
from generator.compile.workflows import Workflow, compile_workflow
from generator.ir import Type
from tests.compile.models import model_of

DEFINITIONS = """
    attribute def D;
    action def Source { out d : D; }
    action def Step { in d : D; out e : D; }
    action def Merge { in d : D; in e : D; out f : D; }
    action def Sink { in d : D; }
"""


def workflow_of(body: str, declarations: str = "") -> tuple[Workflow, list[str]]:
    """The workflow of an action `W` with a body, and the codes and messages of what was reported."""
    model = model_of(DEFINITIONS + declarations + "action def W {" + body + "}")
    action = model["M::W"]
    assert isinstance(action, Type)
    assert workflow_names(model).function(action) == "w"
    workflow, found = compile_workflow(model, action)
    return workflow, [f"{each.code}: {each.message}" for each in found]


class Log:
    """Notes what steps are given; a step gives its name, or what the test says it gives."""

    def __init__(self, **results: Any) -> None:
        self.calls: list[str] = []
        self.given: dict[str, dict[str, Any]] = {}
        self.results = results

    def __getattr__(self, name: str) -> Any:
        async def step(**given: Any) -> Any:
            self.calls.append(f"{name}+")
            self.given[name] = given
            for _ in range(3):
                await asyncio.sleep(0)
            self.calls.append(f"{name}-")
            result = self.results.get(name, name)
            return result() if callable(result) else result

        return step


def run(workflow: Workflow, log: Log, **inputs: Any) -> Any:
    """Run a compiled body with steps that are noted; data classes are plain namespaces."""

    async def run_step(label: str, step: Any, **given: Any) -> Any:
        return await step(**given)

    def policy(step: Any, **settings: float) -> Any:
        log.calls.append(f"policy {settings}")
        return step

    names: dict[str, Any] = {"asyncio": asyncio, "run_step": run_step, "WResult": SimpleNamespace}
    names |= dict.fromkeys(("retrying", "limited", "guarded", "approved"), policy)
    parameters = ", ".join(["steps", *inputs])
    code = f"async def body({parameters}):\n{textwrap.indent(workflow.body, '    ')}\n"
    exec(code, names)
    return asyncio.run(names["body"](log, **inputs))


def test_a_chain_is_a_sequence_of_awaits() -> None:
    workflow, found = workflow_of(
        "action a : Source; action b : Step; action c : Sink; flow a.d to b.d; flow b.e to c.d;"
    )
    log = Log()
    assert run(workflow, log) is None
    assert found == []
    assert "TaskGroup" not in workflow.body
    assert log.calls == ["a+", "a-", "b+", "b-", "c+", "c-"]
    assert log.given == {"a": {}, "b": {"d": "a"}, "c": {"d": "b"}}


def test_independent_steps_overlap_and_only_wait_for_what_they_need() -> None:
    workflow, _ = workflow_of(
        """action a : Source; action b : Step; action c : Step; action d : Merge; action e : Sink;
        flow a.d to b.d; flow a.d to c.d; flow b.e to d.d; flow c.e to d.e; flow c.e to e.d;"""
    )
    log = Log()
    assert run(workflow, log) == "d"
    assert log.calls.index("c+") < log.calls.index("b-")
    assert log.calls.index("e+") > log.calls.index("c-")
    assert log.given["d"] == {"d": "b", "e": "c"}


def test_the_only_result_may_come_from_a_branch() -> None:
    workflow, _ = workflow_of(
        """out f : D; action a : Source; action b : Step; action c : Sink; action d;
        flow a.d to b.d; flow a.d to c.d; bind b.e = f;"""
    )
    log = Log()
    assert run(workflow, log) == "b"
    assert log.given == {"a": {}, "b": {"d": "a"}, "c": {"d": "a"}, "d": {}}


def test_a_graph_that_is_not_series_parallel_still_runs_as_early_as_it_can() -> None:
    workflow, _ = workflow_of(
        """action a : Source; action b : Source; action x : Step; action y : Merge;
        flow a.d to x.d; flow a.d to y.d; flow b.d to y.e;"""
    )
    log = Log()
    result = run(workflow, log)
    assert (result.e, result.f) == ("x", "y")
    assert {log.calls[0], log.calls[1]} == {"a+", "b+"}
    assert log.given["y"] == {"d": "a", "e": "b"}


def test_successions_order_what_no_data_orders() -> None:
    workflow, _ = workflow_of("""action a; action b; action c; first a then b; first b then c;""")
    log = Log()
    run(workflow, log)
    assert log.calls == ["a+", "a-", "b+", "b-", "c+", "c-"]


def test_forks_and_joins_pass_waiting_on() -> None:
    workflow, _ = workflow_of(
        """first start; then fork f; then l; then r; action l; then j; action r; then j;
        join j; then action last;"""
    )
    log = Log()
    run(workflow, log)
    assert set(log.calls[:2]) == {"l+", "r+"}
    assert log.calls[-2:] == ["last+", "last-"]
    assert log.calls.index("last+") > max(log.calls.index("l-"), log.calls.index("r-"))


def test_inputs_and_outputs_are_bound_or_passed_through() -> None:
    workflow, _ = workflow_of("""in given : D; out result : D;
        bind a.d = given; action a : Step; action b : Merge { in d; in e = given; }
        flow a.e to b.d; bind b.f = result;""")
    log = Log()
    assert [each.name for each in workflow.parameters] == ["given"]
    assert run(workflow, log, given="x") == "b"
    assert log.given == {"a": {"d": "x"}, "b": {"d": "a", "e": "x"}}


def test_what_nothing_gives_a_value_becomes_an_input() -> None:
    workflow, _ = workflow_of("action a : Step; action b : Merge; flow a.e to b.d;")
    log = Log()
    assert [each.name for each in workflow.parameters] == ["d", "e"]
    assert run(workflow, log, d="1", e="2") == "b"
    assert log.given == {"a": {"d": "1"}, "b": {"d": "a", "e": "2"}}


def test_steps_with_several_outputs_give_a_class() -> None:
    workflow, _ = workflow_of(
        """action a { out l : D; out r : D; } action b : Merge; flow a.r to b.d; flow a.l to b.e;"""
    )
    log = Log(a=SimpleNamespace(l="left", r="right"))
    assert workflow.steps[0].result.class_name == "AResult"
    assert run(workflow, log) == "b"
    assert log.given["b"] == {"d": "right", "e": "left"}


@pytest.mark.parametrize(("n", "taken"), [(1, "low"), (5, "middle"), (9, "high")])
def test_a_decision_takes_the_first_branch_whose_condition_holds(n: int, taken: str) -> None:
    workflow, found = workflow_of("""in n : Integer; first start; then decide d;
            if n < 3 then low; if n < 7 then middle; else high;
        action low; then m; action middle; then m; action high; then m;
        merge m; then action last;""")
    log = Log()
    run(workflow, log, n=n)
    assert found == []
    assert log.calls == [f"{taken}+", f"{taken}-", "last+", "last-"]


def test_a_decision_without_a_way_out_is_a_failure() -> None:
    workflow, _ = workflow_of(
        "in n : Integer; first start; then decide d; if n < 3 then low; action low;"
    )
    with pytest.raises(RuntimeError, match="no condition of d holds"):
        run(workflow, Log(), n=4)


def test_a_guarded_succession_may_skip_its_target() -> None:
    workflow, _ = workflow_of("in n : Integer; action a; first a if n > 3 then b; action b;")
    log = Log()
    run(workflow, log, n=1)
    assert log.calls == ["a+", "a-"]
    run(workflow, log, n=4)
    assert log.calls[2:] == ["a+", "a-", "b+", "b-"]


def test_loops_assign_and_end() -> None:
    workflow, found = workflow_of("""in n : Integer; out sum : Integer; attribute i : Integer := 0;
        first start; then assign sum := 0;
        then while i < n { assign i := i + 1; then assign W::sum := sum + i; }""")
    assert found == []
    assert run(workflow, Log(), n=4) == 10
    assert run(workflow, Log(), n=0) == 0


def test_a_loop_ends_when_until_holds() -> None:
    workflow, _ = workflow_of("""out turns : Integer; attribute count : Integer := 0;
        loop action turn { action a; then assign count := count + 1; then assign turns := count; }
        until count >= 3;""")
    log = Log()
    assert run(workflow, log) == 3
    assert log.calls == ["a+", "a-"] * 3


def test_successions_back_to_a_merge_are_a_loop() -> None:
    workflow, found = workflow_of("""attribute charge : Integer := 0; out level : Integer;
        first start; then merge again; then action monitor;
        then decide enough; if charge < 3 then add; if charge >= 3 then finish;
        action add; then assign charge := charge + 2; then again;
        action finish; then assign level := charge; then done;""")
    log = Log()
    assert found == []
    assert run(workflow, log) == 4
    assert [each for each in log.calls if each.endswith("+")] == [
        *("monitor+", "add+"),
        *("monitor+", "add+"),
        *("monitor+", "finish+"),
    ]


def test_a_loop_with_several_ways_out_is_named() -> None:
    _, found = workflow_of("""in n : Integer; first start; then merge again; then action a;
        then decide d; if n < 1 then again; if n < 2 then b; else c; action b; action c;""")
    assert found == [
        "unsupported-action: a loop back to `again` with several ways out is not compiled"
    ]


def test_conditions_inside_and_for_loops() -> None:
    workflow, found = workflow_of(
        """in xs : Integer [0..*] nonunique; out total : Integer;
        first start; then assign total := 0;
        then for x : Integer in xs { if x > 2 { assign W::total := total + x; } else { action skipped; } }"""
    )
    log = Log()
    assert found == []
    assert run(workflow, log, xs=(1, 3, 4)) == 7
    assert log.calls == ["skipped+", "skipped-"]


def test_an_action_written_in_place_sees_what_is_around_it() -> None:
    workflow, found = workflow_of("""in given : D;
        action outer { in d : D = given; out f : D;
            action a : Step { in d = outer::d; } action b : Merge { in d; in e = given; }
            flow a.e to b.d; bind b.f = f; }
        action last : Sink; flow outer.f to last.d;""")
    log = Log()
    run(workflow, log, given="x")
    assert found == []
    assert log.given == {"a": {"d": "x"}, "b": {"d": "a", "e": "x"}, "last": {"d": "b"}}


def test_policies_wrap_the_step() -> None:
    workflow, _ = workflow_of(
        "action a { @Retry { attempts = 5; delay = 0.5; } @Timeout { seconds = 9; } }"
    )
    log = Log()
    run(workflow, log)
    assert log.calls[0] == "policy {'attempts': 5, 'delay': 0.5, 'maximum': 60.0}"
    assert log.calls[1] == "policy {'seconds': 9}"


def test_a_breaker_counts_what_tries_and_time_end_in_and_a_person_is_asked_first() -> None:
    workflow, found = workflow_of(
        """action a { @Approval { role = "owner"; } @Retry { attempts = 2; }
        @Breaker { failures = 3; pause = 5.0; } @Timeout { seconds = 9; } }"""
    )
    assert found == []
    retried = "retrying(steps.a, attempts=2, delay=1.0, maximum=60.0)"
    guarded = f"guarded(limited({retried}, seconds=9), breaker='M::W::a', failures=3, pause=5.0)"
    assert workflow.body == f"await run_step('a', approved({guarded}, role='owner'))"


def test_steps_of_the_same_name_have_labels_of_their_own() -> None:
    workflow, _ = workflow_of("action x { action a; } action y { action a; }")
    assert [each.label for each in workflow.steps] == ["a", "a_2"]


def test_computed_steps_and_python_bodies_have_code() -> None:
    workflow, found = workflow_of(
        """action a { in n : Integer; out twice : Integer = n * 2; out more : Integer = twice + 1; }
        action b { in n : Integer; out m : Integer; rep language "python" /* m = n
            for _ in range(3):
                m = m + 1 */ }"""
    )
    computed, python = workflow.steps
    assert found == []
    assert (
        computed.body == "twice = n * 2\nmore = twice + 1\nreturn AResult(twice=twice, more=more)"
    )
    assert python.body == "m = n\nfor _ in range(3):\n    m = m + 1\nreturn m"


def test_a_python_body_names_parameters_as_the_model_does() -> None:
    workflow, found = workflow_of(
        """action a { in taskId : Integer; out nextTask : Integer; rep language "python" /*
            import math
            nextTask = max(math.floor(each) for each in range(taskId)) */ }"""
    )
    assert found == []
    expected = "import math\nnext_task = max(math.floor(each) for each in range(task_id))\nreturn next_task"
    assert workflow.steps[0].body == expected


def test_a_name_that_nothing_gives_a_python_body_is_an_error() -> None:
    _, found = workflow_of(
        'action a { in taskId : Integer; out m : Integer; rep language "python" /* m = taskID */ }'
    )
    assert found == [
        "invalid-python: the Python body of `a` uses `taskID`, which nothing in it names"
    ]


@pytest.mark.parametrize("body", ["return 1)\nimport os  # (", "def f(:"])
def test_a_python_body_that_is_no_body_is_an_error(body: str) -> None:
    workflow, found = workflow_of(
        'action a { out m : Integer; rep language "python" /* ' + body + " */ }"
    )
    assert workflow.steps[0].body is None
    assert [each.split(":")[0] for each in found] == ["invalid-python"]


@pytest.mark.parametrize(
    ("body", "construct"),
    [
        ("action a accept d : D;", "the accept action `a`"),
        (
            "action a; action b; first a then b; first b then a;",
            "the step `a`, which waits for itself,",
        ),
        ("out never : D; action a;", "the output `never`, given no value,"),
    ],
)
def test_what_is_not_supported_is_named(body: str, construct: str) -> None:
    _, found = workflow_of(body)
    assert f"unsupported-action: {construct} is not compiled" in found


def test_names_that_mean_something_in_python_are_renamed() -> None:
    workflow, _ = workflow_of(
        "in 'class' : D; action 'yield' : Step { in d = 'class'; } action steps : Step; flow 'yield'.e to steps.d;"
    )
    log = Log()
    assert [each.name for each in workflow.parameters] == ["class_"]
    assert run(workflow, log, class_="x") == "steps"
    assert log.given == {"yield_": {"d": "x"}, "steps": {"d": "yield_"}}
