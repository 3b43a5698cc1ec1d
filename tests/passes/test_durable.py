"""Durable workflows: what is generated from annotations, in process and on the durable engine."""

from __future__ import annotations

import re
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


def test_the_version_changes_with_the_steps_and_with_nothing_else() -> None:
    bodies = [
        "action a; action b;",
        "doc /* Other words. */ action a; action b;",
        "action a; action c;",
        "action a;",
        "action a; action b { out x : ScalarValues::Natural; }",
    ]
    actions = [f"action def W{at} {{ @Durable; {body} }}" for at, body in enumerate(bodies)]
    text = f"package P {{ private import AgentSystems::*; {' '.join(actions)} }}"
    artifacts, _ = artifacts_of(model_of({"p.sysml": text}), ("durable",))
    declared = artifacts["generated/made/durable/declared.py"].text
    first, *others = re.findall(r'structure="(\w+)"', declared)
    assert [each == first for each in others] == [True, False, False, False]
    assert len(set(others)) == 4
    assert re.search(r'^VERSION = "\w+"$', declared, re.MULTILINE)


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


def test_what_cannot_be_meant_is_named() -> None:
    actions = [f"action def W{at} {{ {each} action a; }}" for at, (each, _) in enumerate(FAULTS)]
    actions.insert(0, 'action def V { @Queue { name = "q"; concurrency = 2; } action a; }')
    lines = "\n".join(actions)
    text = f"package P {{ private import AgentSystems::*;\n{lines}\n}}"
    artifacts, found = artifacts_of(model_of({"p.sysml": text}), ("orchestrators", "durable"))
    assert [(each.span.line - 3, each.code) for each in found] == [
        (at, code) for at, (_, code) in enumerate(FAULTS)
    ]
    declared = artifacts["generated/made/durable/declared.py"].text
    assert "SCHEDULES: Mapping[str, Schedule] = {}" in declared
    assert '"q": Queue(concurrency=2),' in declared
