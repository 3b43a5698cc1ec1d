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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class DataType(Classifier):
    """`datatype`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Class(Classifier):
    """`class`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Structure(Class):
    """`struct`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Association(Classifier):
    """`assoc`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class AssociationStructure(Association):
    """`assoc struct`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Metaclass(Structure):
    """`metaclass`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Behavior(Class):
    """`behavior`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Function(Behavior):
    """`function`."""

    result: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Predicate(Function):
    """`predicate`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Interaction(Behavior):
    """`interaction`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Step(Feature):
    """`step`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ExpressionFeature(Step):
    """`expr`: the metaclass Expression, renamed here because `Expression` is the value type."""

    result: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class BooleanExpression(ExpressionFeature):
    """`bool`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Invariant(BooleanExpression):
    """`inv`."""

    is_negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Connector(Feature):
    """`connector`."""

    ends: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class BindingConnector(Connector):
    """`binding`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Succession(Connector):
    """`succession`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Flow(Connector):
    """`flow`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class MetadataFeature(Feature):
    """`metadata` in KerML."""

    about: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class MultiplicityRange(Feature):
    """`multiplicity m [1..*]`."""
