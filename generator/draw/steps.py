"""The steps of an action: which there are, how each is drawn, and what stands inside loops and conditions."""

from __future__ import annotations

from collections.abc import Iterator

from generator.draw.drawing import Compartment, Group, Node, Palette, Shape
from generator.draw.notation import (
    expression_text,
    keyword,
    name_of,
    signature,
    types_text,
)
from generator.draw.scope import Keys, Scope
from generator.draw.wording import shorten
from generator.ir import (
    AcceptActionUsage,
    ActionUsage,
    AssignmentActionUsage,
    ConstraintUsage,
    ControlNode,
    DecisionNode,
    Element,
    Feature,
    ForkNode,
    ForLoopActionUsage,
    IfActionUsage,
    JoinNode,
    PerformActionUsage,
    Role,
    SendActionUsage,
    StateUsage,
    TerminateActionUsage,
    TransitionUsage,
    Type,
    WhileLoopActionUsage,
)

__all__ = ["frame_of", "is_frame", "nested", "step_node", "steps_of"]

_INNER = (Role.THEN, Role.ELSE, Role.BODY)
_NOT_STEPS = (Role.ENTRY, Role.DO, Role.EXIT, Role.TRIGGER, Role.EFFECT, Role.PARAMETER)
_TEXT = 46


def steps_of(scope: Scope, action: Element) -> tuple[ActionUsage, ...]:
    """The steps an action performs itself, inherited ones too, in order."""
    pool = scope.model.features(action) if isinstance(action, Type) else ()
    return tuple(each for each in pool if isinstance(each, ActionUsage) and _is_step(each))


def _is_step(action: ActionUsage) -> bool:
    if isinstance(action, StateUsage | TransitionUsage) or action.role in _NOT_STEPS:
        return False
    return action.direction is None


def is_frame(step: Element) -> bool:
    """Whether a step is drawn as a frame around the steps inside it."""
    return isinstance(step, IfActionUsage | WhileLoopActionUsage | ForLoopActionUsage)


def nested(scope: Scope, step: ActionUsage) -> Iterator[tuple[Role, ActionUsage]]:
    """The branches of a condition or the body of a loop."""
    for member in scope.model.owned(step, ActionUsage):
        if member.role in _INNER:
            yield member.role, member


def frame_of(keys: Keys, step: ActionUsage, parent: str) -> Group:
    """The frame of a condition or loop."""
    if isinstance(step, IfActionUsage):
        head = f"if {_text(step.condition)}"
    elif isinstance(step, WhileLoopActionUsage):
        head = f"while {_text(step.condition)}" if step.condition else "loop"
        head += f" until {_text(step.until)}" if step.until else ""
    elif isinstance(step, ForLoopActionUsage):
        head = f"for each in {_text(step.sequence)}"
    else:
        head = name_of(step)
    return Group(
        key=keys.of(step),
        palette=Palette.FRAME,
        name=shorten(head, 90),
        origin=step.qualified_name,
        parent=parent,
    )


def _text(expression: object) -> str:
    return expression_text(expression, _TEXT) if expression is not None else ""  # type: ignore[arg-type]


# -- nodes ----------------------------------------------------------------------------------------


def step_node(scope: Scope, keys: Keys, step: ActionUsage, group: str, subject: Element) -> Node:
    """The node of a step."""
    if isinstance(step, ControlNode):
        return _control(keys, step, group)
    parameters = signature(scope.model, step)[:10]
    type_ = scope.model.type_of(step)
    reference = scope.model.target(getattr(step, "reference", None))
    return Node(
        key=keys.of(step),
        palette=Palette.ACTION,
        name=_name(scope, step, reference),
        stereotype=keyword(step),
        detail=shorten(_does(scope, step), _TEXT) if step.declared_name else "",
        shape=Shape.ROUNDED,
        compartments=(Compartment(parameters),) if parameters else (),
        origin=step.qualified_name,
        doc=step.doc,
        link=scope.link(step, subject)
        or scope.link(reference, subject)
        or scope.link(type_, subject),
        group=group,
    )


def _control(keys: Keys, step: ControlNode, group: str) -> Node:
    shape = Shape.BAR if isinstance(step, ForkNode | JoinNode) else Shape.DIAMOND
    return Node(
        key=keys.of(step),
        palette=Palette.CONTROL,
        name=f"{keyword(step).removesuffix(' node')} {step.name or ''}".strip(),
        shape=shape,
        origin=f"{_purpose(step)}: {step.qualified_name}",
        group=group,
    )


def _purpose(step: ControlNode) -> str:
    if isinstance(step, ForkNode):
        return "fork, all branches run"
    if isinstance(step, JoinNode):
        return "join, waits for all branches"
    return "decision" if isinstance(step, DecisionNode) else "merge"


def _does(scope: Scope, step: ActionUsage) -> str:
    """What a step without a body of its own does, in the words of the notation; "" for any other."""
    if isinstance(step, AcceptActionUsage):
        return _payload(scope, step) or f"{step.trigger} {_text(step.trigger_expression)}"
    if isinstance(step, SendActionUsage):
        to = f" to {_text(step.receiver)}" if step.receiver else ""
        return f"{_text(step.payload)}{to}"
    if isinstance(step, AssignmentActionUsage):
        target = step.target.text if step.target is not None else ""
        return f"{target} := {_text(step.value_expression)}"
    if isinstance(step, TerminateActionUsage):
        return _text(step.terminated) or "this action"
    return ""


def _name(scope: Scope, step: ActionUsage, reference: Element | None) -> str:
    does = _does(scope, step)
    if does and not step.declared_name:
        return shorten(does, _TEXT)
    if isinstance(step, PerformActionUsage) and reference is not None:
        return (
            name_of(reference) if not step.declared_name else f"{step.name} = {name_of(reference)}"
        )
    types = types_text(scope.model, step)
    return f"{name_of(step)} : {types}" if types else name_of(step)


def _payload(scope: Scope, step: AcceptActionUsage) -> str:
    for parameter in scope.model.owned_with_role(step, Role.PAYLOAD, Role.PARAMETER):
        if isinstance(parameter, Feature) and not isinstance(parameter, ConstraintUsage):
            types = types_text(scope.model, parameter)
            name = parameter.declared_name or ""
            return f"{name} : {types}" if name and types else types or name
    return ""
