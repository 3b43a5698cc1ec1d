"""State definitions that are tables of transitions: short modules, whose tests notice what is broken."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.passes.generated import (
    artifacts_of,
    assert_typed,
    broken,
    model_of,
    run_failing_tests,
    run_python,
    run_tests,
    write,
)

PASSES = ("package", "data_types", "calculations", "states")

MODEL = """
package Post {
    private import ScalarValues::*;
    attribute def Drop { attribute letters : Natural; }
    attribute def Empty;
    state def Box {
        attribute letters : Natural := 0;
        entry; then waiting;
        state waiting;
        accept d : Drop do assign letters := letters + d.letters then counting;
        state counting;
        transition some first counting if letters < 10 then waiting;
        transition enough first counting if letters >= 10 then full;
        state full;
        accept Empty do assign letters := 0 then waiting;
    }
    state def Flag { entry; then down; state down; accept Drop then up; state up; accept Empty then down; }
    state def Wall { entry; then standing; state standing; }
}
"""

USE = """
from made.states import box, flag, wall
from made.types.post import Drop, Empty

machine = box.fire(box.Box(), Drop(letters=4))
print(machine.state, machine.letters)
machine = box.fire(machine, Drop(letters=6))
print(machine.state, [each.__name__ for each in box.legal_events(machine)])
try:
    box.fire(machine, Drop(letters=1))
except box.IllegalTransition as fault:
    print(fault)
print(flag.fire(flag.Flag(), Drop(letters=0)).state, wall.Wall().state, wall.legal_events(wall.Wall()))
"""


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the model."""
    artifacts, found = artifacts_of(model_of({"post.sysml": MODEL}), PASSES)
    assert [each.message for each in found] == []
    return write(artifacts, tmp_path_factory.mktemp("code"))


def test_machines_do_what_the_model_says(code: Path) -> None:
    done = run_python(USE, code)
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.splitlines() == [
        "waiting 4",
        "full ['Empty']",
        "Drop in state full: legal events are Empty",
        "up standing ()",
    ]


def test_only_a_machine_that_goes_on_by_itself_has_a_function_for_it(code: Path) -> None:
    texts = {
        name: (code / f"made/states/{name}.py").read_text(encoding="utf-8")
        for name in ("box", "flag", "wall")
    }
    assert [name for name, text in texts.items() if "def settled(" in text] == ["box"]
    assert [name for name, text in texts.items() if "def fire(" in text] == ["box", "flag"]


def test_the_code_is_typed_and_has_nothing_unused(code: Path) -> None:
    assert_typed(code, "made/states", "made/tests/states")
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--select", "F", "."]
    done = subprocess.run(command, cwd=code, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_generated_tests_pass(code: Path) -> None:
    run_tests(code, "made/tests/states")


@pytest.mark.parametrize(
    ("module", "old", "new"),
    [
        ("box", "return settled(_taken(machine, each, event))", "return _taken(machine, each, event)"),
        ("box", "and each.event is not None\n", ""),
        ("box", "machine.letters >= 10", "machine.letters > 10"),
        ("flag", "isinstance(event, each.event)", "True"),
        ("flag", "state=transition.target", "state=transition.source"),
    ],
)  # fmt: skip
def test_the_generated_tests_notice(code: Path, module: str, old: str, new: str) -> None:
    path = code / f"made/states/{module}.py"
    assert path.read_text(encoding="utf-8").count(old) == 1
    with broken(path, old, new):
        run_failing_tests(code, "-x", f"made/tests/states/test_{module}.py")
