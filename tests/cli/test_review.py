"""The quorum between staging and apply: approved trees are applied, rejected ones leave everything as it was."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.quorum import Decision, Finding, Policy, Verdict, Vote
from generator.workspace import Workspace
from tests.cli.project import Project

Judge = Callable[[Path], bool]


class Panel:
    """Stands for the quorum: decides by a function of the tree and remembers what it was shown."""

    def __init__(self, judge: Judge = lambda root: True) -> None:
        self.judge = judge
        self.shown: list[dict[str, str]] = []

    def __call__(
        self, workspace: Workspace, root: Path | None = None, **options: object
    ) -> Verdict:
        """The verdict on a tree."""
        tree = root or workspace.out
        self.shown.append(
            {
                path.relative_to(tree).as_posix(): path.read_text(encoding="utf-8")
                for path in sorted((tree / "generated").rglob("*"))
                if path.is_file()
            }
        )
        approved = self.judge(tree)
        decision = Decision.APPROVE if approved else Decision.REJECT
        finding = Finding(
            "too many scouts", "generated/hive/scout.py", 3, "Hive::Scout (hive.sysml:2)"
        )
        vote = Vote("judge", decision, "looked at it", () if approved else (finding,))
        return Verdict(approved, "1 of 1" if approved else "veto by judge", Policy(), (vote,))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that is reviewed."""
    return Project.make(tmp_path)


def use(panel: Panel, monkeypatch: pytest.MonkeyPatch) -> Panel:
    """Let a panel judge."""
    monkeypatch.setattr(Workspace, "review", lambda workspace, *a, **k: panel(workspace, *a, **k))
    return panel


def test_an_approved_tree_is_applied_as_it_was_shown(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = use(Panel(), monkeypatch)
    answer = project.ssot("generate", "--review")
    assert "approved: 1 of 1" in answer.out
    assert panel.shown == [project.files()]


def test_a_rejected_tree_changes_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    use(Panel(lambda root: False), monkeypatch)
    project.ssot("generate")
    before = project.stamps()
    project.edit("Looks", "Peers")
    answer = project.ssot("generate", "--review", code=1)
    assert "REJECTED: veto by judge" in answer.out
    assert (
        "generated/hive/scout.py:3: too many scouts  [from Hive::Scout (hive.sysml:2)]"
        in answer.out
    )
    assert "nothing was changed" in answer.err
    assert project.stamps() == before
    assert not list((project.root / ".ssot").glob("staging-*"))
    runs = project.ssot("history", "--format", "json").json["runs"]
    assert [run["result"] for run in runs] == ["applied", "rejected"]
    assert runs[1]["verdict"]["votes"] == {"judge": "reject"}


def test_an_approved_tree_is_not_judged_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = use(Panel(), monkeypatch)
    project.ssot("generate", "--review")
    project.ssot("generate", "--review")
    assert len(panel.shown) == 1


def test_a_tree_nobody_judged_is_judged_in_place(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = use(Panel(), monkeypatch)
    project.ssot("generate", "--no-review")
    assert not panel.shown
    before = project.stamps()
    project.ssot("generate", "--review")
    assert panel.shown == [project.files()]
    assert project.stamps() == before


def test_what_a_judge_does_to_the_tree_is_undone(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.ssot("generate")
    expected = project.files()

    def tamper(root: Path) -> bool:
        for path in sorted(root.rglob("*.py")):
            path.write_text("tampered\n")
        (root / "generated" / "left.txt").write_text("left\n")
        return True

    use(Panel(tamper), monkeypatch)
    project.edit("Looks", "Peers")
    project.ssot("generate", "--review")
    found = project.files()
    assert list(found) == list(expected)
    assert "tampered" not in "".join(found.values())
    assert "Peers" in found["generated/hive/scout.py"]
    project.ssot("generate", "--check")


def test_a_judge_that_crashes_leaves_everything(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.ssot("generate")
    before = project.stamps()

    def crash(root: Path) -> bool:
        raise OSError(28, "No space left on device", str(root))

    use(Panel(crash), monkeypatch)
    project.edit("Looks", "Peers")
    answer = project.ssot("generate", "--review", code=1)
    assert "No space left on device" in answer.err
    assert project.stamps() == before
    assert not list((project.root / ".ssot").glob("staging-*"))


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("v.json", '"approved": false'),
        ("v.xml", "<failure"),
        ("v.md", "## Rejected"),
        ("v.txt", "REJECTED"),
    ],
)
def test_the_verdict_is_written_where_it_is_wanted(
    project: Project, monkeypatch: pytest.MonkeyPatch, name: str, word: str
) -> None:
    use(Panel(lambda root: False), monkeypatch)
    project.ssot("generate", "--review", "--verdict", f"reports/{name}", code=1)
    assert word in (project.root / "reports" / name).read_text(encoding="utf-8")


def test_the_verdict_is_in_the_answer_for_programs(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(Panel(lambda root: False), monkeypatch)
    found = json.loads(project.ssot("generate", "--review", "--format", "json", code=1).out)
    assert found["result"] == "rejected"
    assert found["applied"] is False
    assert found["verdict"]["votes"][0]["findings"][0]["path"] == "generated/hive/scout.py"


def test_review_alone_judges_what_is_there(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = use(Panel(), monkeypatch)
    project.ssot("generate", "--no-review")
    assert "approved" in project.ssot("review").out
    assert panel.shown == [project.files()]


def test_the_real_quorum_renders_the_same_bytes_again(project: Project) -> None:
    """The reproducibility reviewer renders in another process, folder, hash seed and locale."""
    project.ssot("generate", "--no-review")
    found = project.ssot("review", "-r", "reproducibility", "--format", "json", code=None).json
    (vote,) = found["votes"]
    assert vote["decision"] == "approve", vote
