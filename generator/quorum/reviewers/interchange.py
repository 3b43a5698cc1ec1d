"""Opens the model with a second, independent SysML v2 implementation and the official library.

Catches: notation that only our own front end accepts, names that no other tool would resolve. A name behind a known
limit of that implementation (`generator.quorum.known_limits`) is a note.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator import library
from generator.ir import Library
from generator.quorum.case import Case
from generator.quorum.known_limits import known_limits
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
    unresolved: list[dict[str, Any]] = []
    libraries = _libraries(case)
    for group in _groups(case):
        files = {name: str(case.model_files[name]) for name in group}
        answer = _opened(case, files | libraries)
        if isinstance(answer, Vote):
            return answer
        unresolved += answer
    findings = _findings(case, unresolved)
    blocking = sum(each.blocking for each in findings)
    if blocking:
        return Vote(NAME, Decision.REJECT, f"{blocking} names do not resolve", findings)
    summary = f"{len(case.model_files)} files open, every name resolves"
    if findings:
        summary += f" but {len(findings)} behind known limits of the second implementation"
    return Vote(NAME, Decision.APPROVE, summary, findings)


def _libraries(case: Case) -> dict[str, str]:
    """Copies of the domain libraries, by the path that is shown."""
    folder = case.scratch / NAME
    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for source in library.domain():
        copy = folder / Path(source.path).name
        copy.write_text(source.text, encoding="utf-8")
        files[f"library/{copy.name}"] = str(copy)
    return files


def _opened(case: Case, files: Mapping[str, str]) -> list[dict[str, Any]] | Vote:
    """What does not resolve in some files, by the path that is shown; a vote if they do not open."""
    outcome = run(
        [
            *(python(case), "-m", "generator.quorum.second_opinion"),
            *(f"{name}={path}" for name, path in sorted(files.items())),
        ],
        cwd=case.scratch / NAME,
        environment={"PYTHONPATH": str(Path(__file__).parents[3])},
    )
    try:
        answer = json.loads(outcome.stdout)
    except ValueError:
        tail = outcome.stderr.strip()[-400:]
        return Vote(
            NAME, Decision.ABSTAIN, f"the second implementation ended with {outcome.code}: {tail}"
        )
    if answer["error"] is None:
        unresolved: list[dict[str, Any]] = answer["unresolved"]
        return unresolved
    message = answer["error"]
    for mark in _MARKS:
        message = message.removeprefix(mark)
    path = next((name for name in files if message.startswith(name)), None)
    return Vote(NAME, Decision.REJECT, "the model does not open", (Finding(message, path),))


def _groups(case: Case) -> list[tuple[str, ...]]:
    """The files of the model in groups that say nothing of each other.

    Opened by group, because the time the second implementation takes for several systems at once has no bound.
    """
    words = {
        name: frozenset(re.findall(r"\w+", path.read_text(encoding="utf-8", errors="replace")))
        for name, path in case.model_files.items()
    }
    declared: dict[str, set[str]] = {}
    for element in case.model.user_elements:
        if case.model.owner(element) is None and element.name and element.span.path in words:
            declared.setdefault(element.span.path, set()).update(re.findall(r"\w+", element.name))
    groups: list[set[str]] = []
    for name in sorted(words):
        touching = [
            group
            for group in groups
            if any(
                words[name] & declared.get(each, set()) or words[each] & declared.get(name, set())
                for each in group
            )
        ]
        groups = [each for each in groups if each not in touching] + [{name}.union(*touching)]
    return sorted(tuple(sorted(each)) for each in groups)


def _findings(case: Case, unresolved: list[dict[str, Any]]) -> tuple[Finding, ...]:
    """One finding for each name; it blocks unless a known limit is behind every place where it stands."""
    known = known_limits(case.model) if unresolved else {}
    found = []
    for each in unresolved:
        limits = known.get((each["owner"], each["reference"]), [])
        message = f"`{each['reference']}` does not resolve in {each['owner'] or 'the model'}"
        is_known = 0 < each["count"] <= len(limits)
        if is_known:
            reasons = "; it ".join(sorted(set(limits)))
            message += f": the second implementation {reasons}"
        found.append(_finding(case, message, each["owner"], not is_known))
    return tuple(found)


def _finding(case: Case, message: str, owner: str, blocking: bool) -> Finding:
    name = owner
    while name:
        element = case.model.find(name)
        if element is not None and element.library is not Library.STANDARD:
            place = (element.span.path, element.span.line, element.qualified_name)
            return Finding(message, *place, blocking=blocking)
        name = name.rpartition("::")[0]
    return Finding(message, blocking=blocking)


def sabotage(case: Case) -> Case:
    """Type a part by a definition that exists nowhere."""
    path = next(iter(case.model_files.values()))
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "\npackage Broken { part lost : NowhereToBeFound; }\n", encoding="utf-8")
    return case
