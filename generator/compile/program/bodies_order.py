"""The steps of an action body and their order: successions, guards, and what a step needs the data of.

Says of a body whether its steps can be written one after the other, or need the engine of graphs: they do when the
model steers by control nodes and guards, or lets steps that wait go on beside others. Knows actions and
connectors; must not know Python.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.compile.actions import definitions, inputs, owned_steps, steps_of
from generator.compile.graph import expression_references
from generator.compile.references import same_features
from generator.emit.names import Names, snake
from generator.ir import (
    AcceptActionUsage,
    ActionUsage,
    BindingConnectorAsUsage,
    ControlNode,
    Element,
    ElementId,
    Expression,
    Feature,
    FlowUsage,
    Model,
    Reference,
    Role,
    SuccessionAsUsage,
    SuccessionFlowUsage,
    Type,
)

__all__ = ["Body", "Edge", "Transfer", "body_of", "may_wait"]

START, DONE = "Actions::Action::start", "Actions::Action::done"


@dataclass(frozen=True, slots=True)
class Edge:
    """A succession; `source` and `target` are labels of steps, or `start` and `done`."""

    source: str
    target: str
    guard: Expression | None = None
    is_else: bool = False


@dataclass(frozen=True, slots=True)
class Transfer:
    """A flow or binding between parameters: what `source` holds is given to `target`."""

    source: Reference
    target: Reference
    is_flow: bool


@dataclass(frozen=True)
class Body:
    """The steps of an action by label, in textual order. `needs` are the steps a step reads results of.

    `order` are the labels one after the other where that has the same meaning, None where the engine is needed.
    """

    steps: Mapping[str, ActionUsage]
    edges: tuple[Edge, ...]
    needs: Mapping[str, tuple[str, ...]]
    transfers: tuple[Transfer, ...]
    order: tuple[str, ...] | None

    def into(self, model: Model, step: ActionUsage, parameter: Feature) -> Transfer | None:
        """What gives a parameter of a step its value."""
        return next(
            (each for each in self.transfers if _leads(model, each.target, step, parameter)), None
        )


def _leads(model: Model, reference: Reference, step: Element, parameter: Feature) -> bool:
    path = reference.path[-2:]
    if len(path) < 2:
        return False
    features = same_features(model, parameter)
    return path[0] in same_features(model, step) and (
        path[1] in features or bool(features & same_features(model, model.element(path[1])))
    )


@lru_cache(maxsize=1024)
def body_of(model: Model, action: Type) -> Body:
    """The body of an action: its own steps and the inherited ones."""
    names = Names(("start", "done"))
    steps = {names.unique(_label(each)): each for each in steps_of(model, action)}
    label = {at: name for name, each in steps.items() for at in same_features(model, each)}
    transfers = tuple(_transfers(model, action))
    edges = tuple(_edges(model, action, label))
    needs = {
        name: tuple(
            other for other in _needed(model, name, step, transfers, label) if other != name
        )
        for name, step in steps.items()
    }
    edges += tuple(_driven(steps, edges, needs))
    return Body(steps, edges, needs, transfers, _sequence(model, steps, edges, needs))


def _label(step: ActionUsage) -> str:
    return snake(step.name or type(step).__name__.removesuffix("Usage").removesuffix("Action"))


def _edges(model: Model, action: Type, label: Mapping[ElementId, str]) -> Iterator[Edge]:
    ends = dict(label)
    for name, qualified in (("start", START), ("done", DONE)):
        found = model.find(qualified)
        if found is not None:
            ends[found.id] = name
    for each in model.features(action):
        if isinstance(each, SuccessionAsUsage | SuccessionFlowUsage) and len(each.ends) == 2:
            source, target = (_end(model, end, ends) for end in each.ends)
            if source is not None and target is not None:
                guard = each.guard if isinstance(each, SuccessionAsUsage) else None
                is_else = isinstance(each, SuccessionAsUsage) and each.is_else
                yield Edge(source, target, guard, is_else)


def _end(model: Model, end: Reference, ends: Mapping[ElementId, str]) -> str | None:
    for at in end.path:
        for same in (at, *sorted(same_features(model, model.element(at)))):
            if same in ends:
                return ends[same]
    return None


def _transfers(model: Model, action: Type) -> Iterator[Transfer]:
    for each in model.features(action):
        if isinstance(each, FlowUsage) and not each.is_message and len(each.ends) == 2:
            yield Transfer(each.ends[0], each.ends[1], is_flow=True)
        elif isinstance(each, BindingConnectorAsUsage) and len(each.ends) == 2:
            yield Transfer(each.ends[0], each.ends[1], is_flow=False)
            yield Transfer(each.ends[1], each.ends[0], is_flow=False)


def _needed(
    model: Model,
    name: str,
    step: ActionUsage,
    transfers: Iterable[Transfer],
    label: Mapping[ElementId, str],
) -> tuple[str, ...]:
    found: dict[str, None] = {}
    parameters = inputs(model, step)
    for each in transfers:
        if any(_leads(model, each.target, step, port.feature) for port in parameters):
            found.update(dict.fromkeys(label[at] for at in each.source.path if at in label))
    for reference in _read(model, step):
        found.update(dict.fromkeys(label[at] for at in reference.path if at in label))
    found.pop(name, None)
    return tuple(found)


# What a step mentions without reading a result of it.
_MENTIONED = ("multiplicity", "reference", "receiver", "sender", "span", "target", "terminated")


def _read(model: Model, step: ActionUsage) -> Iterator[Reference]:
    """What the values inside a step refer to, wherever they are nested in it."""
    for element in (step, *model.descendants(step)):
        if element.role is Role.PAYLOAD or isinstance(element, SuccessionAsUsage):
            continue
        for each in dataclasses.fields(element):
            is_condition = each.name == "trigger_expression" and (
                isinstance(element, AcceptActionUsage) and element.trigger == "when"
            )
            if each.name not in _MENTIONED and not is_condition:
                yield from expression_references(getattr(element, each.name))


def _driven(
    steps: Mapping[str, ActionUsage],
    edges: Iterable[Edge],
    needs: Mapping[str, tuple[str, ...]],
) -> Iterator[Edge]:
    """A step no succession leads to is performed whenever what it reads has been."""
    targets = {each.target for each in edges}
    for name in steps:
        if name not in targets:
            for source in needs[name]:
                if not isinstance(steps[source], ControlNode):
                    yield Edge(source, name)


def _sequence(
    model: Model,
    steps: Mapping[str, ActionUsage],
    edges: Sequence[Edge],
    needs: Mapping[str, tuple[str, ...]],
) -> tuple[str, ...] | None:
    """The steps in textual order as far as successions and data allow."""
    if any(each.guard is not None or each.is_else for each in edges):
        return None
    if any(isinstance(each, ControlNode) for each in steps.values()):
        return None
    before: dict[str, set[str]] = {name: set(needs[name]) for name in steps}
    for each in edges:
        if each.target in before and each.source in before:
            before[each.target].add(each.source)
        if each.source == "done" or each.target == "start":
            return None
    found: list[str] = []
    while len(found) < len(steps):
        ready = next((each for each in steps if each not in found and before[each] <= {*found}), "")
        if not ready:
            return None
        found.append(ready)
    waiting = [name for name in found if may_wait(model, steps[name])]
    return tuple(found) if _are_alone(found, waiting, before) else None


def _are_alone(
    order: Sequence[str], waiting: Sequence[str], before: Mapping[str, set[str]]
) -> bool:
    """Whether each step that may wait comes before or after every other step anyway."""
    closed: dict[str, set[str]] = {}
    for name in order:
        closed[name] = before[name].union(*(closed[each] for each in before[name]))
    return all(
        other == name or other in closed[name] or name in closed[other]
        for name in waiting
        for other in order
    )


def may_wait(model: Model, action: Element) -> bool:
    """Whether an action may wait for a message, a time or a condition, itself or in something it performs."""
    return _may_wait(model, action, set())


def _may_wait(model: Model, action: Element, seen: set[ElementId]) -> bool:
    if isinstance(action, AcceptActionUsage):
        return True
    if action.id in seen or not isinstance(action, Type) or action.library is not None:
        return False
    seen.add(action.id)
    inside: list[Element] = list(steps_of(model, action))
    inside += owned_steps(model, action)
    if isinstance(action, ActionUsage):
        inside += definitions(model, action)
    return any(_may_wait(model, each, seen) for each in inside)
