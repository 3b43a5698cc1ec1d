"""Our models and libraries are the OMG's language, not a dialect: an independent implementation opens them."""

from __future__ import annotations

import dataclasses
import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator import library
from generator.ir import Definition, Element, Feature, Role
from generator.quorum import Decision, policy_of
from generator.quorum.reviewers import interchange
from generator.workspace import Workspace
from generator.workspace.front import front_end
from generator.workspace.store import Store

ROOT = Path(__file__).parents[2]
SYSTEMS = sorted(each for each in (ROOT / "ssot").iterdir() if any(each.glob("*.sysml")))

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("sysml") is None,
    reason="the second implementation is not installed: install the extra `review`",
)


def second_opinion(files: dict[str, Path]) -> dict[str, Any]:
    program = [sys.executable, "-m", "generator.quorum.second_opinion"]
    arguments = [f"{shown}={path}" for shown, path in files.items()]
    done = subprocess.run([*program, *arguments], cwd=ROOT, capture_output=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def domain_files() -> dict[str, Path]:
    folder = ROOT / "generator" / "library"
    return {each.name: each for each in sorted(folder.glob("*.sysml"))}


def test_the_domain_library_opens() -> None:
    assert second_opinion(domain_files()) == {"error": None, "unresolved": []}


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.name)
def test_every_model_opens(system: Path, tmp_path: Path) -> None:
    """What the second implementation does not find are names behind its known limits, never others."""
    workspace = Workspace.open(system)
    case = dataclasses.replace(workspace.case(), scratch=tmp_path)
    vote = interchange.review(case, policy_of(case.model))
    assert vote.decision is Decision.APPROVE, vote
    assert not any(each.blocking for each in vote.findings)


def test_the_second_implementation_finds_what_is_wrong(tmp_path: Path) -> None:
    unknown = tmp_path / "unknown.sysml"
    unknown.write_text("package P { part lost : Nowhere; }", encoding="utf-8")
    assert second_opinion({"unknown.sysml": unknown})["unresolved"][0]["reference"] == "Nowhere"
    broken = tmp_path / "broken.sysml"
    broken.write_text("package P { part def def }", encoding="utf-8")
    assert "broken.sysml" in second_opinion({"broken.sysml": broken})["error"]


def test_every_name_of_the_standard_packages_is_one_of_the_official_library() -> None:
    import sysml

    official = sysml.Model.from_toolkit(
        sources={"none.sysml": "package Nothing;"}, library_dir=sysml.standard_library()
    )
    model, _ = front_end(list(library.standard()), (), Store(None))
    named = [each for each in model.elements if _is_offered(each)]
    assert len(named) > 500
    ours_alone = {each.qualified_name for each in named} - {
        each.qualified_name for each in named if official.resolve(each.qualified_name) is not None
    }
    assert ours_alone == {"Base::kernel"}


def _is_offered(element: Element) -> bool:
    """Definitions and package-level usages: what a model can refer to by a qualified name."""
    if element.name is None or element.visibility == "private" or element.role is Role.VARIANT:
        return False
    top = element.qualified_name.count("::") <= 1
    return isinstance(element, Definition) or (top and isinstance(element, Feature))
