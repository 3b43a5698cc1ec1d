"""A day of the AI Workflow OS through its command line and its MCP server, and what is left of it in files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.passes.generated import ROOT, artifacts_of, model_of, project_models, run_python, write

PASSES = (
    *("package", "data_types", "support", "calculations", "orchestrators", "states", "telemetry"),
    *(
        "settings",
        "files",
        "persistence",
        "migrations",
        "authorization",
        "command_line",
        "mcp_server",
    ),
)
DAY = Path(__file__).with_name("aios_day.py")


def generated(folder: Path) -> Path:
    """The generated package: the committed one, else a new one."""
    if (ROOT / "generated" / "aios").is_dir():
        return ROOT / "generated"
    artifacts, found = artifacts_of(model_of(project_models("aios")), PASSES, system="aios")
    assert not [each for each in found if each.severity == "error"], found
    return write(artifacts, folder)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the day took place."""
    return tmp_path_factory.mktemp("root")


@pytest.fixture(scope="module")
def day(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What was answered."""
    code = generated(tmp_path_factory.mktemp("code"))
    done = run_python(
        "",
        code,
        str(DAY),
        AIOS_ROOT=str(root),
        OTEL_TRACES_EXPORTER="none",
        PYTHONDONTWRITEBYTECODE="1",
    )
    assert done.returncode == 0, done.stderr[-3000:] + done.stdout[-1000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


REFUSED = {
    "init again": "set up already",
    "agent as owner": "An AI agent works in the modes",
    "path trick": "letters, digits",
    "start twice": "Started in state running: legal events are Submitted, Finished, Blocked",
    "start EXPORT": "The queue is at capacity",
    "start SPEC": "approval of a person",
    "out of scope": "task_id EXPORT is not in the scope of the session",
    "late": "the session has expired at 2020-01-01",
    "builder creates": "the role builder does not have the permission createTasks",
    "builder freezes": "the role builder does not have the permission freezeSystem",
    "own review": "Nobody reviews what they built",
    "early 1": "Every review covers Q, R, C and O",
    "approve too early": "Only a review with the verdict APPROVED",
    "merge too early": "after a person has accepted it",
    "operator merges": "does not have the permission mergeTasks",
    "after stop": "the session was ended at",
    "operator freezes": "does not have the permission freezeSystem",
    "start frozen": "The system is frozen",
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_is_refused(day: dict[str, Any], name: str) -> None:
    assert REFUSED[name] in day["answers"][name]["error"]


def test_everything_else_is_done(day: dict[str, Any]) -> None:
    refused = {
        name
        for name, answer in day["answers"].items()
        if isinstance(answer, dict) and "error" in answer
    }
    assert refused == {*REFUSED, "early 2"}


def test_the_review_asks_for_one_revision(day: dict[str, Any]) -> None:
    answers = day["answers"]
    assert answers["report 1"]["verdict"] == "NEEDS_REVISION"
    assert answers["submit 2"]["revision"] == 2
    assert answers["report 2"]["verdict"] == "APPROVED"
    assert answers["gates"]["passed"] is True
    assert answers["queues"][1]["locks"] == ["LOGOUT", "SEARCH", "EXPORT"]


def test_the_owner_sees_how_it_is(day: dict[str, Any]) -> None:
    answers = day["answers"]
    assert answers["health"]["health"] == "red"
    assert "queue locked: dev" in answers["health"]["reasons"]
    assert answers["governance"] == []
    metrics = {each["metric"]: each for each in answers["metrics"]}
    assert metrics["tasks completed per week"]["value"] == "1"
    assert metrics["governance violations"]["met"] is True
    assert metrics["average task cycle time in days"]["met"] is True
    assert metrics["agent session success rate in percent"] == {
        "metric": "agent session success rate in percent",
        "value": "0.0",
        "goal": "> 95",
        "met": False,
    }
    lines = {each["line"]: each["found"] for each in answers["weekly"]}
    assert lines["Check for orphaned tasks (running > 7 days)"] == "none"
    assert lines["Process pending proposals"] == "0 pending"
    assert lines["Validate spec_registry.yaml consistency"] == "by people"


def test_files_show_what_happened(day: dict[str, Any], root: Path) -> None:
    trail = (root / "ops/audit/LOGIN.md").read_text(encoding="utf-8")
    for words in (
        "task_start: queued -> running",
        "review_submit: running -> code_review - revision 1",
        "review_report: code_review -> running - read",
        "review_approve: code_review -> reviewing",
        "task_merge: reviewing -> merged",
        "refused task_merge: the role humanOperator does not have the permission mergeTasks",
        "- src/login.py",
    ):
        assert words in trail, trail
    assert "lifted by agent-1" in (root / "ops/freeze/FREEZE_1.md").read_text(encoding="utf-8")
    tasks = (root / "state/tasks.yaml").read_text(encoding="utf-8")
    assert "SYSTEM_LOCK" not in tasks
    assert "status: merged" in tasks
    assert "state: terminated" in (root / "state/sessions.yaml").read_text(encoding="utf-8")
    assert not (root.parent / "evil.md").exists()


def test_tokens_are_nowhere(day: dict[str, Any], root: Path) -> None:
    kept = b"".join(each.read_bytes() for each in root.rglob("*") if each.is_file())
    for token in day["tokens"].values():
        assert token.encode() not in kept


def test_the_server_has_the_tools_of_the_document(day: dict[str, Any]) -> None:
    assert {
        *("agent_register", "session_create", "session_terminate", "task_start", "task_finish"),
        *("review_submit", "review_create_session", "review_approve", "governance_check"),
    } <= set(day["answers"]["tools"])
