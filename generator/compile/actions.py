"""What the actions of a model are to a workflow: steps, their parameters and results, and who does them.

Knows actions, allocations and the `AgentSystems` policies. Must not know how code is laid out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.compile.code import Shape
from generator.compile.references import same_features
from generator.compile.scope import shape_of
from generator.compile.types import Annotation, python_types
from generator.emit.names import Names, snake
from generator.ir import (
    ActionDefinition,
    ActionUsage,
    AllocationUsage,
    AssignmentActionUsage,
    ControlNode,
    Direction,
    Element,
    ElementId,
    ExhibitStateUsage,
    Expression,
    Feature,
    FeatureReferenceExpression,
    ForLoopActionUsage,
    IfActionUsage,
    Library,
    LiteralInteger,
    LiteralRational,
    LiteralString,
    Model,
    PartDefinition,
    PartUsage,
    PerformActionUsage,
    Role,
    StateUsage,
    TextualRepresentation,
    TransitionUsage,
    Type,
    WhileLoopActionUsage,
)

__all__ = [
    "Performer",
    "Port",
    "StepKind",
    "agent_of",
    "effective_value",
    "forwarded_output",
    "inputs",
    "is_orchestrated",
    "is_stand_in",
    "kind_of_step",
    "metadata_values",
    "outputs",
    "python_body",
    "steps_of",
]

AGENT = "AgentSystems::Agents::Agent"
WORKFLOW = "AgentSystems::Workflows::Workflow"
COMMAND = "AgentSystems::Workflows::Command"
MIRROR = "AgentSystems::Files::Mirror"
REFUSED = "AgentSystems::Verification::Refused"
STAND_IN = "AgentSystems::Verification::StandIn"
MCP_TOOL = "AgentSystems::Servers::McpTool"


class StepKind(StrEnum):
    """Who does a step."""

    COMPUTED = "computed"  # its outputs have values
    PYTHON = "python"  # it has a body in Python
    AGENT = "agent"  # it is allocated to an agent
    WORKFLOW = "workflow"  # its definition is a workflow of its own
    EXTENT = "extent"  # reads all instances of a type
    STORAGE = "storage"  # the database or a journal of the system
    SERVICE = "service"  # the system itself: its clock, its files
    EXTERNAL = "external"  # whoever runs the workflow


@dataclass(frozen=True, slots=True)
class Port:
    """A parameter of an action: its Python name, type and shape."""

    feature: Feature
    name: str
    annotation: Annotation
    shape: Shape


@dataclass(frozen=True, slots=True)
class Performer:
    """The agent a step is allocated to: its definition and the part that stands for it."""

    definition: PartDefinition
    part: Element


def steps_of(model: Model, action: Type) -> tuple[ActionUsage, ...]:
    """The actions that are performed inside an action, inherited ones included, in order."""
    found = (each for each in model.features(action) if isinstance(each, ActionUsage))
    return tuple(each for each in found if _is_step(each) and not is_stand_in(model, each))


def _is_step(feature: ActionUsage) -> bool:
    if feature.direction is not None:
        return False
    if isinstance(feature, TransitionUsage | ExhibitStateUsage | StateUsage):
        return False
    return feature.role in (Role.MEMBER, Role.FEATURE, Role.BODY, Role.THEN, Role.ELSE)


def owned_steps(model: Model, action: Element) -> tuple[ActionUsage, ...]:
    """The steps an action declares itself."""
    found = model.owned(action, ActionUsage)
    return tuple(each for each in found if _is_step(each) and not is_stand_in(model, each))


def is_stand_in(model: Model, action: Element) -> bool:
    """Whether an action is no step, but does a step that is left open, in a case that verifies."""
    return bool(model.metadata(action, STAND_IN))


def is_orchestrated(model: Model, action: Element) -> bool:
    """Whether an action becomes a workflow: it is no step of another one, and has steps or says it is an entry point.

    An action of a package or of a part is meant, or an action definition anywhere outside a workflow.
    """
    if not isinstance(action, ActionDefinition | ActionUsage) or type(action) not in (
        ActionDefinition,
        ActionUsage,
        PerformActionUsage,
    ):
        return False
    owner = model.owner(action)
    if isinstance(owner, ActionDefinition | ActionUsage) and isinstance(action, ActionUsage):
        return False
    if isinstance(action, PerformActionUsage) and not owned_steps(model, action):
        return False
    entry = model.specializes(action, WORKFLOW) or any(
        model.metadata(action, each) for each in (COMMAND, MIRROR)
    )
    return bool(owned_steps(model, action)) or (entry and bool(outputs(model, action)))


def _ports(model: Model, action: Type, *directions: Direction) -> tuple[Port, ...]:
    names = Names(("self", "steps"))
    found = []
    for feature in model.features(action):
        if (
            feature.direction in directions and not feature.is_end and feature.role != Role.RETURN
        ) or (feature.role is Role.RETURN and Direction.OUT in directions):
            found.append(_port(model, feature, names))
    return tuple(found)


def _port(model: Model, feature: Feature, names: Names) -> Port:
    annotation = python_types(model).of_feature(feature)
    name = names.unique(snake(feature.name or "value"))
    return Port(feature, name, annotation, shape_of(model, feature))


def inputs(model: Model, action: Type) -> tuple[Port, ...]:
    """The `in` and `inout` parameters of an action."""
    return _ports(model, action, Direction.IN, Direction.INOUT)


def outputs(model: Model, action: Type) -> tuple[Port, ...]:
    """The `out` and `inout` parameters of an action, and the result of a calculation."""
    return _ports(model, action, Direction.OUT, Direction.INOUT)


def effective_value(model: Model, feature: Feature) -> Expression | None:
    """The value of a feature, or the value of the nearest feature it redefines that has one."""
    for each in (feature, *sorted(model.redefined(feature), key=lambda other: -other.id)):
        if each.value is not None:
            return each.value.expression
    return None


def forwarded_output(model: Model, step: Element, port: Port) -> Feature | None:
    """The output of an enclosing action a step's output is bound to (`out x = outer::y`), if it is."""
    expression = effective_value(model, port.feature)
    if (
        not isinstance(expression, FeatureReferenceExpression)
        or len(expression.reference.path) != 1
    ):
        return None
    target = model.target(expression.reference)
    if not isinstance(target, Feature) or target.direction not in (Direction.OUT, Direction.INOUT):
        return None
    return target if model.owner(target) in tuple(model.owners(step)) else None


