"""The flow of an action: steps, what comes after what, which items flow between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.draw.drawing import (
    Drawing,
    DrawingKind,
    Edge,
    Group,
    Node,
    Palette,
    Relation,
    Shape,
)
from generator.draw.notation import (
    expression_text,
    feature_text,
    keyword,
    name_of,
    types_text,
)
from generator.draw.references import references_in
from generator.draw.scope import Keys, Scope
from generator.draw.steps import frame_of, is_frame, nested, step_node, steps_of
from generator.draw.wording import plural
from generator.ir import (
    ActionDefinition,
    ActionUsage,
    BindingConnectorAsUsage,
    CalculationDefinition,
    CalculationUsage,
    ConnectorAsUsage,
    Direction,
    Element,
    ElementId,
    Feature,
    FlowUsage,
    Library,
    Reference,
    Role,
    StateDefinition,
    StateUsage,
    SuccessionAsUsage,
    TransitionUsage,
    Type,
)

__all__ = ["draw_action", "is_flow"]


def is_flow(scope: Scope, element: Element) -> bool:
    """Whether an element is an action with at least two steps, or one step that holds others."""
    if not isinstance(element, ActionDefinition | ActionUsage) or is_frame(element):
        return False
    others = (StateDefinition, StateUsage, TransitionUsage, CalculationDefinition, CalculationUsage)
    if isinstance(element, others) or element.role in (Role.THEN, Role.ELSE, Role.BODY):
        return False
    if not scope.model.owned(element, ActionUsage):
        return False
    steps = steps_of(scope, element)
    return len(steps) > 1 or any(is_frame(step) for step in steps)


@dataclass
class _Flow:
    """What is gathered while one action is read."""

    scope: Scope
    subject: Type
    keys: Keys = field(default_factory=Keys)
    nodes: list[Node] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    edges: dict[tuple[str, str, Relation], list[str]] = field(default_factory=dict)
    places: dict[ElementId, str] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    steps: list[tuple[ActionUsage, str]] = field(default_factory=list)


def draw_action(scope: Scope, action: Type, name: str) -> Drawing:
    """The flow of one action."""
    flow = _Flow(scope, action)
    frame = Group(
        key=flow.keys.of(action),
        palette=Palette.FRAME,
        name=name_of(action),
        stereotype=keyword(action),
        origin=action.qualified_name,
    )
    flow.groups.append(frame)
    _pins(flow, action)
    _add_steps(flow, action, frame.key)
    _add_edges(flow, action, frame.key)
    edges = tuple(
        Edge(source=source, target=target, relation=relation, labels=tuple(dict.fromkeys(labels)))
        for (source, target, relation), labels in flow.edges.items()
    )
    used = {edge.source for edge in edges} | {edge.target for edge in edges}
    nodes = tuple(each for each in flow.nodes if each.shape is not Shape.PIN or each.key in used)
    return Drawing(
        name=name,
        kind=DrawingKind.ACTION,
        title=f"{name_of(action)}: action flow",
        caption=_caption(flow, action),
        subject=action.qualified_name,
        origins=(action.qualified_name, *(step.qualified_name for step, _ in flow.steps)),
        nodes=nodes,
        edges=edges,
        groups=tuple(flow.groups),
    )


def _caption(flow: _Flow, action: Type) -> str:
    given = _parameters(flow, action)
    text = f"{plural(len(flow.steps), 'step')}. What does not wait for another step runs beside it."
    if given:
        lines = (feature_text(flow.scope.model, each) for each in given)
        text += f" Parameters: {'; '.join(lines)}."
    return text


def _parameters(flow: _Flow, action: Type) -> list[Feature]:
    return [each for each in flow.scope.model.features(action) if each.direction is not None]


# -- nodes ----------------------------------------------------------------------------------------


def _pins(flow: _Flow, action: Type) -> None:
    for each in _parameters(flow, action):
        key = flow.keys.of(each, "pin")
        flow.places[each.id] = key
        node = Node(
            key=key,
            palette=Palette.ITEM,
            name=feature_text(flow.scope.model, each),
            shape=Shape.PIN,
            origin=each.qualified_name,
            doc=each.doc,
        )
        flow.nodes.append(node)


def _add_steps(flow: _Flow, action: Element, group: str) -> None:
    for step in steps_of(flow.scope, action):
        _add_step(flow, step, group)


def _add_step(flow: _Flow, step: ActionUsage, group: str) -> None:
    flow.steps.append((step, group))
    key = flow.keys.of(step)
    flow.places[step.id] = key
    if step.name:
        flow.names.setdefault((group, step.name), key)
    inner = list(nested(flow.scope, step)) if is_frame(step) else []
    if not inner:
        flow.nodes.append(step_node(flow.scope, flow.keys, step, group, flow.subject))
        return
    flow.groups.append(frame_of(flow.keys, step, group))
    for role, body in inner:
        _add_body(flow, role, body, key)


def _add_body(flow: _Flow, role: Role, body: ActionUsage, group: str) -> None:
    """A branch or body: its steps; the `else` of a condition in a frame of its own."""
    flow.places[body.id] = group
    if is_frame(body):
        _add_step(flow, body, group)
        return
    steps = steps_of(flow.scope, body)
    if not steps:
        flow.nodes.append(step_node(flow.scope, flow.keys, body, group, flow.subject))
        flow.places[body.id] = flow.keys.of(body)
        return
    inside = group
    if role is not Role.BODY:
        inside = flow.keys.of(body, "branch")
        flow.groups.append(
            Group(
                key=inside,
                palette=Palette.FRAME,
                name=role.value,
                origin=body.qualified_name,
                parent=group,
            )
        )
        flow.places[body.id] = inside
    for step in steps:
        _add_step(flow, step, inside)
    _add_edges(flow, body, inside)


# -- edges ----------------------------------------------------------------------------------------


def _add_edges(flow: _Flow, action: Type, group: str) -> None:
    members = flow.scope.model.features(action)
    for each in members:
        if isinstance(each, SuccessionAsUsage):
            _succession(flow, each, group)
        elif isinstance(each, FlowUsage | BindingConnectorAsUsage):
            _item_flow(flow, each, group)
        elif isinstance(each, TransitionUsage):
            _guarded(flow, each, group)
    for step in steps_of(flow.scope, action):
        _value_flows(flow, step, group)
    for parameter in members:
        if parameter.direction is not None:
            _values(flow, parameter, flow.places.get(parameter.id, ""), group)


def _connect(flow: _Flow, source: str, target: str, relation: Relation, label: str) -> None:
    if source and target and source != target:
        labels = flow.edges.setdefault((source, target, relation), [])
        if label:
            labels.append(label)


def _succession(flow: _Flow, each: SuccessionAsUsage, group: str) -> None:
    if len(each.ends) < 2:
        return
    label = f"[{expression_text(each.guard, 40)}]" if each.guard is not None else ""
    label = "[else]" if each.is_else else label
    source, target = (_place(flow, end, group) for end in each.ends[:2])
    _connect(flow, source, target, Relation.SUCCESSION, label)


def _guarded(flow: _Flow, each: TransitionUsage, group: str) -> None:
    if each.source is None or each.target is None:
        return
    label = f"[{expression_text(each.guard, 40)}]" if each.guard is not None else ""
    source, target = _place(flow, each.source, group), _place(flow, each.target, group)
    _connect(flow, source, target, Relation.SUCCESSION, label)


def _item_flow(flow: _Flow, each: ConnectorAsUsage, group: str) -> None:
    if len(each.ends) < 2:
        return
    source, target = (_place(flow, end, group) for end in each.ends[:2])
    if isinstance(each, FlowUsage):
        _connect(flow, source, target, Relation.FLOW, _item(flow, each))
        return
    pins = {flow.keys.of(pin, "pin"): pin.direction for pin in _parameters(flow, flow.subject)}
    if pins.get(target) is Direction.IN or pins.get(source) is Direction.OUT:
        source, target = target, source
    # A parameter bound to a step's own is a flow into or out of the action.
    crosses = source in pins or target in pins
    relation = Relation.FLOW if crosses else Relation.BINDING
    _connect(flow, source, target, relation, "" if crosses else _item(flow, each))


def _item(flow: _Flow, each: ConnectorAsUsage) -> str:
    """What flows: the declared payload, else the type or name of the output it comes from."""
    model = flow.scope.model
    if isinstance(each, FlowUsage):
        payload = model.target(each.payload_type)
        if payload is not None:
            return name_of(payload)
    output = model.target(each.ends[0])
    if not isinstance(output, Feature):
        return ""
    types = types_text(model, output)
    return f"{name_of(output)} : {types}" if types else name_of(output)


def _value_flows(flow: _Flow, step: ActionUsage, group: str) -> None:
    """An input whose value is read from another step is a flow of that value."""
    for parameter in flow.scope.model.owned(step, Feature):
        _values(flow, parameter, flow.places.get(step.id, ""), group)


def _values(flow: _Flow, feature: Feature, target: str, group: str) -> None:
    if feature.value is None:
        return
    for reference in references_in(feature.value.expression):
        source = _place(flow, reference, group, create=False)
        pin = any(node.key == source and node.shape is Shape.PIN for node in flow.nodes)
        _connect(flow, source, target, Relation.FLOW, "" if pin else name_of(feature))


def _place(flow: _Flow, reference: Reference, group: str, create: bool = True) -> str:
    """The node an end lies on: the innermost drawn step along its path."""
    path = flow.scope.model.path(reference)
    found = next((flow.places[each.id] for each in reversed(path) if each.id in flow.places), "")
    if found or not path:
        return found
    first = path[0]
    by_name = flow.names.get((group, first.name or ""), "")
    if by_name or not create or first.library is not Library.STANDARD:
        return by_name
    return _terminal(flow, first, group)


def _terminal(flow: _Flow, element: Element, group: str) -> str:
    """The symbol for `start` or `done` of the action whose frame this is."""
    shape = {"start": Shape.START, "done": Shape.DONE}.get(element.name or "")
    if shape is None:
        return ""
    key = flow.keys.named(f"{group} {shape.value}")
    if all(node.key != key for node in flow.nodes):
        node = Node(
            key=key,
            palette=Palette.CONTROL,
            name=shape.value,
            shape=shape,
            origin=shape.value,
            group=group,
        )
        flow.nodes.append(node)
    return key
