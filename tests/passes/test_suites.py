"""Generated suites as wholes: the same verdict on every run, and one process for several of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.passes.generated import artifacts_of, model_of, run_python, write

TELL = """
from hypothesis import given, settings, strategies as st
import made.tests.conftest
tried = []
@settings(max_examples=20)
@given(st.integers())
def attempt(number: int) -> None:
    tried.append(number)
attempt()
print(settings.get_current_profile_name(), tried)
"""


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frame of a package."""
    artifacts, _ = artifacts_of(model_of({"made.sysml": "package Made;"}), ("package",))
    return write(artifacts, tmp_path_factory.mktemp("frame"))


def test_every_run_tries_the_same(frame: Path) -> None:
    first, second = (run_python(TELL, frame) for _ in range(2))
    assert first.stdout.startswith("generated [")
    assert first.stdout == second.stdout


def test_others_are_tried_on_request(frame: Path) -> None:
    first, second = (run_python(TELL, frame, HYPOTHESIS_PROFILE="explore") for _ in range(2))
    assert first.stdout.startswith("explore [")
    assert first.stdout != second.stdout


MODEL = """
package Shop {
    private import ScalarValues::*;
    private import AgentSystems::*;
    private import SequenceFunctions::*;
    private import VerificationCases::*;
    attribute def Pack;
    item def Order :> Entity { #key attribute number : Identifier; }
    state def Life { entry; then fresh; state fresh; accept Pack then packed; state packed; }
    action def Take :> Workflow {
        in attribute number : Identifier;
        action keep : Store { in item entity : Order = new Order(number = number); }
    }
    verification def TakeTest {
        action take : Take { in :>> number = "one"; }
        item kept : Order [0..*] = all Order;
        return : VerdictKind = PassIf(size(kept) == 1);
    }
}
"""
PASSES = (
    *("package", "data_types", "settings", "files", "telemetry", "persistence", "migrations"),
    *("orchestrators", "states", "verifications"),
)


def test_several_suites_in_one_process(tmp_path: Path) -> None:
    """Modules of the same name in several systems are not taken for one another, however pytest imports them."""
    model = model_of({"shop.sysml": MODEL})
    for system in ("first", "second"):
        artifacts, found = artifacts_of(model, PASSES, system=system)
        assert not found
        folder = write(artifacts, tmp_path)
    suites = {each.parent for each in folder.glob("*/tests/**/test_*.py")}
    assert {each.name for each in suites} >= {"states", "workflows", "verifications"}
    options = ("-q", "--collect-only", "-p", "no:cacheprovider", "-o", "addopts=")
    done = run_python("", folder, "-m", "pytest", *options, ".")
    assert done.returncode == 0, done.stdout[-3000:]
    for suite in suites:
        assert f"{suite.relative_to(folder).as_posix()}/test_" in done.stdout
