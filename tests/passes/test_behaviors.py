"""Workflows that wait, send, end each other or run as graphs are generated, typed, tested; the tests notice sabotage."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Severity
from generator.emit.artifact import ArtifactSet
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
from tests.sampling import sampled

PASSES = ("package", "data_types", "calculations", "telemetry", "orchestrators", "support")

MODEL = """
package Station {
    private import ScalarValues::*;
    private import SI::*;

    attribute def Ping { attribute n : Integer; }
    attribute def Stop;
    item def Plate { attribute number : Natural; }

    action def Count {
        doc /* Adds up what comes in until it is stopped. */
        in base : Integer default 10;
        out total : Integer := base;
        out rounds : Natural := 0;
        first start;
        then merge again;
        then fork f; then ping; then stop;
        action ping accept p : Ping;
        then action add { assign total := total + ping.p.n; then assign rounds := rounds + 1; }
        then again;
        action stop accept s : Stop;
        then terminate;
    }

    action def Cook { in plate : Plate; out minutes : Natural; }

    action def Serve {
        in plate : Plate;
        out text : String := "";
        first start;
        then fork f; then cook; then late;
        action cook : Cook { in plate = Serve::plate; }
        then action say { assign text := text + "cooked"; }
        then action stop1 { accept after 1 [s]; }
        then over;
        action late { accept after 5 [s]; then assign text := text + "late"; }
        then over;
        action over terminate;
    }

    action def Talk {
        out heard : Integer;
        action listener { action l accept p : Ping; then assign heard := l.p.n + 1; }
        action speaker { send new Ping(4) to listener; }
    }
}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ArtifactSet]:
    artifacts, found = artifacts_of(model_of({"station.sysml": MODEL}), PASSES, system="station")
    assert not [each.message for each in found if each.severity is not Severity.INFO]
    return write(artifacts, tmp_path_factory.mktemp("station")), artifacts


def test_generated_tests_pass(made: tuple[Path, ArtifactSet]) -> None:
    folder, artifacts = made
    assert "generated/station/support/performances.py" in artifacts
    assert " passed" in run_tests(folder, "station/tests/workflows")


def test_generated_code_is_strictly_typed(made: tuple[Path, ArtifactSet]) -> None:
    folder, _ = made
    assert_typed(folder, "-p", "station")


def test_a_workflow_is_awaited_like_any_other(made: tuple[Path, ArtifactSet]) -> None:
    folder, _ = made
    program = """
import asyncio
from station.support.performances import Run, VirtualClock, deliver
from station.workflows.count import Ping, Stop, count
from station.workflows.serve import Plate, ServeCook, ServeSteps, serve

run = Run(VirtualClock())
for each in (Ping(n=3), Ping(n=4), Stop(), Ping(n=5)):
    deliver(run, each)
result = asyncio.run(count(base=1, running=run))
print(result.total, result.rounds)

class Steps(ServeSteps):
    async def cook(self, step: ServeCook, /) -> None:
        print("cooking", step.plate.number)
        step.minutes = 3

print(asyncio.run(serve(Steps(), plate=Plate(number=7), running=Run(VirtualClock()))))
"""
    outcome = run_python(program, folder)
    assert outcome.stdout.split("\n")[:3] == ["8 2", "cooking 7", "cooked"], outcome.stderr


@pytest.mark.parametrize(
    ("module", "before", "after"),
    sampled(
        [
            (
                "count",
                "self.owner.total + self.owner.ping.p.n",
                "self.owner.total - self.owner.ping.p.n",
            ),
            ("count", "kind=Kind.MERGE, then=", "kind=Kind.JOIN, then="),
            ("serve", "after(5", "after(0.5"),
            ("serve", '"cooked"', '"raw"'),
            ("talk", "to=self.owner.listener", "to=self"),
            ("talk", ".p.n + 1", ".p.n + 2"),
        ]
    ),
)
def test_generated_tests_notice_sabotage(
    made: tuple[Path, ArtifactSet], tmp_path: Path, module: str, before: str, after: str
) -> None:
    folder = write(made[1], tmp_path)
    path = folder / "station" / "workflows" / f"{module}.py"
    with broken(path, before, after):
        run_failing_tests(folder, f"station/tests/workflows/test_{module}.py")
