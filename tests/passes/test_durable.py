"""Durable workflows: what is generated from annotations, in process and on the durable engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.emit.artifact import ArtifactSet
from tests.passes.durable_model import TEXT
from tests.passes.generated import artifacts_of, model_of, run_python, run_tests, write

PASSES = (
    *("package", "data_types", "calculations", "orchestrators", "telemetry", "settings"),
    *("command_line", "durable"),
)


def generated(text: str = TEXT) -> ArtifactSet:
    """The artifacts of a model, which is compiled completely."""
    artifacts, found = artifacts_of(model_of({"yard.sysml": text}), PASSES, system="yard")
    assert [f"{each.code} {each.message}" for each in found] == []
    return artifacts


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The generated package."""
    return write(generated(), tmp_path_factory.mktemp("code"))


def test_the_generated_tests_pass(code: Path) -> None:
    suites = ("durable", "test_cli.py", "workflows")
    assert "failed" not in run_tests(code, *(f"yard/tests/{each}" for each in suites))


def test_nobody_needs_the_engine_who_does_not_ask_for_durable_runs(code: Path) -> None:
    program = """
import sys
import yard.cli, yard.console, yard.workflows.load, yard.workflows.ship
print([each for each in ("dbos", "sqlalchemy") if each in sys.modules])
"""
    assert run_python(program, code).stdout == "[]\n"


def test_a_system_that_asks_for_nothing_durable_has_nothing_durable() -> None:
    plain = "package P { action def W { action a; } }"
    assert not [key for key in generated(plain) if "durable" in key or "policies" in key]
    assert "urabl" not in generated(plain)["generated/yard/console.py"].text


def version(text: str) -> str:
    """The version of the steps of a model."""
    lines = generated(text)["generated/yard/durable/declared.py"].text.splitlines()
    return next(each for each in lines if each.startswith("VERSION"))


def test_the_version_changes_with_the_steps_and_with_nothing_else() -> None:
    text = "package P { private import AgentSystems::*; action def W { @Durable; action a; action b; } }"
    same = text.replace("@Durable;", "@Durable; doc /* Other words. */ ")
    assert version(same) == version(text)
    assert version(text.replace("action b;", "action c;")) != version(text)
    assert version(text.replace("action b;", "")) != version(text)


FAULTS = [
    ("@Queue { concurrency = 0; }", "queue-limits"),
    ('@Queue { name = "q"; concurrency = 1; }', "queue-limits"),
    ("@Queue { rate = 1; period = 0.0; }", "queue-limits"),
    ("@Schedule { every = 5.0; } in x : ScalarValues::Natural;", "schedule-start"),
    ('@Schedule { every = 5.0; cron = "* * * * *"; }', "schedule-start"),
    ('@Schedule { cron = "* *"; }', "schedule-start"),
    ("@Schedule { every = 0.0; }", "schedule-start"),
    ("@Schedule;", "schedule-start"),
]


@pytest.mark.parametrize(("annotation", "code"), FAULTS)
def test_what_cannot_be_meant_is_named(annotation: str, code: str) -> None:
    other = 'action def V { @Queue { name = "q"; concurrency = 2; } action a; }'
    text = f"package P {{ private import AgentSystems::*; {other} action def W {{ {annotation} action a; }} }}"
    _, found = artifacts_of(model_of({"p.sysml": text}), PASSES)
    assert [each.code for each in found] == [code]
