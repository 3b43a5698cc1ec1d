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


@dataclass(slots=True, eq=False)
class Namespace(Element):
    """`namespace N {…}`."""


@dataclass(slots=True, eq=False)
class Conjugation(Specialization):
    """`~ T`, `conjugates T`."""


@dataclass(slots=True, eq=False)
class Disjoining(Specialization):
    """`disjoint from T`."""


@dataclass(slots=True, eq=False)
class Unioning(Specialization):
    """`unions T`."""


@dataclass(slots=True, eq=False)
class Intersecting(Specialization):
    """`intersects T`."""


@dataclass(slots=True, eq=False)
class Differencing(Specialization):
    """`differences T`."""


@dataclass(slots=True, eq=False)
class FeatureChaining(Specialization):
    """`chains a.b`: the whole chain is the target."""


@dataclass(slots=True, eq=False)
class FeatureInverting(Specialization):
    """`inverse of f`."""


@dataclass(slots=True, eq=False)
class TypeFeaturing(Specialization):
    """`featured by T`."""


@dataclass(slots=True, eq=False)
class Classifier(Definition):
    """`classifier C`. `is_sufficient` is the word `all`; `:>` is a `Subclassification`."""

    is_sufficient: bool = False
    multiplicity: MultiplicityRange | None = None


@dataclass(slots=True, eq=False)
class GeneralType(Classifier):
    """`type T`, of the metaclass Type; `:>` is a `Subclassification` here too."""


@dataclass(slots=True, eq=False)
class DataType(Classifier):
    """`datatype D`."""


@dataclass(slots=True, eq=False)
class Class(Classifier):
    """`class C`."""


@dataclass(slots=True, eq=False)
class Structure(Class):
    """`struct S`."""


@dataclass(slots=True, eq=False)
class Metaclass(Structure):
    """`metaclass M`."""


@dataclass(slots=True, eq=False)
class Association(Classifier):
    """`assoc A`."""


@dataclass(slots=True, eq=False)
class AssociationStructure(Association):
    """`assoc struct A`."""


@dataclass(slots=True, eq=False)
class Interaction(Association):
    """`interaction I`."""


@dataclass(slots=True, eq=False)
class Behavior(Class):
    """`behavior B`."""


@dataclass(slots=True, eq=False)
class Function(Behavior):
    """`function F`."""


@dataclass(slots=True, eq=False)
class Predicate(Function):
    """`predicate P`."""


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


@dataclass(slots=True, eq=False)
class Step(Feature):
    """`step s`."""


@dataclass(slots=True, eq=False)
class ExpressionFeature(Step):
    """`expr e {…}`, of the metaclass Expression; not to be confused with the operands of values."""


@dataclass(slots=True, eq=False)
class BooleanExpression(ExpressionFeature):
    """`bool b {…}`."""


@dataclass(slots=True, eq=False)
class Invariant(BooleanExpression):
    """`inv i {…}`, `inv false i {…}` (`is_negated`)."""

    is_negated: bool = False


@dataclass(slots=True, eq=False)
class Connector(Feature):
    """`connector c : C from a to b`, `connector a to b`, `connector c (a, b, c)`."""

    ends: tuple[ConnectorEnd, ...] = ()


@dataclass(slots=True, eq=False)
class BindingConnector(Connector):
    """`binding b of x = y`, `binding x = y`."""


@dataclass(slots=True, eq=False)
class Succession(Connector):
    """`succession s first a then b`, `succession a then b`."""


@dataclass(slots=True, eq=False)
class Flow(Feature):
    """`flow f of T from a.x to b.y`; see `FlowUsage` for its ends."""

    payload: PayloadFeature | None = None
    source: Reference | None = None
    target: Reference | None = None


@dataclass(slots=True, eq=False)
class SuccessionFlow(Flow):
    """`succession flow f from a.x to b.y`."""


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
