"""Elements of KerML models, named as in KerML 1.0.

Classifiers and features share the fields of definitions and usages, so that what walks a tree need not
tell the dialects apart where they say the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.syntax.ast.base import (
    ConnectorEnd,
    Definition,
    Element,
    MultiplicityRange,
    Specialization,
    Usage,
)
from generator.syntax.ast.names import Reference
from generator.syntax.ast.usages import PayloadFeature

__all__ = [
    "Association",
    "AssociationStructure",
    "Behavior",
    "BindingConnector",
    "BooleanExpression",
    "Class",
    "Classifier",
    "Conjugation",
    "Connector",
    "DataType",
    "Differencing",
    "Disjoining",
    "ExpressionFeature",
    "Feature",
    "FeatureChaining",
    "FeatureInverting",
    "Flow",
    "Function",
    "GeneralType",
    "Interaction",
    "Intersecting",
    "Invariant",
    "Metaclass",
    "Multiplicity",
    "Namespace",
    "Predicate",
    "RelationshipMember",
    "Step",
    "Structure",
    "Succession",
    "SuccessionFlow",
    "TypeFeaturing",
    "Unioning",
]


class Namespace(Element):
    """`namespace N {…}`."""

    __slots__ = ()


class Conjugation(Specialization):
    """`~ T`, `conjugates T`."""

    __slots__ = ()


class Disjoining(Specialization):
    """`disjoint from T`."""

    __slots__ = ()


class Unioning(Specialization):
    """`unions T`."""

    __slots__ = ()


class Intersecting(Specialization):
    """`intersects T`."""

    __slots__ = ()


class Differencing(Specialization):
    """`differences T`."""

    __slots__ = ()


class FeatureChaining(Specialization):
    """`chains a.b`: the whole chain is the target."""

    __slots__ = ()


class FeatureInverting(Specialization):
    """`inverse of f`."""

    __slots__ = ()


class TypeFeaturing(Specialization):
    """`featured by T`."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class Classifier(Definition):
    """`classifier C`. `is_sufficient` is the word `all`; `:>` is a `Subclassification`."""

    is_sufficient: bool = False
    multiplicity: MultiplicityRange | None = None


class GeneralType(Classifier):
    """`type T`, of the metaclass Type; `:>` is a `Subclassification` here too."""

    __slots__ = ()


class DataType(Classifier):
    """`datatype D`."""

    __slots__ = ()


class Class(Classifier):
    """`class C`."""

    __slots__ = ()


class Structure(Class):
    """`struct S`."""

    __slots__ = ()


class Metaclass(Structure):
    """`metaclass M`."""

    __slots__ = ()


class Association(Classifier):
    """`assoc A`."""

    __slots__ = ()


class AssociationStructure(Association):
    """`assoc struct A`."""

    __slots__ = ()


class Interaction(Association):
    """`interaction I`."""

    __slots__ = ()


class Behavior(Class):
    """`behavior B`."""

    __slots__ = ()


class Function(Behavior):
    """`function F`."""

    __slots__ = ()


class Predicate(Function):
    """`predicate P`."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class Feature(Usage):
    """`feature f : T`, or no keyword at all. `is_constant` is the word `const` here.

    With role `"owning"` the word `member` stands before it: the owner holds the feature without
    being its featuring type.
    """

    is_sufficient: bool = False
    is_composite: bool = False
    is_portion: bool = False
    is_variable: bool = False


class Step(Feature):
    """`step s`."""

    __slots__ = ()


class ExpressionFeature(Step):
    """`expr e {…}`, of the metaclass Expression; not to be confused with the operands of values."""

    __slots__ = ()


class BooleanExpression(ExpressionFeature):
    """`bool b {…}`."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class Invariant(BooleanExpression):
    """`inv i {…}`, `inv false i {…}` (`is_negated`)."""

    is_negated: bool = False


@dataclass(slots=True, eq=False)
class Connector(Feature):
    """`connector c : C from a to b`, `connector a to b`, `connector c (a, b, c)`."""

    ends: tuple[ConnectorEnd, ...] = ()


class BindingConnector(Connector):
    """`binding b of x = y`, `binding x = y`."""

    __slots__ = ()


class Succession(Connector):
    """`succession s first a then b`, `succession a then b`."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class Flow(Feature):
    """`flow f of T from a.x to b.y`; see `FlowUsage` for its ends."""

    payload: PayloadFeature | None = None
    source: Reference | None = None
    target: Reference | None = None


class SuccessionFlow(Flow):
    """`succession flow f from a.x to b.y`."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class Multiplicity(Element):
    """`multiplicity m [1..2];` (`range`) or `multiplicity m :> n;` (`subsets`)."""

    range: MultiplicityRange | None = None
    subsets: Reference | None = None


@dataclass(slots=True, eq=False)
class RelationshipMember(Element):
    """A relationship that stands by itself: `specialization s subtype a :> b;`.

    `metaclass` is its metaclass: Specialization, Subclassification, FeatureTyping, Subsetting,
    Redefinition, Conjugation, Disjoining, FeatureInverting or TypeFeaturing. `specific` is what is
    related (the first reference), `general` what it is related to.
    """

    metaclass: str = ""
    specific: Reference | None = None
    general: Reference | None = None
