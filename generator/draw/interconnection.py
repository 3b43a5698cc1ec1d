"""The inside of an assembly: its parts, their ports, and what connects them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.draw.drawing import (
    Drawing,
    DrawingKind,
    Edge,
    Group,
    Node,
    Palette,
    Port,
    Relation,
    Shape,
    Side,
)
from generator.draw.notation import (
    direction_of_port,
    keyword,
    name_of,
    typed_name,
    types_text,
)
from generator.draw.scope import Keys, Scope
from generator.ir import (
    AllocationUsage,
    BindingConnectorAsUsage,
    ConnectionUsage,
    ConnectorAsUsage,
    Direction,
    Element,
    ElementId,
    Feature,
    FlowUsage,
    ItemDefinition,
    ItemUsage,
    MetadataUsage,
    PartDefinition,
    PartUsage,
    PortUsage,
    Reference,
    SuccessionAsUsage,
    Type,
)

__all__ = ["draw_interconnection", "is_assembly"]

_RELATIONS: tuple[tuple[type[ConnectorAsUsage], Relation], ...] = (
    (BindingConnectorAsUsage, Relation.BINDING),
    (FlowUsage, Relation.FLOW),
    (ConnectionUsage, Relation.CONNECTION),
)


def is_assembly(scope: Scope, element: Element) -> bool:
    """Whether an element owns at least two parts, or a part and a connector."""
    if not isinstance(element, PartDefinition | PartUsage | ItemDefinition):
        return False
    owned = [each for each in scope.model.owned(element, PartUsage) if _is_part(each)]
    wired = any(_relation(each) for each in scope.model.owned(element, ConnectorAsUsage))
    parts = [each for each in scope.model.features(element) if _is_part(each)]
    return len(owned) >= 2 or (wired and bool(parts))


def _is_part(feature: Feature) -> bool:
    return isinstance(feature, PartUsage) or (
        isinstance(feature, ItemUsage) and not isinstance(feature, MetadataUsage)
    )


def _relation(connector: ConnectorAsUsage) -> Relation | None:
    # An allocation crosses from one view of the system to another: no wire of this assembly.
    if isinstance(connector, SuccessionAsUsage | AllocationUsage):
        return None
    return next((rel for kind, rel in _RELATIONS if isinstance(connector, kind)), None)


# -- one drawing ----------------------------------------------------------------------------------


@dataclass
class _Wiring:
    """What is gathered while the connectors of one assembly are read."""

    scope: Scope
    assembly: Type
    keys: Keys
    parts: dict[ElementId, Feature]
    by_name: dict[str, Feature]
    sides: dict[tuple[ElementId, str], Side] = field(default_factory=dict)
    pins: dict[ElementId, Feature] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _End:
    key: str
    port: str = ""


def draw_interconnection(scope: Scope, assembly: Type, name: str) -> Drawing:
    """The parts of an assembly with their ports, and its connections, bindings and flows."""
    features = scope.model.features(assembly)
    parts = {each.id: each for each in features if _is_part(each)}
    by_name = {each.name: each for each in parts.values() if each.name}
    wiring = _Wiring(scope, assembly, Keys(), parts, by_name)
    connectors = [each for each in features if isinstance(each, ConnectorAsUsage)]
    edges = _edges(wiring, connectors)
    frame = Group(
        key=wiring.keys.of(assembly),
        palette=Palette.FRAME,
        name=name_of(assembly),
        stereotype=keyword(assembly),
        origin=assembly.qualified_name,
    )
    nodes = [_part(wiring, each, frame.key) for each in parts.values()]
    nodes.extend(_pin(wiring, each) for each in wiring.pins.values())
    return Drawing(
        name=name,
        kind=DrawingKind.INTERCONNECTION,
        title=f"{name_of(assembly)}: inside",
        caption=_caption(edges, len(parts)),
        subject=assembly.qualified_name,
        origins=(assembly.qualified_name, *(each.qualified_name for each in parts.values())),
        nodes=tuple(nodes),
        edges=tuple(edges),
        groups=(frame,),
        left_to_right=True,
    )


def _caption(edges: Sequence[Edge], count: int) -> str:
    if edges:
        return "The parts of the assembly, their ports (small squares), and what connects them."
    return f"The {count} parts of the assembly and their ports; the model connects none of them."


# -- edges ----------------------------------------------------------------------------------------


def _edges(wiring: _Wiring, connectors: Sequence[ConnectorAsUsage]) -> list[Edge]:
    gathered: dict[tuple[_End, _End, Relation], list[tuple[str, str]]] = {}
    origins: dict[tuple[_End, _End, Relation], str] = {}
    for each in connectors:
        relation = _relation(each)
        if relation is None or len(each.ends) < 2:
            continue
        source = _end(wiring, each.ends[0], Side.RIGHT)
        for reference in each.ends[1:]:
            target = _end(wiring, reference, Side.LEFT)
            if source is not None and target is not None and source.key != target.key:
                at = (source, target, relation)
                gathered.setdefault(at, []).append(_label(wiring, each, relation))
                origins.setdefault(at, each.qualified_name)
    return [
        Edge(
            source=source.key,
            source_port=source.port,
            target=target.key,
            target_port=target.port,
            relation=relation,
            labels=tuple(dict.fromkeys(line for lines in labels for line in lines if line)),
            origin=origins[source, target, relation],
        )
        for (source, target, relation), labels in gathered.items()
    ]


def _label(wiring: _Wiring, connector: ConnectorAsUsage, relation: Relation) -> tuple[str, str]:
    """Name and type of a connector, a line each."""
    if relation is Relation.BINDING:
        return "=", ""
    if isinstance(connector, FlowUsage):
        payload = wiring.scope.model.target(connector.payload_type)
        if payload is not None:
            return name_of(payload), ""
    name = connector.declared_name or ""
    types = types_text(wiring.scope.model, connector)
    return name, f": {types}" if types else ""


def _end(wiring: _Wiring, reference: Reference, side: Side) -> _End | None:
    path = wiring.scope.model.path(reference)
    if not path:
        return None
    first = wiring.parts.get(path[0].id) or wiring.by_name.get(path[0].name or "")
    if first is None:
        return _boundary(wiring, path[0])
    if len(path) == 1:
        return _End(wiring.keys.of(first))
    inner = path[1:]
    ports = [at for at, each in enumerate(inner) if isinstance(each, PortUsage)]
    kept = inner[: ports[0] + 1] if ports else inner
    label = ".".join(name_of(each) for each in kept)
    direction = _direction(wiring, kept[-1])
    wanted = side if direction is None else _side(direction)
    wiring.sides.setdefault((first.id, label), wanted)
    return _End(wiring.keys.of(first), label)


def _boundary(wiring: _Wiring, element: Element) -> _End | None:
    """An end on the border of the assembly itself: a port or parameter of it."""
    if not isinstance(element, Feature) or isinstance(element, ConnectorAsUsage):
        return None
    features = wiring.scope.model.features(wiring.assembly)
    if all(each.id != element.id for each in features):
        return None
    wiring.pins.setdefault(element.id, element)
    return _End(wiring.keys.of(element, "pin"))


def _direction(wiring: _Wiring, element: Element) -> Direction | None:
    if isinstance(element, PortUsage):
        return direction_of_port(wiring.scope.model, element)
    return None


def _side(direction: Direction) -> Side:
    return Side.LEFT if direction is Direction.IN else Side.RIGHT


# -- nodes ----------------------------------------------------------------------------------------


def _part(wiring: _Wiring, part: Feature, frame: str) -> Node:
    model = wiring.scope.model
    sides: dict[str, Side] = {}
    for port in model.features(part):
        if isinstance(port, PortUsage) and port.name:
            direction = direction_of_port(model, port)
            known = wiring.sides.get((part.id, name_of(port)))
            sides[name_of(port)] = _side(direction) if direction else known or Side.RIGHT
    for (owner, label), side in wiring.sides.items():
        if owner == part.id:
            sides.setdefault(label, side)
    type_ = model.type_of(part)
    return Node(
        key=wiring.keys.of(part),
        palette=Palette.PART if isinstance(part, PartUsage) else Palette.ITEM,
        name=name_of(part),
        detail=typed_name(model, part).removeprefix(name_of(part)).strip(),
        stereotype=("ref " if getattr(part, "is_reference", False) else "") + keyword(part),
        ports=tuple(Port(label, label, side) for label, side in sides.items()),
        origin=part.qualified_name,
        doc=part.doc or (type_.doc if type_ is not None and type_.library is None else ""),
        link=wiring.scope.link(part) or wiring.scope.link(type_, wiring.assembly),
        group=frame,
    )


def _pin(wiring: _Wiring, feature: Feature) -> Node:
    return Node(
        key=wiring.keys.of(feature, "pin"),
        palette=Palette.PORT,
        name=typed_name(wiring.scope.model, feature),
        shape=Shape.PIN,
        origin=feature.qualified_name,
        doc=feature.doc,
    )