def kind_of_step(model: Model, step: ActionUsage) -> StepKind:
    """Who does a step, by what the model says about it and about its definition."""
    if python_body(model, step) is not None:
        return StepKind.PYTHON
    if agent_of(model, step) is not None:
        return StepKind.AGENT
    if any(is_orchestrated(model, each) for each in definitions(model, step)):
        return StepKind.WORKFLOW
    found = outputs(model, step)
    computed = [
        each
        for each in found
        if effective_value(model, each.feature) is not None
        and forwarded_output(model, step, each) is None
    ]
    return StepKind.COMPUTED if found and len(computed) == len(found) else StepKind.EXTERNAL


def definitions(model: Model, step: ActionUsage) -> tuple[Element, ...]:
    """What a step is a use of: its definitions, or the action it performs."""
    found: list[Element] = list(model.types(step))
    if isinstance(step, PerformActionUsage):
        target = model.target(step.reference)
        if target is not None:
            found.insert(0, target)
    return tuple(each for each in found if each.library is None)


def python_body(model: Model, step: Element) -> TextualRepresentation | None:
    """The body in Python a step or its definition is given (`rep language "python"`)."""
    sources = [step]
    if isinstance(step, ActionUsage):
        sources += definitions(model, step)
        sources += (each for each in model.types(step) if each.library is Library.DOMAIN)
    for source in sources:
        for each in model.owned(source, TextualRepresentation):
            if each.language.strip().lower() in ("python", "python3"):
                return each
    return None


def agent_of(model: Model, step: ActionUsage) -> Performer | None:
    """The agent a step is allocated to, or that performs it."""
    same = same_features(model, step)
    for allocation in model.of_kind(AllocationUsage):
        targets = [model.target(end) for end in allocation.ends]
        if any(each is not None and each.id in same for each in targets):
            for each in targets:
                found = _performer(model, each)
                if found is not None:
                    return found
    for perform in model.of_kind(PerformActionUsage):
        target = model.target(perform.reference)
        if target is not None and target.id in same and perform.id != step.id:
            found = _performer(model, model.owner(perform))
            if found is not None:
                return found
    return None


def _performer(model: Model, part: Element | None) -> Performer | None:
    if isinstance(part, PartDefinition) and model.specializes(part, AGENT):
        return Performer(part, part)
    if isinstance(part, PartUsage):
        for each in model.types(part):
            if isinstance(each, PartDefinition) and model.specializes(each, AGENT):
                return Performer(each, part)
    return None


def metadata_values(
    model: Model, element: Element, definition: str
) -> dict[str, int | float | str] | None:
    """The literal values of an annotation on an element or its definitions, defaults included; None without it."""
    sources = [element]
    if isinstance(element, ActionUsage):
        sources += definitions(model, element)
    for source in sources:
        for usage in model.metadata(source, definition):
            return {
                each.name: value
                for each in model.features(usage)
                if each.name is not None
                for value in (_literal(effective_value(model, each)),)
                if value is not None
            }
    return None


def _literal(expression: Expression | None) -> int | float | str | None:
    if isinstance(expression, LiteralInteger | LiteralRational | LiteralString):
        return expression.value
    return None


def is_compound(model: Model, step: ActionUsage) -> bool:
    """Whether a step is written out in place: a control structure, an assignment, or an action with own steps."""
    if isinstance(
        step,
        ControlNode
        | AssignmentActionUsage
        | IfActionUsage
        | WhileLoopActionUsage
        | ForLoopActionUsage,
    ):
        return True
    return bool(owned_steps(model, step))


def references(model: Model, at: ElementId) -> frozenset[ElementId]:
    """The ids under which a feature may be referred to: its own and those it redefines."""
    return same_features(model, model.element(at))
