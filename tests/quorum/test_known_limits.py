"""What the second implementation does not find although it is standard; `limits` has a minimal model for each.

When a test of the first kind fails, a new version of it finds the name: take the limit away.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator import library
from generator.ir import Model
from generator.quorum import Case, Decision, policy_of
from generator.quorum.known_limits import Limit, known_limits
from generator.quorum.reviewers import interchange
from generator.source import SourceFile
from generator.workspace.front import front_end
from generator.workspace.store import Store

LIMITS = Path(__file__).parent / "limits"
# The names that each minimal model loses, with the place where they stand.
LOST = {
    Limit.LOOP_VARIABLE: {
        ("LoopVariable::ReadAll::seen", "box"),
        ("LoopVariable::ReadAll::seen", "label"),
    },
    Limit.RESULT: {("Result::Label", "label")},
    Limit.VALUE: {("Value::shelf::seen", "label")},
}

pytest.importorskip("sysml", reason="the second SysML implementation is not installed")


def file_of(limit: Limit) -> Path:
    return LIMITS / f"{limit.name.lower().replace('_', '-')}.sysml"


def resolved(text: str) -> Model:
    sources = [SourceFile("case.sysml", text)]
    model, found = front_end(sources, list(library.standard()), Store(None))
    assert not found, found
    return model


@pytest.fixture(scope="module")
def unresolved() -> list[dict[str, Any]]:
    """What the second implementation does not find in the minimal models."""
    program = [sys.executable, "-m", "generator.quorum.second_opinion"]
    files = [f"{each.name}={each}" for each in sorted(LIMITS.iterdir())]
    done = subprocess.run([*program, *files], capture_output=True, check=True)
    answer = json.loads(done.stdout)
    assert answer["error"] is None
    found: list[dict[str, Any]] = answer["unresolved"]
    return found


@pytest.mark.parametrize("limit", Limit, ids=lambda each: each.name)
def test_the_limit_is_still_there(limit: Limit, unresolved: list[dict[str, Any]]) -> None:
    package = file_of(limit).stem.title().replace("-", "")
    lost = {
        (each["owner"], each["reference"])
        for each in unresolved
        if each["owner"].partition("::")[0] == package
    }
    assert lost == LOST[limit], "take the limit away, if a new version of `sysml` finds these names"


@pytest.mark.parametrize("limit", Limit, ids=lambda each: each.name)
def test_a_limit_is_told_by_its_construct(limit: Limit) -> None:
    known = known_limits(resolved(file_of(limit).read_text(encoding="utf-8")))
    assert {place: set(limits) for place, limits in known.items()} == {
        place: {limit} for place in LOST[limit]
    }


READ = {
    "Chosen(boxes).inner.label": {"inner": 1, "label": 1},
    "(new Box(label = Chosen(boxes).label)).label": {"label": 2},
    "boxes#(1).label": {"label": 1},
    'boxes.?{in each : Box; each.label == ""}.label': {"label": 1},
    "(Chosen(boxes) as Box).label": {},
    "boxes.label": {},
    # The standard says of these no more than that they are anything.
    "(boxes ?? boxes).label": {},
    "(boxes, boxes).label": {},
    "(boxes ?? boxes)#(1).label": {},
    'boxes->select {in each : Box; each.label == ""}.label': {},
}


def test_only_what_the_standard_types_is_excused() -> None:
    calculations = "\n".join(
        f"calc def C{at} {{ in boxes : Box [*]; return : ScalarValues::String [*] = {value}; }}"
        for at, value in enumerate(READ)
    )
    model = resolved(f"""package P {{
            private import ControlFunctions::*;
            item def Box {{ attribute label : ScalarValues::String; ref item inner : Box; }}
            calc def Chosen {{ in boxes : Box [*]; return box : Box; }}
            {calculations}
        }}""")
    known = known_limits(model)
    for at, (value, limits) in enumerate(READ.items()):
        found = {name: len(each) for (place, name), each in known.items() if place == f"P::C{at}"}
        assert found == limits, value


AMBIGUOUS = """
    package A { attribute def Mark; }
    package B { attribute def Mark; }
    package P {
        private import A::*;
        private import B::*;
        action def Read { in marks [*]; for Mark in marks { assign marks := Mark; } }
        action def Cast :> Read { for Mark in marks { assign marks := Mark; } assign marks := marks as Mark; }
    }
"""


def test_a_limit_excuses_as_many_places_as_it_explains(tmp_path: Path) -> None:
    """`Mark` is brought in twice, so that it means nothing; a loop variable called so excuses itself alone."""
    path = tmp_path / "case.sysml"
    path.write_text(AMBIGUOUS, encoding="utf-8")
    source = SourceFile("case.sysml", AMBIGUOUS)
    model, _ = front_end([source], list(library.standard()), Store(None))
    case = Case(tmp_path, model, {"case.sysml": path}, tmp_path / "scratch")
    vote = interchange.review(case, policy_of(model))
    assert vote.decision is Decision.REJECT
    assert [(each.message.partition(": ")[0], each.blocking) for each in vote.findings] == [
        ("`Mark` does not resolve in P::Cast", True),
        ("`Mark` does not resolve in P::Read", False),
    ]
