"""Opens the model with a second, independent SysML v2 implementation and the official library.

Catches: notation that only our own front end accepts, names that no other tool would resolve.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from generator import library
from generator.ir import Library
from generator.quorum.case import Case
from generator.quorum.process import missing, python, run
from generator.quorum.tally import Policy
from generator.quorum.vote import Decision, Finding, Vote

TOOLS = ("sysml",)
NAME = "interchange"
_MARKS = ("sysmlv2-abi: load failed: ",)


def inputs(case: Case) -> Iterable[Path]:
    """The files of the model."""
    return case.model_files.values()


def review(case: Case, policy: Policy) -> Vote:
    """Load the model's files and the domain libraries they use; unresolved names are findings."""
    if missing("sysml"):
        return Vote(NAME, Decision.ABSTAIN, "sysml is not installed: install the extra `review`")
    folder = case.scratch / NAME
    folder.mkdir(parents=True, exist_ok=True)
    files = {shown: str(path) for shown, path in case.model_files.items()}
    for source in library.domain():
        copy = folder / Path(source.path).name
        copy.write_text(source.text, encoding="utf-8")
        files[f"library/{copy.name}"] = str(copy)
    outcome = run(
        [
            *(python(case), "-m", "generator.quorum.second_opinion"),
            *(f"{shown}={path}" for shown, path in sorted(files.items())),
        ],
        cwd=folder,
        environment={"PYTHONPATH": str(Path(__file__).parents[3])},
    )
    try:
        answer = json.loads(outcome.stdout)
    except ValueError:
        tail = outcome.stderr.strip()[-400:]
        return Vote(
            NAME, Decision.ABSTAIN, f"the second implementation ended with {outcome.code}: {tail}"
        )
    if answer["error"] is not None:
        message = answer["error"]
        for mark in _MARKS:
            message = message.removeprefix(mark)
        path = next((shown for shown in files if message.startswith(shown)), None)
        return Vote(NAME, Decision.REJECT, "the model does not open", (Finding(message, path),))
    findings = tuple(_finding(case, each) for each in answer["unresolved"])
    if findings:
        return Vote(NAME, Decision.REJECT, f"{len(findings)} names do not resolve", findings)
    return Vote(NAME, Decision.APPROVE, f"{len(case.model_files)} files open, every name resolves")


def _finding(case: Case, unresolved: dict[str, str]) -> Finding:
    message = (
        f"`{unresolved['reference']}` does not resolve in {unresolved['owner'] or 'the model'}"
    )
    name = unresolved["owner"]
    while name:
        element = case.model.find(name)
        if element is not None and element.library is not Library.STANDARD:
            return Finding(message, element.span.path, element.span.line, element.qualified_name)
        name = name.rpartition("::")[0]
    return Finding(message)


def sabotage(case: Case) -> Case:
    """Type a part by a definition that exists nowhere."""
    path = next(iter(case.model_files.values()))
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "\npackage Broken { part lost : NowhereToBeFound; }\n", encoding="utf-8")
    return case
