"""Compares what was generated with what the model says.

Catches: a requirement that nothing satisfies, verifies or traces; an agent without a model element; a file
that no model element accounts for, or that the manifest names and nobody wrote.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.ir import (
    Element,
    PartDefinition,
    RequirementDefinition,
    RequirementUsage,
    Role,
    SatisfyRequirementUsage,
)
from generator.quorum.case import Case
from generator.quorum.tally import Policy
from generator.quorum.vote import Decision, Finding, Vote

TOOLS = ()
NAME = "conformance"
_AGENT = "AgentSystems::Agents::Agent"


def inputs(case: Case) -> Iterable[Path]:
    """The generated tree and the model."""
    return [*case.files(), *case.model_files.values()]


def review(case: Case, policy: Policy) -> Vote:
    """Check files, agents and requirements; what the policy does not demand is reported without blocking."""
    requirements = _requirements(case)
    findings = [*_files(case), *_agents(case)]
    for requirement in requirements:
        findings += _requirement(case, policy, requirement)
    blocking = sum(each.blocking for each in findings)
    summary = f"{len(case.manifest)} files, {len(requirements)} requirements, {blocking} faults"
    notes = len(findings) - blocking
    if notes:
        summary += f", {notes} notes"
    decision = Decision.REJECT if blocking else Decision.APPROVE
    return Vote(NAME, decision, summary, tuple(findings))


def _requirements(case: Case) -> list[Element]:
    """The requirements a system has to answer for: definitions and free usages, not their parts."""
    return [
        each
        for each in case.model.user_elements
        if isinstance(each, RequirementDefinition | RequirementUsage)
        and not isinstance(each, SatisfyRequirementUsage)
        and each.role in (Role.MEMBER, Role.FEATURE, Role.VARIANT)
        and each.name is not None
        and "Viewpoint" not in each.kind
        and "Concern" not in each.kind
    ]


def _files(case: Case) -> Iterator[Finding]:
    on_disk = {case.shown(path) for path in case.files()}
    on_disk.discard(f"{case.generated}/manifest.json")
    listed = {path for path in case.manifest if path.startswith(f"{case.generated}/")}
    for path in sorted(on_disk - listed):
        yield Finding("no model element accounts for this file", path)
    for path in sorted(listed - on_disk):
        yield Finding("the manifest names this file and it is not there", path)
    for path, entry in sorted(case.manifest.items()):
        if not entry.origins:
            yield Finding("the manifest names no model element for this file", path)
        for name, _, _ in entry.origins:
            if case.model.find(name) is None:
                yield Finding(f"the manifest names `{name}`, which the model does not have", path)


def _agents(case: Case) -> Iterator[Finding]:
    """Every class of an agents folder must stand for an agent of the model, and the other way round."""
    modelled = {
        each.qualified_name: each
        for each in case.model.specializing(_AGENT, PartDefinition)
        if not each.is_abstract
    }
    traced: set[str] = set()
    for path in case.files(suffix=".py"):
        if path.parent.name != "agents" or path.name.startswith("_"):
            continue
        shown = case.shown(path)
        entry = case.manifest.get(shown)
        names = {name for name, _, _ in entry.origins} if entry else set()
        traced |= names & modelled.keys()
        if _has_class(path) and not names & modelled.keys():
            yield Finding("an agent class without an agent definition in the model", shown)
    for name in sorted(modelled.keys() - traced):
        element = modelled[name]
        yield Finding(
            f"agent `{name}` has no generated class", element.span.path, element.span.line, name
        )


def _has_class(path: Path) -> bool:
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"))
    except SyntaxError:
        return True
    return any(isinstance(node, ast.ClassDef) for node in tree.body)


def _requirement(case: Case, policy: Policy, requirement: Element) -> Iterator[Finding]:
    model = case.model
    place = (requirement.span.path, requirement.span.line, requirement.qualified_name)
    name = requirement.qualified_name
    owner = model.owner(requirement)
    owned_by_part = isinstance(owner, PartDefinition)
    family = _family(case, requirement)
    if not owned_by_part and not any(model.satisfied_by(each) for each in family):
        yield Finding(
            f"nothing satisfies `{name}`", *place, blocking=policy.every_requirement_satisfied
        )
    if not any(model.verified_by(each) for each in family):
        yield Finding(
            f"no verification case verifies `{name}`",
            *place,
            blocking=policy.every_requirement_verified,
        )
    files = case.traces.get(name, ())
    if not any("/tests/" not in path for path in files):
        yield Finding(f"no generated code comes from `{name}`", *place)
    if not any("/tests/" in path for path in files):
        yield Finding(f"no generated test comes from `{name}`", *place)


def _family(case: Case, requirement: Element) -> list[Element]:
    """A requirement with its definitions and the usages and definitions that specialise it.

    A definition is answered for when one of its usages is, and the other way round.
    """
    model = case.model
    generals = (model.element(at) for at in sorted(model.all_generals(requirement)))
    definitions = [each for each in generals if each.library is None]
    return [*definitions, *model.specializing(requirement)]


def sabotage(case: Case) -> Case:
    """Add an agent that the model does not have."""
    system = case.code / case.systems[0]
    path = system / "agents" / "stowaway.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        '"""An agent nobody modelled."""\n\n\nclass StowawayAgent:\n    pass\n', "utf-8"
    )
    return case
