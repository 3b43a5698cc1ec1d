"""State definitions that are more than a table become modules that run; their tests notice what is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.passes.generated import (
    artifacts_of,
    broken,
    model_of,
    run_failing_tests,
    run_python,
    run_tests,
    write,
)

PASSES = ("package", "data_types", "calculations", "states", "support")

MODEL = """
package Kitchen {
    private import ScalarValues::*;
    private import SI::*;
    attribute def Start { attribute degrees : Integer; }
    attribute def Stop;
    attribute def Open;
    state def Baking {
        attribute wanted : Integer := 0;
        attribute beeps : Integer := 0;
        entry; then off;
        state off;
        transition start first off accept s : Start if s.degrees > 50 do assign wanted := s.degrees then on;
        state on parallel {
            state heat {
                entry; then heating;
                state heating;
                accept after 10 [min] then hot;
                state hot { entry action beep { assign beeps := beeps + 1; } }
            }
            state light {
                entry; then dark;
                state dark;
                accept Open then bright;
                state bright;
                accept Open then dark;
            }
        }
        transition stop first on accept Stop then cooling;
        state cooling { entry; then warm; state warm; accept after 5 [min] then done; }
        transition cooled first cooling then off;
    }
    state def Door { entry; then closed; state closed; accept Open then ajar; state ajar; }
}
"""

USE = """
from made.states import baking
from made.support.state_machines import IllegalTransition

with baking.started() as machine:
    try:
        machine.fire(baking.Stop())
    except IllegalTransition as fault:
        print(fault)
    machine.fire(baking.Start(degrees=200))
    print(machine.state, machine.occurrence.wanted)
    machine.fire(baking.Open())
    print(machine.advance(600), machine.occurrence.beeps)
    print(machine.fire(baking.Stop()), machine.advance(299), machine.advance(1), machine.now)
"""


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    artifacts, found = artifacts_of(model_of({"kitchen.sysml": MODEL}), PASSES)
    assert [each.message for each in found] == []
    return write(artifacts, tmp_path_factory.mktemp("code"))


def test_a_machine_runs(code: Path) -> None:
    done = run_python(USE, code)
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.splitlines() == [
        "Stop in state off: legal events are Start",
        "on.heat.heating,on.light.dark 200",
        "on.heat.hot,on.light.bright 1",
        "cooling.warm cooling.warm off 900.0",
    ]


def test_a_table_stays_a_table(code: Path) -> None:
    text = (code / "made/states/door.py").read_text(encoding="utf-8")
    assert "support" not in text
    assert "TRANSITIONS" in text


def test_the_generated_tests_pass(code: Path) -> None:
    run_tests(code, "made/tests/states/test_baking.py")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"on", "cooling", trigger', '"on", "off", trigger'),
        ("is_parallel = True", "is_parallel = False"),
    ],
)
def test_the_generated_tests_notice(code: Path, old: str, new: str) -> None:
    path = code / "made/states/baking.py"
    assert path.read_text(encoding="utf-8").count(old) == 1
    with broken(path, old, new):
        run_failing_tests(code, "-x", "made/tests/states/test_baking.py")
