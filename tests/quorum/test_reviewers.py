"""Every reviewer approves a good tree and rejects what its own sabotage makes of it."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from generator.quorum import Case, Decision, load_reviewers, policy_of, review
from generator.quorum.process import copied
from generator.workspace import Workspace

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A small system with one element of each kind that is reviewed, generated and staged."""
    folder = tmp_path_factory.mktemp("desk")
    model = folder / "desk.sysml"
    shutil.copyfile(HERE / "small.sysml", model)
    workspace = Workspace.open(model, out=folder / "out")
    with workspace.exclusive():
        assert workspace.apply(workspace.plan()) is not None
    return dataclasses.replace(workspace.case(), scratch=folder / "scratch")


@pytest.mark.parametrize("name", sorted(load_reviewers()))
def test_a_reviewer_approves_what_is_right_and_rejects_its_sabotage(name: str, case: Case) -> None:
    reviewer = load_reviewers([name])[name]
    policy = policy_of(case.model)
    if name == "interchange":
        pytest.importorskip("sysml", reason="the second SysML implementation is not installed")
    with copied(case) as copy:
        good = reviewer.review(copy, policy)
        assert good.decision is Decision.APPROVE, good
    with copied(case) as copy:
        bad = reviewer.review(reviewer.sabotage(copy), policy)
        assert bad.decision is Decision.REJECT, bad
        assert bad.findings


def test_the_policy_comes_from_the_model(case: Case) -> None:
    policy = policy_of(case.model)
    assert policy.required == 7
    assert policy.vetoes == ("conformance", "tests", "types")
    assert policy.every_requirement_satisfied
    assert (policy.mutants_tried, policy.mutants_killed) == (4, 0.75)
    assert policy.source.startswith("Library_Desk::quorum (")


def test_an_approval_is_remembered_until_an_input_changes(case: Case, tmp_path: Path) -> None:
    names = ["lint"]
    assert not review(case, names=names, cache=tmp_path).votes[0].cached
    assert review(case, names=names, cache=tmp_path).votes[0].cached
    with copied(case) as copy:
        init = copy.code / copy.systems[0] / "__init__.py"
        init.write_text(init.read_text(encoding="utf-8") + "\nanswer = 42\n", encoding="utf-8")
        assert not review(copy, names=names, cache=tmp_path).votes[0].cached


def test_a_damaged_memory_is_not_trusted(case: Case, tmp_path: Path) -> None:
    review(case, names=["lint"], cache=tmp_path)
    for slot in (tmp_path / "votes").iterdir():
        slot.write_text(slot.read_text().replace("0 findings", "9 findings"), encoding="utf-8")
    vote = review(case, names=["lint"], cache=tmp_path).votes[0]
    assert not vote.cached
    assert "0 findings" in vote.summary


def test_a_reviewer_that_crashes_abstains_and_says_why(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError("no luck")

    monkeypatch.setattr(load_reviewers(["lint"])["lint"], "review", crash)
    verdict = review(case, names=["lint"])
    assert not verdict.approved
    assert verdict.votes[0].decision is Decision.ABSTAIN
    assert verdict.votes[0].summary == "could not review: ZeroDivisionError: no luck"


def test_an_unknown_reviewer_is_named() -> None:
    with pytest.raises(KeyError, match="no reviewer is called 'taste'"):
        load_reviewers(["taste"])
