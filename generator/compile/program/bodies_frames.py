"""Which actions are occurrences of their own, and which are only control: written in place inside another one.

The branches of a condition and the bodies of loops have no occurrence: their features are attributes of the action
around them. Knows actions; must not know Python.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.compile.actions import owned_steps
from generator.ir import (
    AcceptActionUsage,
    ActionUsage,
    AssignmentActionUsage,
    ControlNode,
    Direction,
    Element,
    Feature,
    FeatureReferenceExpression,
    ForLoopActionUsage,
    IfActionUsage,
    Model,
    PerformActionUsage,
    Reference,
    Role,
    SendActionUsage,
    TerminateActionUsage,
    TransitionUsage,
    WhileLoopActionUsage,
)

__all__ = [
    "controls",
    "forwarded",
    "has_occurrence",
    "inner_features",
    "is_control",
    "performed_by",
]

_STRUCTURES = (IfActionUsage, WhileLoopActionUsage, ForLoopActionUsage, TransitionUsage)
_IN_PLACE = (AssignmentActionUsage, ControlNode, SendActionUsage, TerminateActionUsage)


def is_control(element: Element) -> bool:
    """Whether an element is a condition, a loop, a branch or body of one, or a transition."""
    if isinstance(element, _STRUCTURES):
        return True
    return isinstance(element, ActionUsage) and element.role in (Role.THEN, Role.ELSE, Role.BODY)


def has_occurrence(element: Feature) -> bool:
    """Whether a feature of an action has values; what is only control or done in place has none."""
    if is_control(element) or isinstance(element, _IN_PLACE):
        return False
    if isinstance(element, AcceptActionUsage):
        return element.trigger == "signal"
    return True


def inner_features(model: Model, action: Element) -> tuple[Feature, ...]:
    """The features of an action's own branches and loop bodies, which are its own as it performs."""
    return tuple(_inner(model, action))


def _inner(model: Model, action: Element) -> Iterator[Feature]:
    for each in model.owned(action, Feature):
        if is_control(each):
            yield from _features(model, each)


def _features(model: Model, control: Element) -> Iterator[Feature]:
    is_transition = isinstance(control, TransitionUsage)
    for each in model.owned(control, Feature):
        if is_transition and each.role is not Role.EFFECT:
            continue
        if is_control(each):
            yield from _features(model, each)
        elif each.role is not Role.MEMBER and has_occurrence(each):
            yield each


def controls(model: Model, action: Element) -> tuple[Element, ...]:
    """The conditions, loops, branches and loop bodies inside an action."""
    found: list[Element] = []
    stack = [each for each in model.owned(action, Feature) if is_control(each)]
    while stack:
        at = stack.pop()
        found.append(at)
        stack += [each for each in model.owned(at, Feature) if is_control(each)]
    return tuple(found)


def forwarded(model: Model, feature: Feature) -> Feature | None:
    """The output of an action around a step that an output of the step is bound to: `out y = outer::z`."""
    value = feature.value
    owner = model.owner(feature)
    if feature.direction is not Direction.OUT or value is None or owner is None:
        return None
    expression = value.expression
    if not isinstance(expression, FeatureReferenceExpression):
        return None
    target = model.target(expression.reference)
    if not isinstance(target, Feature) or target.direction not in (Direction.OUT, Direction.INOUT):
        return None
    around = [each.id for each in model.owners(owner)]
    is_outer = len(expression.reference.path) == 1 and target.owner in around
    return target if is_outer else None


def performed_by(model: Model, usage: Feature) -> Reference | None:
    """What a `perform` refers to, where it says nothing of its own about how it is done."""
    if not isinstance(usage, PerformActionUsage) or usage.reference is None:
        return None
    return None if owned_steps(model, usage) else usage.reference
