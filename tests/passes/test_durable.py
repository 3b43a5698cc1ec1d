"""Durable workflows: what is generated from annotations, in process and on the durable engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.emit.artifact import ArtifactSet
from tests.passes.durable_model import TEXT
from tests.passes.generated import artifacts_of, model_of, run_tests, write

PASSES = (
    *("package", "data_types", "calculations", "orchestrators", "telemetry", "settings"),
    *("command_line",),
)


def generated() -> ArtifactSet:
    artifacts, found = artifacts_of(model_of({"yard.sysml": TEXT}), PASSES, system="yard")
    assert [f"{each.code} {each.message}" for each in found] == []
    return artifacts


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The generated package."""
    return write(generated(), tmp_path_factory.mktemp("code"))


def test_the_generated_tests_pass(code: Path) -> None:
    assert "failed" not in run_tests(code, "yard/tests")
