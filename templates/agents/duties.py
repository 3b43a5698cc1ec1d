"""What is asked of an agent: its instructions, and the conditions its answers are checked by.

Knows requirements and who satisfies them. Must not know how an agent class is written.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.agents import input_port, output_port
from generator.compile.code import Compiled, Value, name, negate, unparse
from generator.compile.constraints import compile_constraint, requirement_checks, subject
from generator.compile.requirements import own_text, requirement_id, requirement_text
from generator.compile.scope import Scope
from generator.compile.types import ImportName
from generator.diagnostics import Diagnostic
from generator.ir import (
    ConstraintUsage,
    Element,
    ElementId,
    Feature,
    Model,
    PortUsage,
    RequirementDefinition,
    RequirementUsage,
    Role,
    Type,
    metadata_values,
)

_INSTRUCTION = "AgentSystems::Agents::Instruction"
Requirement = RequirementDefinition | RequirementUsage


@dataclass(frozen=True, slots=True)
class CheckView:
    """A condition on `output` (and `request`): `broken` is true of an answer that does not satisfy it."""

    requirement: str
    message: str
    broken: str
    holds: str


@dataclass(frozen=True, slots=True)
class DutyView:
    """A requirement of an agent."""

    name: str
    instruction: str
    checks: tuple[CheckView, ...]
    function: str = ""


@dataclass(frozen=True, slots=True)
class Duties:
    """Everything asked of an agent; `elements` are the requirements behind it."""

    instructions: tuple[str, ...]
    duties: tuple[DutyView, ...]
    elements: tuple[Requirement, ...]
    imports: tuple[ImportName, ...]
    checked: tuple[ConstraintUsage, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def checks(self) -> tuple[CheckView, ...]:
        """All conditions in the order of their requirements."""
        return tuple(check for duty in self.duties for check in duty.checks)

    @property
    def needs_request(self) -> bool:
        """Whether a condition looks at what was asked too."""
        trees = (ast.walk(ast.parse(check.broken, mode="eval")) for check in self.checks)
        return any(
            isinstance(node, ast.Name) and node.id == "request" for tree in trees for node in tree
        )


def duties_of(model: Model, agent: Type) -> Duties:
    """What is asked of an agent: by its own requirements, those it satisfies, and those that refine them."""
    requirements = requirements_of(model, agent)
    duties: list[DutyView] = []
    imports: set[ImportName] = set()
    checked: list[ConstraintUsage] = []
    faults: list[Diagnostic] = []
    instructions = [" ".join(agent.doc.split())] if agent.doc else []
    instructions += _instructions(model, agent)
    for requirement in requirements:
        shown = shown_name(model, requirement)
        checks: list[CheckView] = []
        for constraint, check, needed, found in _checks(model, agent, requirement, shown):
            faults += found
            if check is not None:
                checks.append(check)
                checked.append(constraint)
                imports.update(needed)
        text = requirement_text(model, requirement) if _says_something(model, requirement) else ""
        if text:
            instructions.append(f"{shown}: {text}")
        instructions += _instructions(model, requirement)
        if text or checks:
            duties.append(DutyView(shown, text, tuple(checks)))
    return Duties(
        tuple(dict.fromkeys(instructions)),
        tuple(duties),
        requirements,
        tuple(sorted(imports)),
        tuple(checked),
        tuple(faults),
    )


def requirements_of(model: Model, agent: Type) -> tuple[Requirement, ...]:
    """The requirements of an agent, general ones first: its own and inherited ones, those it satisfies, and
    definitions that specialise one of them."""
    found: dict[ElementId, Requirement] = {}
    for general in _lineage(model, agent):
        for each in model.owned(general):
            if isinstance(each, Requirement) and each.role in (Role.MEMBER, Role.FEATURE):
                _add(model, each, found)
    for each in model.of_kind(RequirementUsage):
        if any(_is_or_is_typed_by(model, by, agent) for by in model.satisfied_by(each)):
            _add(model, each, found)
    for each in model.of_kind(RequirementDefinition):
        if each.id not in found and any(general in found for general in model.all_generals(each)):
            _add(model, each, found)
    return tuple(found.values())


def _lineage(model: Model, agent: Type) -> Iterator[Element]:
    generals = (model.element(at) for at in sorted(model.all_generals(agent)))
    yield from (each for each in generals if each.library is None and each.id != agent.id)
    yield agent


def _add(model: Model, requirement: Requirement, found: dict[ElementId, Requirement]) -> None:
    for at in sorted(model.all_generals(requirement)):
        general = model.element(at)
        if isinstance(general, Requirement) and general.library is None and at != requirement.id:
            found.setdefault(at, general)
    found.setdefault(requirement.id, requirement)


def _is_or_is_typed_by(model: Model, element: Element, agent: Type) -> bool:
    return element.id == agent.id or (
        isinstance(element, Feature) and agent in model.types(element)
    )


def shown_name(model: Model, requirement: Requirement) -> str:
    """The name of a requirement with its id, as people speak of it."""
    found = requirement_id(model, requirement)
    name = requirement.name or requirement.qualified_name
    return f"{name} ({found})" if found and found != name else name


def _says_something(model: Model, requirement: Requirement) -> bool:
    return bool(own_text(model, requirement)) or not any(
        each.library is None for each in model.generals(requirement)
    )


def _instructions(model: Model, element: Element) -> list[str]:
    texts = (
        metadata_values(model, usage).get("text") for usage in model.metadata(element, _INSTRUCTION)
    )
    return [" ".join(text.split()) for text in texts if isinstance(text, str) and text.strip()]


def _checks(
    model: Model, agent: Type, requirement: Requirement, shown: str
) -> Iterator[
    tuple[ConstraintUsage, CheckView | None, tuple[ImportName, ...], tuple[Diagnostic, ...]]
]:
    """Each constraint a requirement itself requires, as a check of the answer."""
    scope = _scope(model, agent, requirement)
    assumed, _ = requirement_checks(model, requirement, scope)
    for constraint in model.owned(requirement, ConstraintUsage):
        if constraint.role is not Role.REQUIRE or isinstance(constraint, RequirementUsage):
            continue
        compiled, faults = compile_constraint(model, constraint, scope)
        check = None
        needed: tuple[ImportName, ...] = ()
        if compiled is not None and set(compiled.names) & {"output", "request"}:
            needed = compiled.imports + tuple(i for each in assumed.assumed for i in each.imports)
            check = _check(constraint, compiled, assumed.assumed, shown)
        yield constraint, check, needed, faults


def _check(
    constraint: ConstraintUsage, compiled: Compiled, assumed: tuple[Compiled, ...], shown: str
) -> CheckView:
    broken = negate(compiled.node)
    if assumed:
        broken = ast.BoolOp(op=ast.And(), values=[*(each.node for each in assumed), broken])
    said = constraint.doc or (constraint.result or constraint).span.flat_text
    text = " ".join(said.split())
    label = f"{constraint.name}: {text}" if constraint.name else text
    return CheckView(
        requirement=shown,
        message=f"{shown} is not satisfied: {label}",
        broken=unparse(broken),
        holds=unparse(negate(broken)) if assumed else compiled.code,
    )


def _scope(model: Model, agent: Type, requirement: Requirement) -> Scope:
    """The input port of the agent is `request`, its output port `output`, also through the subject."""
    ports: list[tuple[PortUsage, str]] = []
    given, answered = input_port(model, agent), output_port(model, agent)
    if given is not None:
        ports.append((given, "request"))
    if answered is not None:
        ports.append((answered, "output"))
    about = subject(model, requirement)
    subjects = (about, *model.redefined(about)) if about is not None else ()
    scope = Scope()
    for port, variable in ports:
        for each in (port, *model.redefined(port)):
            scope = scope.bind_path((each.id,), Value(name(variable)))
            for other in subjects:
                scope = scope.bind_path((other.id, each.id), Value(name(variable)))
    return scope
