"""Generated workflows and state machines pass their own tests, and the tests notice when they are broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.emit.artifact import ArtifactSet
from generator.emit.passes import discover, render
from tests.passes.generated import (
    artifacts_of,
    broken,
    model_of,
    run_failing_tests,
    run_python,
    run_tests,
    write,
)
from tests.sampling import sampled

PASSES = ("package", "data_types", "calculations", "telemetry", "orchestrators", "states")

MODEL = """
package Kitchen {
    private import ScalarValues::*;
    private import AgentSystems::*;

    enum def Mood { calm; hasty; }
    item def Order { attribute dishes : Positive; attribute mood : Mood; }
    item def Plate { attribute warm : Boolean; }
    item def Bill { attribute total : Natural; }
    attribute def Served;
    attribute def Complaint { attribute severity : Natural; }

    calc def Price { in dishes : Positive; return : Natural = dishes * 12; }

    action def Serve :> Workflow {
        doc /* Cooking and billing happen at the same time. */
        in order : Order;
        in tables : Positive default 4;
        out bill : Bill;
        action cook { in order : Order; out plate : Plate; out waste : Natural; @Retry { attempts = 2; delay = 0.5; } }
        action plan { in order : Order = Serve::order; out total : Natural = Price(order.dishes); }
        action charge { in total : Natural; out bill : Bill = new Bill(total); }
        action bring { in plate : Plate; in seats : Positive = tables; @Timeout { seconds = 3.5; } }
        action wash { in waste : Natural; }
        bind cook.order = order;
        flow cook.plate to bring.plate;
        flow cook.waste to wash.waste;
        flow plan.total to charge.total;
        bind charge.bill = bill;
        first bring then charge;
    }

    action def Hurry {
        in mood : Mood;
        out rounds : Natural;
        attribute count : Natural := 0;
        first start; then decide how;
            if mood == Mood::hasty then quick; else slow;
        action quick assign count := 2; then m;
        action slow assign count := 5; then m;
        merge m;
        then loop action turn { action stir { out done : Boolean; } then assign count := count - 1; } until count <= 0 or turn.stir.done;
        then assign rounds := count;
    }

    state def Evening {
        attribute complaints : Natural := 0;
        entry; then open;
        state open {
            entry; then busy;
            state busy; state quiet;
            transition first busy accept Served then quiet;
            transition first quiet accept Served then busy;
        }
        transition angry first open accept c : Complaint if c.severity > 2 do assign complaints := complaints + 1 then closed;
        state closed;
    }
}
"""


def generated() -> ArtifactSet:
    """The artifacts of the model, which is compiled completely."""
    every, templates = discover()
    passes = [each for each in every if each.name in PASSES]
    model = model_of({"kitchen/kitchen.sysml": MODEL})
    artifacts, found = render(
        model, {"kitchen/kitchen.sysml": "kitchen"}, passes=passes, templates=templates
    )
    assert found == ()
    return artifacts


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The generated packages."""
    return write(generated(), tmp_path_factory.mktemp("kitchen"))


def test_the_generated_tests_pass(packages: Path) -> None:
    suites = [
        "kitchen/tests/workflows",
        "kitchen/tests/states",
        "kitchen/tests/test_calculations.py",
    ]
    assert "failed" not in run_tests(packages, *suites)


def test_a_workflow_runs_without_being_given_anything_the_model_says() -> None:
    text = generated()["generated/kitchen/workflows/serve.py"].text
    assert "class DefaultServeSteps(ServeSteps):" in text
    assert "steps: ServeSteps, *, order: Order, tables: int = 4" in text
    assert "retrying(steps.cook, attempts=2, delay=0.5, maximum=60.0)" in text
    assert '"""Cooking and billing happen at the same time."""' in text


def test_nested_states_are_flattened(packages: Path) -> None:
    program = """
from kitchen.states.evening import Evening, IllegalTransition, fire
from kitchen.types.kitchen import Complaint, Served
machine = fire(fire(Evening(), Served(root=None)), Served(root=None))
print(machine.state, fire(machine, Complaint(severity=3)))
try:
    fire(machine, Complaint(severity=1))
except IllegalTransition as fault:
    print(fault)
"""
    done = run_python(program, packages)
    assert done.stdout.splitlines() == [
        "open.busy Evening(state=<EveningState.CLOSED: 'closed'>, complaints=1)",
        "Complaint in state open.busy: legal events are Served, Complaint",
    ], done.stderr


MUTANTS = [
    ("workflows/serve.py", "plate=cook.plate", "plate=cook.waste"),
    ("workflows/serve.py", "waste=cook.waste", "waste=tables"),
    ("workflows/serve.py", "seats=tables", "seats=order"),
    ("workflows/serve.py", "tables: int = 4", "tables: int = 5"),
    ("workflows/serve.py", "attempts=2", "attempts=1"),
    ("workflows/serve.py", "seconds=3.5", "seconds=4.5"),
    ("workflows/serve.py", "Bill(total=total)", "Bill(total=total + 1)"),
    ("workflows/serve.py", "dishes=order.dishes", "dishes=1"),
    ("workflows/serve.py", '"charge", steps.charge', '"charge", steps.plan'),
    ("workflows/serve.py", 'start_as_current_span("Serve")', 'start_as_current_span("X")'),
    ("workflows/hurry.py", "count = 2", "count = 3"),
    ("workflows/hurry.py", "Mood.HASTY", "Mood.CALM"),
    ("workflows/hurry.py", "count <= 0 or", "count < 0 or"),
    ("workflows/running.py", "pause *= 2", "pause *= 3"),
    ("states/evening.py", "c.severity > 2", "c.severity > 3"),
    ("states/evening.py", "complaints + 1", "complaints + 2"),
    ("calculations.py", "dishes * 12", "dishes * 13"),
]


