"""`ssot generate` in a small project: plan, apply, drift, conflicts, scopes and faults."""

from __future__ import annotations

import json
import os
import shutil
import signal
import time
from pathlib import Path

import pytest

from tests.cli.project import HIVE, Project, process

FILES = [
    "generated/hive/scout.py",
    "generated/hive/shelf.txt",
    "generated/hive/worker.py",
    "generated/manifest.json",
]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that nothing was generated from yet."""
    return Project.make(tmp_path)


@pytest.fixture
def done(project: Project) -> Project:
    """A project that is up to date."""
    project.ssot("generate")
    return project


def test_a_first_run_writes_everything(project: Project) -> None:
    answer = project.ssot("generate")
    assert "3 create" in answer.out
    assert list(project.files()) == FILES
    assert "ssot/hive/hive.sysml" in project.files()["generated/hive/scout.py"]


def test_without_a_change_nothing_is_touched(done: Project) -> None:
    before = done.stamps()
    assert done.ssot("generate").out == "up to date: 3 files\n"
    assert done.stamps() == before


def test_a_touched_model_changes_nothing(done: Project) -> None:
    before = done.stamps()
    os.utime(done.model)
    done.ssot("generate")
    assert done.stamps() == before


def test_one_change_rewrites_only_what_it_reaches(done: Project) -> None:
    before = done.stamps()
    done.edit("Looks around.", "Looks far around.")
    answer = done.ssot("generate", "--format", "json").json
    assert answer["counts"] == {
        "create": 0,
        "update": 1,
        "delete": 0,
        "unchanged": 2,
        "conflict": 0,
    }
    changed = {path for path, stamp in done.stamps().items() if before[path] != stamp}
    assert changed == {"generated/hive/scout.py", "generated/manifest.json"}


def test_stale_files_go_away(done: Project) -> None:
    done.edit("part def Worker { doc /* Builds. */ attribute load; }", "")
    answer = done.ssot("generate")
    assert "- generated/hive/worker.py" in answer.out
    assert "generated/hive/worker.py" not in done.files()


def test_plan_shows_and_writes_nothing(project: Project) -> None:
    answer = project.ssot("generate", "--plan")
    assert "+ generated/hive/scout.py" in answer.out
    record = project.ssot("generate", "--plan", "--format", "json").json
    assert (record["result"], record["applied"]) == ("changes-pending", False)
    assert record["changes"][0] == {
        "path": "generated/hive/scout.py",
        "action": "create",
        "reason": "new",
        "pass": "shelf",
        "origins": ["Hive::Scout"],
    }
    assert not project.files()


def test_diff_shows_the_lines(done: Project) -> None:
    done.edit("Looks around.", "Looks far around.")
    before = done.files()
    lines = done.ssot("generate", "--diff").out.splitlines()
    assert '-    """Looks around."""' in lines
    assert '+    """Looks far around."""' in lines
    assert "--- a/generated/hive/scout.py" in lines
    assert done.files() == before


def test_check_says_no_on_drift_and_names_the_command_that_mends_it(done: Project) -> None:
    done.ssot("generate", "--check")
    done.edit("attribute load;", "")
    answer = done.ssot("generate", "--check", code=1)
    assert "ssot generate" in answer.err
    done.ssot("generate")
    done.ssot("generate", "--check")


def test_a_hand_edited_file_is_a_conflict_until_it_is_discarded(done: Project) -> None:
    path = done.root / "generated/hive/scout.py"
    path.write_text("mine = 1\n")
    before = done.files()
    for options in ([], ["--plan"], ["--check"], ["--format", "json"]):
        answer = done.ssot("generate", *options, code=1)
        assert "generated/hive/scout.py was edited by hand" in answer.out
        assert "--force" in answer.out + answer.err or options == ["--format", "json"]
        assert done.files() == before
    done.ssot("generate", "--force")
    assert "class Scout" in path.read_text()


def test_an_unaccounted_file_is_a_conflict(done: Project) -> None:
    (done.root / "generated/hive/notes.txt").write_text("mine\n")
    answer = done.ssot("generate", code=1)
    assert (
        "generated/hive/notes.txt is in the generated tree and the model does not account"
        in answer.out
    )
    done.ssot("generate", "--force")
    assert list(done.files()) == FILES


def test_a_model_with_errors_generates_nothing(done: Project) -> None:
    before = done.stamps()
    done.edit("part def Worker", "part def Worker :> Wrker")
    answer = done.ssot("generate", code=1)
    assert "unresolved-name" in answer.err
    assert "nothing is generated from a model with errors" in answer.err
    assert done.stamps() == before


def test_one_element_alone(project: Project) -> None:
    project.ssot("generate", "--element", "Worker")
    assert list(project.files()) == [
        "generated/hive/shelf.txt",
        "generated/hive/worker.py",
        "generated/manifest.json",
    ]
    answer = project.ssot("generate", "--element", "Wroker", code=2)
    assert "did you mean" in answer.err
    project.ssot("generate")
    assert list(project.files()) == FILES


def test_an_unknown_pass_is_a_message(project: Project) -> None:
    answer = project.ssot("generate", "--pass", "shelv", code=1)
    assert "did you mean `shelf`" in answer.err


def test_another_model_into_the_same_folder_leaves_the_first_alone(
    done: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("elsewhere") / "other.sysml"
    other.write_text("package Other { part def Drone; }")
    done.ssot("generate", "--model", str(other))
    assert list(done.files()) == [
        *FILES,
        "generated/other/drone.py",
        "generated/other/shelf.txt",
    ]
    manifest = json.loads(done.files()["generated/manifest.json"])
    assert sorted(manifest["sources"]) == ["other.sysml", "ssot/hive/hive.sysml"]
    other.write_text("package Other { part def Bee; }")
    done.ssot("generate", "--model", str(other))
    assert "generated/other/drone.py" not in done.files()
    done.ssot("generate")
    assert list(done.files()) == FILES


def test_out_puts_everything_elsewhere(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    project.ssot("generate", "--out", str(out))
    assert (out / "generated/hive/scout.py").is_file()
    assert not (project.root / "generated").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--model", "nowhere.sysml"], 2, "nowhere.sysml does not exist"),
        (["--model", "."], 0, ""),
        (["--nonsense"], 2, ""),
        (["--verdict", "x.doc"], 2, ".json, .xml, .md, .txt"),
    ],
)
def test_questions_that_are_wrong(
    project: Project, arguments: list[str], code: int, message: str
) -> None:
    answer = project.ssot("generate", *arguments, code=code)
    assert message in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("modle = ['ssot']\n", "did you mean `model`?"),
        ("out = 3\n", "`out` must be of type str"),
        ("jobs = 3\n", "known:"),
        ("model = [1]\n", "must be a list of strings"),
        ("lock-seconds = 0\n", "must be positive"),
        ("[", "not valid TOML"),
    ],
)
def test_settings_that_are_wrong(tmp_path: Path, settings: str, message: str) -> None:
    answer = Project.make(tmp_path, settings=settings).ssot("generate", code=2)
    assert message in answer.err


def test_an_empty_project_is_a_message(tmp_path: Path) -> None:
    project = Project.make(tmp_path)
    project.model.unlink()
    assert "no model (.sysml or .kerml file) in ssot" in project.ssot("generate", code=2).err


@pytest.mark.parametrize("text", ["", "\n", "// nothing\n", "\ufeffpackage P;"])
def test_models_without_content(tmp_path: Path, text: str) -> None:
    project = Project.make(tmp_path, text)
    project.ssot("generate")
    project.ssot("generate", "--check")


def test_a_model_that_is_no_text_is_a_diagnostic(done: Project) -> None:
    done.model.write_bytes(b"package P { \xff\xfe }")
    answer = done.ssot("generate", code=1)
    assert "syntax-encoding" in answer.err
    assert "hive.sysml:1:13" in answer.err


def test_a_damaged_cache_costs_time_only(done: Project) -> None:
    cache = done.root / ".ssot" / "cache"
    for path in cache.iterdir():
        if path.is_file():
            path.write_bytes(b"damaged" * 100)
    done.edit("Looks around.", "Looks far around.")
    done.ssot("generate")
    shutil.rmtree(cache)
    cache.write_text("in the way")
    done.edit("Looks far around.", "Looks around.")
    done.ssot("generate")
    assert "Looks around." in done.files()["generated/hive/scout.py"]


def test_a_damaged_manifest_is_a_conflict(done: Project) -> None:
    (done.root / "generated/manifest.json").write_text("<<<<<<< ours\n")
    answer = done.ssot("generate", code=1)
    assert "generated/manifest.json cannot be read" in answer.out
    done.ssot("generate", "--force")
    done.ssot("generate", "--check")


def test_two_runs_at_once_wait_for_each_other(project: Project) -> None:
    runs = [process(["generate"], project.root) for _ in range(4)]
    answers = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [0] * 4, answers
    assert list(project.files()) == FILES
    project.ssot("generate", "--check")


def test_runs_killed_at_random_leave_a_whole_tree(done: Project) -> None:
    old = done.files()
    for number in range(6):
        done.edit("Looks", "Looks a" if number % 2 == 0 else "Looks")
        run = process(["generate"], done.root)
        time.sleep(0.25 + 0.15 * number)
        run.send_signal(signal.SIGKILL)
        run.communicate(timeout=60)
    done.ssot("generate")
    assert list(done.files()) == list(old)
    done.ssot("generate", "--check")
    assert not list((done.root / ".ssot").glob("staging-*"))


def test_the_bytes_depend_on_the_model_alone(tmp_path: Path) -> None:
    hostile = HIVE.replace("Looks", 'Größe \u202e {{ x }} \\ """ Looks')
    projects = [Project.make(tmp_path / name, hostile) for name in ("a", "b", "c")]
    environments = [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "77", "LC_ALL": "C.UTF-8", "TZ": "Pacific/Chatham", "COLUMNS": "20"},
        {"PYTHONHASHSEED": "random", "LANG": "tr_TR.UTF-8", "PYTHONUTF8": "0", "NO_COLOR": "1"},
    ]
    for number, (project, environment) in enumerate(zip(projects, environments, strict=True)):
        below = number == 1
        cwd = project.root / "ssot" if below else project.root
        run = process(["generate"], cwd, environment)
        out, err = run.communicate(timeout=120)
        assert run.returncode == 0, out + err
    assert projects[0].files() == projects[1].files() == projects[2].files()
    assert str(tmp_path) not in json.dumps(projects[0].files())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_no_permission_is_a_message(done: Project) -> None:
    before = done.stamps()
    done.edit("Looks", "Peers")
    done.root.chmod(0o555)
    try:
        assert "permission denied" in done.ssot("generate", code=1).err
    finally:
        done.root.chmod(0o755)
    assert done.stamps() == before


def test_history_tells_the_runs(done: Project) -> None:
    done.edit("Looks", "Peers")
    done.ssot("generate")
    runs = done.ssot("history", "--format", "json").json["runs"]
    assert [run["result"] for run in runs] == ["applied", "applied"]
    assert list(runs[0]["sources"]) == ["ssot/hive/hive.sysml"]
    assert runs[0]["sources"] != runs[1]["sources"]
    assert "1 update" in done.ssot("history").out


def test_watch_generates_again_after_a_change(done: Project) -> None:
    run = process(["generate", "--watch"], done.root)
    try:
        assert run.stdout is not None
        assert run.stdout.readline() == "up to date: 3 files\n"
        done.edit("Looks", "Peers")
        assert "~ generated/hive/scout.py" in run.stdout.readline()
    finally:
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=60)
    assert "Peers" in done.files()["generated/hive/scout.py"]
    assert "interrupted" in err
    assert run.returncode == 130
