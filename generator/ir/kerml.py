"""Kernel metaclasses (KerML 1.0, clauses 8.3.3 and 8.3.4) that occur in KerML libraries and models."""

from __future__ import annotations

from dataclasses import dataclass

from generator.ir.elements import Classifier, Feature
from generator.ir.expressions import Expression, Reference

__all__ = [
    "Association",
    "AssociationStructure",
    "Behavior",
    "BindingConnector",
    "BooleanExpression",
    "Class",
    "Connector",
    "DataType",
    "ExpressionFeature",
    "Flow",
    "Function",
    "Interaction",
    "Invariant",
    "Metaclass",
    "MetadataFeature",
    "MultiplicityRange",
    "Predicate",
    "Step",
    "Structure",
    "Succession",
]


class DataType(Classifier):
    """`datatype`."""

    __slots__ = ()


class Class(Classifier):
    """`class`."""

    __slots__ = ()


class Structure(Class):
    """`struct`."""

    __slots__ = ()


class Association(Classifier):
    """`assoc`."""

    __slots__ = ()


class AssociationStructure(Association):
    """`assoc struct`."""

    __slots__ = ()


class Metaclass(Structure):
    """`metaclass`."""

    __slots__ = ()


class Behavior(Class):
    """`behavior`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Function(Behavior):
    """`function`."""

    result: Expression | None = None


class Predicate(Function):
    """`predicate`."""

    __slots__ = ()


class Interaction(Behavior):
    """`interaction`."""

    __slots__ = ()


class Step(Feature):
    """`step`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ExpressionFeature(Step):
    """`expr`: the metaclass Expression, renamed here because `Expression` is the value type."""

    result: Expression | None = None


class BooleanExpression(ExpressionFeature):
    """`bool`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Invariant(BooleanExpression):
    """`inv`."""

    is_negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Connector(Feature):
    """`connector`."""

    ends: tuple[Reference, ...] = ()


class BindingConnector(Connector):
    """`binding`."""

    __slots__ = ()


class Succession(Connector):
    """`succession`."""

    __slots__ = ()


class Flow(Connector):
    """`flow`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class MetadataFeature(Feature):
    """`metadata` in KerML."""

    about: tuple[Reference, ...] = ()


class MultiplicityRange(Feature):
    """`multiplicity m [1..*]`."""

    __slots__ = ()
