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
