"""Kinds of structural and requirement-like usages, named as in SysML 2.0."""

from __future__ import annotations

from dataclasses import dataclass

from generator.syntax.ast.base import ConnectorEnd, Usage
from generator.syntax.ast.names import QualifiedName, Reference

__all__ = [
    "AllocationUsage",
    "AttributeUsage",
    "BindingConnectorAsUsage",
    "ConnectionUsage",
    "EnumerationUsage",
    "EventOccurrenceUsage",
    "FlowUsage",
    "InterfaceUsage",
    "ItemUsage",
    "MetadataUsage",
    "OccurrenceUsage",
    "PartUsage",
    "PayloadFeature",
    "PortUsage",
    "ReferenceUsage",
    "RenderingUsage",
    "SuccessionAsUsage",
    "SuccessionFlowUsage",
    "ViewUsage",
]


class ReferenceUsage(Usage):
    """`ref x : T`, or no keyword at all: `x : T`, `in x : T`, `:>> x = 1`.

    With role `"subject"`: `subject x : T`. With role `"variant"` and one leading
    `ReferenceSubsetting`: `variant x;`. In the body of a metadata usage `x = 1;` is one whose first
    specialisation is a `Redefinition` of `x`.
    """

    __slots__ = ()


class AttributeUsage(Usage):
    """`attribute x`."""

    __slots__ = ()


class EnumerationUsage(AttributeUsage):
    """`enum x`; role `"variant"` and perhaps no keyword for a value in an `enum def`."""

    __slots__ = ()


class OccurrenceUsage(Usage):
    """`occurrence x`, `individual x`, `snapshot x`, `timeslice x`."""

    __slots__ = ()


class EventOccurrenceUsage(OccurrenceUsage):
    """`event occurrence x`; `event a.b` has a leading `ReferenceSubsetting`."""

    __slots__ = ()


class ItemUsage(OccurrenceUsage):
    """`item x`."""

    __slots__ = ()


class PartUsage(ItemUsage):
    """`part x`; roles `"actor"` and `"stakeholder"` without the keyword."""

    __slots__ = ()


class PortUsage(OccurrenceUsage):
    """`port x`; also `end x` in the body of an interface."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class ConnectionUsage(PartUsage):
    """`connection c : C connect a to b`, `connect a to b`, `connect (a, b, c)`.

    `ends` is empty when there is no `connect` part.
    """

    ends: tuple[ConnectorEnd, ...] = ()


class InterfaceUsage(ConnectionUsage):
    """`interface i : I connect a to b`, `interface a to b`."""

    __slots__ = ()


class AllocationUsage(ConnectionUsage):
    """`allocation x : A allocate a to b`, `allocate a to b`."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class BindingConnectorAsUsage(Usage):
    """`binding b bind a = b.c`, `bind a = b`: two `ends`."""

    ends: tuple[ConnectorEnd, ...] = ()


@dataclass(slots=True, eq=False)
class SuccessionAsUsage(Usage):
    """An order in time.

    `succession s first a then b;`, `first a then b;`: both ends are written.
    `then b;`: the source is the usage before it (`source.reference` is None).
    `then action b;`: this succession and then the usage `b` are two members, and both references are
    None: the source is the usage before the succession, the target the one after it.
    """

    source: ConnectorEnd | None = None
    target: ConnectorEnd | None = None


class PayloadFeature(Usage):
    """What a flow carries: `of T`, `of x : T [2]`. `of T` alone is a typing, not a name."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class FlowUsage(Usage):
    """`flow f of T from a.x to b.y`, `flow a.x to b.y`; `is_message` for `message …`.

    `source` and `target` are the references after `from` and `to`: the last link is the feature
    that gives or takes, the links before it the end of the flow.
    """

    payload: PayloadFeature | None = None
    source: Reference | None = None
    target: Reference | None = None
    is_message: bool = False


class SuccessionFlowUsage(FlowUsage):
    """`succession flow f from a.x to b.y`."""

    __slots__ = ()


class ViewUsage(PartUsage):
    """`view v : V`."""

    __slots__ = ()


class RenderingUsage(PartUsage):
    """`rendering r : R`; role `"render"` in a view: `render r;`, `render rendering x : R`."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class MetadataUsage(ItemUsage):
    """`@T {…}`, `@n : T about a, b;`, `metadata n : T`; the type is the only `FeatureTyping`."""

    about: tuple[QualifiedName, ...] = ()