@pytest.mark.parametrize(("module", "good", "bad"), sampled(MUTANTS))
def test_generated_tests_kill_mutants(module: str, good: str, bad: str, tmp_path: Path) -> None:
    artifacts = generated()
    folder = write(artifacts, tmp_path)
    suites = {
        "workflows": ["kitchen/tests/workflows"],
        "states": ["kitchen/tests/states"],
        "calculations.py": ["kitchen/tests/test_calculations.py"],
    }[module.split("/")[0]]
    with broken(folder / "kitchen" / module, good, bad, 1):
        run_failing_tests(folder, "-x", *suites)


def test_steps_one_after_the_other_are_noticed(packages: Path, tmp_path: Path) -> None:
    """The same steps in a legal order but without overlap are not what the model says."""
    artifacts = generated()
    folder = write(artifacts, tmp_path)
    module = folder / "kitchen" / "workflows" / "serve.py"
    text = module.read_text(encoding="utf-8")
    slowed = text.replace("group.create_task(", "await _finished(", 100)
    assert slowed != text
    slowed += """

async def _finished(work: Any) -> Any:
    result = await work

    class Done:
        def __await__(self) -> Any:
            if False:
                yield
            return result

        def result(self) -> Any:
            return result

    return Done()
"""
    module.write_text(
        slowed.replace("import asyncio", "import asyncio\nfrom typing import Any", 1),
        encoding="utf-8",
    )
    shown = run_failing_tests(folder, "kitchen/tests/workflows/test_serve.py")
    assert "test_a_step_holds_up_only_what_waits_for_it" in shown
    assert "test_values_follow_the_flows" not in shown


HOSTILE = r"""
package 'P @@@ {{ 7*7 }}' {
    private import ScalarValues::*; private import AgentSystems::*;
    item def 'class' { attribute 'import' : Natural; attribute 'self' : String; }
    enum def 'E\'"' { 'a"b'; 'None'; 'mro'; }
    calc def 'eval' { in 'lambda' : Natural; return : Natural = 'lambda' + 1; }
    constraint def 'exec' { in 'x y' : Natural; 'x y' > 0 }
    action def 'W @@@; import os' :> Workflow { doc /* @@@ + __import__('os').system('x') + @@@ {{ 1/0 }} \ */
        in 'steps' : 'class'; in 'asyncio' : Natural default 3; out 'return' : 'class';
        action 'group' { in 'self' : 'class' = 'W @@@; import os'::'steps'; out 'a"b' : 'class'; out 'b{{' : Natural; }
        action 'run_step' { in 'x' : 'class'; in 'await' : Natural = 'eval'('W @@@; import os'::'asyncio'); out 'o' : 'class'; }
        action 'module' { in 'b' : Natural; }
        action 'pytest' { in e : 'E\'"' default 'E\'"'::'a"b'; out m : Natural = if e == 'E\'"'::'None' ? 1 else 2; }
        flow 'group'.'a"b' to 'run_step'.'x'; flow 'group'.'b{{' to 'module'.'b'; bind 'run_step'.'o' = 'return';
    }
    state def 'S{{"' { entry; then 'a"'; state 'a"'; accept k : 'class' if k.'import' > 3 then 'name'; state 'name'; state 'mro'; accept 'class' then 'a"'; }
}
"""


def test_names_that_mean_something_in_python_or_in_templates_do_no_harm(tmp_path: Path) -> None:
    every, templates = discover()
    passes = [each for each in every if each.name in PASSES]
    model = model_of({"h/h.sysml": HOSTILE.replace("@@@", '"' * 3)})
    artifacts, found = render(model, {"h/h.sysml": "h"}, passes=passes, templates=templates)
    assert found == ()
    folder = write(artifacts, tmp_path)
    run_tests(folder, "h/tests/workflows", "h/tests/states", "h/tests/test_calculations.py")


LEFT_OVER = """
package Post {
    private import ScalarValues::*;
    private import AgentSystems::*;
    action def Weigh { in parcel : String; out grams : Natural; }
    action def Sending :> Workflow {
        in parcel : String;
        action weigh : Weigh { in parcel = Sending::parcel; out grams : Natural; }
    }
    action def Ship :> Workflow {
        in parcel : String;
        action sending : Sending { in parcel = Ship::parcel; }
    }
}
"""


def test_a_step_gives_nothing_of_what_only_the_workflow_that_does_it_gives() -> None:
    artifacts, found = artifacts_of(model_of({"post.sysml": LEFT_OVER}), PASSES)
    assert found == ()
    text = artifacts["generated/made/workflows/ship.py"].text
    assert "async def sending(self, *, parcel: str) -> None:\n        await sending(" in text
