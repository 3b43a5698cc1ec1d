"""The steps of an action as a graph: what each step waits for, because of data or because of order.

A step waits for the sources of its flows, for what its values refer to, and for the ends of its successions;
forks, joins and merges only pass waiting on. Knows actions and connectors; must not know Python.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.compile.actions import inputs, references, steps_of
from generator.ir import (
    ActionUsage,
    AssignmentActionUsage,
    BindingConnectorAsUsage,
    DecisionNode,
    ElementId,
    Expression,
    FlowUsage,
    MergeNode,
    Model,
    Reference,
    SuccessionAsUsage,
    Type,
)

__all__ = [
    "After",
    "Graph",
    "Guarded",
    "components",
    "expression_references",
    "graph_of",
    "ordered",
    "segments",
    "without_relays",
]


After: TypeAlias = Mapping[ElementId, frozenset[ElementId]]


@dataclass(frozen=True, slots=True)
class Guarded:
    """A succession with a condition, or the `else` of several."""

    guard: Expression | None
    target: ElementId
    is_else: bool


@dataclass(frozen=True)
class Graph:
    """The steps of one action and who waits for whom.

    `sources[(step, parameter)]` is the reference that gives a parameter of a step its value; `results` the
    reference for each output of the action itself. `after[step]` are the steps a step waits for; `successors`
    the targets of its plain successions; `guarded` the conditional ones. `loops[merge]` are the steps of a loop
    that is closed by successions back to a merge; the way back does not count as waiting.
    """

    steps: tuple[ActionUsage, ...]
    sources: Mapping[tuple[ElementId, ElementId], Reference]
    results: Mapping[ElementId, Reference]
    after: Mapping[ElementId, frozenset[ElementId]]
    successors: Mapping[ElementId, tuple[ElementId, ...]]
    guarded: Mapping[ElementId, tuple[Guarded, ...]] = field(default_factory=dict)
    loops: Mapping[ElementId, frozenset[ElementId]] = field(default_factory=dict)

    @property
    def is_conditional(self) -> bool:
        """Whether some steps are only taken under a condition, or more than once."""
        return bool(self.guarded) or bool(self.loops)


def expression_references(value: object) -> Iterator[Reference]:
    """Every reference inside an expression."""
    if isinstance(value, Reference):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from expression_references(each)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for each in dataclasses.fields(value):
            if each.name != "span":
                yield from expression_references(getattr(value, each.name))


def graph_of(model: Model, action: Type) -> Graph:
    """The graph of the steps of an action."""
    steps = steps_of(model, action)
    owner = {at: step.id for step in steps for at in references(model, step.id)}
    sources, results = _data(model, action, steps, owner)
    after: dict[ElementId, set[ElementId]] = {step.id: set() for step in steps}
    for (at, _), reference in sources.items():
        after[at] |= _mentioned(reference, owner) - {at}
    for step in steps:
        for reference in _inner_references(model, step):
            after[step.id] |= _mentioned(reference, owner) - {step.id}
    successors: dict[ElementId, list[ElementId]] = {step.id: [] for step in steps}
    guarded: dict[ElementId, list[Guarded]] = {}
    for source, target, succession in _successions(model, action, owner):
        after[target].add(source)
        is_plain = succession.guard is None and not succession.is_else
        if is_plain and not isinstance(model.element(source), DecisionNode):
            successors[source].append(target)
            continue
        choice = Guarded(succession.guard, target, succession.is_else or succession.guard is None)
        guarded.setdefault(source, []).append(choice)
    loops = _loops(steps, successors, guarded)
    for header, members in loops.items():
        after[header] -= members
    return Graph(
        steps,
        sources,
        results,
        {at: frozenset(found) for at, found in after.items()},
        {at: tuple(dict.fromkeys(found)) for at, found in successors.items()},
        {at: tuple(sorted(found, key=lambda each: each.is_else)) for at, found in guarded.items()},
        loops,
    )


def _loops(
    steps: Sequence[ActionUsage],
    successors: Mapping[ElementId, Sequence[ElementId]],
    guarded: Mapping[ElementId, Sequence[Guarded]],
) -> dict[ElementId, frozenset[ElementId]]:
    """The loops closed by a merge: what the merge leads to and what leads back to it, itself included."""
    following = {
        step.id: {*successors[step.id], *(each.target for each in guarded.get(step.id, ()))}
        for step in steps
    }
    reached = {at: _reached(at, following) for at in following}
    found: dict[ElementId, frozenset[ElementId]] = {}
    for step in steps:
        if isinstance(step, MergeNode) and step.id in reached[step.id]:
            members = frozenset(at for at in reached[step.id] if step.id in reached[at])
            if not any(step.id in each for each in found.values()):
                found[step.id] = members
    return found


def _reached(
    start: ElementId, following: Mapping[ElementId, set[ElementId]]
) -> frozenset[ElementId]:
    seen: set[ElementId] = set()
    stack = list(following[start])
    while stack:
        at = stack.pop()
        if at not in seen:
            seen.add(at)
            stack += following[at]
    return frozenset(seen)


def _data(
    model: Model,
    action: Type,
    steps: Sequence[ActionUsage],
    owner: Mapping[ElementId, ElementId],
) -> tuple[dict[tuple[ElementId, ElementId], Reference], dict[ElementId, Reference]]:
    parameters = {
        (step.id, at): port.feature.id
        for step in steps
        for port in inputs(model, step)
        for at in references(model, port.feature.id)
    }
    own = {
        at: each.id
        for each in model.features(action)
        if each.direction in ("out", "inout")
        for at in references(model, each.id)
    }
    sources: dict[tuple[ElementId, ElementId], Reference] = {}
    results: dict[ElementId, Reference] = {}
    for source, target in _transfers(model, action):
        path = target.path
        step = owner.get(path[0]) if len(path) == 2 else None
        if step is not None and (step, path[1]) in parameters:
            sources.setdefault((step, parameters[(step, path[1])]), source)
        elif len(path) == 1 and path[0] in own and len(source.path) > 1:
            results.setdefault(own[path[0]], source)
    return sources, results


def _transfers(model: Model, action: Type) -> Iterator[tuple[Reference, Reference]]:
    for each in model.features(action):
        if isinstance(each, FlowUsage) and not each.is_message and len(each.ends) == 2:
            yield each.ends[0], each.ends[1]
        elif isinstance(each, BindingConnectorAsUsage) and len(each.ends) == 2:
            yield each.ends[0], each.ends[1]
            yield each.ends[1], each.ends[0]


def _mentioned(reference: Reference, owner: Mapping[ElementId, ElementId]) -> frozenset[ElementId]:
    return frozenset(owner[at] for at in reference.path if at in owner)


def _inner_references(model: Model, step: ActionUsage) -> Iterator[Reference]:
    """What the values inside a step refer to: of its parameters, its conditions and everything nested in it."""
    for element in (step, *model.descendants(step)):
        for each in dataclasses.fields(element):
            value = getattr(element, each.name)
            if each.name == "target" and isinstance(element, AssignmentActionUsage):
                continue
            if each.name not in ("span", "multiplicity"):
                yield from expression_references(value)


def _successions(
    model: Model, action: Type, owner: Mapping[ElementId, ElementId]
) -> Iterator[tuple[ElementId, ElementId, SuccessionAsUsage]]:
    for each in model.features(action):
        if isinstance(each, SuccessionAsUsage) and len(each.ends) == 2:
            first, last = each.ends
            source = next((owner[at] for at in first.path if at in owner), None)
            target = next((owner[at] for at in last.path if at in owner), None)
            if source is not None and target is not None and source != target:
                yield source, target, each


def ordered(graph: Graph) -> tuple[tuple[ActionUsage, ...], tuple[ActionUsage, ...]]:
    """The steps so that each comes after what it waits for, in the order of the model where that leaves a choice.

    The second value are the steps on or behind a cycle, which have no such order.
    """
    waiting = {step.id: set(graph.after[step.id]) for step in graph.steps}
    found: list[ActionUsage] = []
    rest = list(graph.steps)
    while rest:
        ready = next((step for step in rest if not waiting[step.id]), None)
        if ready is None:
            break
        found.append(ready)
        rest.remove(ready)
        for needs in waiting.values():
            needs.discard(ready.id)
    return tuple(found), tuple(rest)


def without_relays(
    graph: Graph, relays: frozenset[ElementId]
) -> dict[ElementId, frozenset[ElementId]]:
    """Who waits for whom when some nodes only pass waiting on: their place is taken by what they wait for."""
    found: dict[ElementId, frozenset[ElementId]] = {}

    def expanded(at: ElementId) -> frozenset[ElementId]:
        if at not in found:
            found[at] = frozenset()  # a cycle is reported elsewhere
            direct = graph.after[at]
            kept = frozenset(each for each in direct if each not in relays)
            found[at] = kept.union(*(expanded(each) for each in direct if each in relays))
        return found[at]

    return {step.id: expanded(step.id) for step in graph.steps if step.id not in relays}


def segments(order: Sequence[ActionUsage], after: After) -> tuple[tuple[ActionUsage, ...], ...]:
    """Steps cut where one step stands alone: it waits, directly or not, for all before it, and all behind wait for it.

    Steps of one segment may run side by side. Running segment after segment delays no step: whoever is alone
    would have to wait anyway.
    """
    before = _closure(order, after)
    total = len(order)
    behind = {step.id: sum(step.id in before[other.id] for other in order) for step in order}
    found: list[tuple[ActionUsage, ...]] = []
    current: list[ActionUsage] = []
    for step in order:
        alone = len(before[step.id]) + behind[step.id] == total - 1
        if alone:
            found += [tuple(current)] if current else []
            found.append((step,))
            current = []
        else:
            current.append(step)
    return (*found, tuple(current)) if current else tuple(found)


def components(steps: Sequence[ActionUsage], after: After) -> tuple[tuple[ActionUsage, ...], ...]:
    """Steps in sets that have nothing to do with each other, in the order of their first step."""
    found: list[list[ActionUsage]] = []
    for step in steps:
        linked = [
            each
            for each in found
            if any(other.id in after[step.id] or step.id in after[other.id] for other in each)
        ]
        merged = [other for each in linked for other in each]
        found = [each for each in found if each not in linked]
        found.append([*merged, step])
    position = {step.id: at for at, step in enumerate(steps)}
    sets = [sorted(each, key=lambda step: position[step.id]) for each in found]
    return tuple(tuple(each) for each in sorted(sets, key=lambda each: position[each[0].id]))


def _closure(order: Sequence[ActionUsage], after: After) -> dict[ElementId, frozenset[ElementId]]:
    found: dict[ElementId, frozenset[ElementId]] = {}
    known = {step.id for step in order}
    for step in order:
        direct = frozenset(at for at in after[step.id] if at in known)
        found[step.id] = direct.union(*(found[at] for at in direct if at in found))
    return found
