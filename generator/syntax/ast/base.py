"""What all members of a namespace share, and the parts they are made of.

Knows memberships, specialisations, multiplicities and feature values. Must not know particular kinds
of definitions and usages.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.syntax.ast.expressions import Expression
from generator.syntax.ast.names import Name, Node, Reference

__all__ = [
    "ConnectorEnd",
    "CrossSubsetting",
    "Definition",
    "Element",
    "FeatureTyping",
    "FeatureValue",
    "MalformedElement",
    "MultiplicityRange",
    "PrefixMetadataUsage",
    "Redefinition",
    "ReferenceSubsetting",
    "Specialization",
    "Subclassification",
    "Subsetting",
    "Type",
    "Usage",
]


@dataclass(slots=True, eq=False)
class PrefixMetadataUsage(Node):
    """`#name` before a keyword: a metadata annotation, or a keyword defined by semantic metadata."""

    type: Reference


@dataclass(slots=True, eq=False)
class Element(Node):
    """A member of a namespace, together with its membership.

    `visibility` is `"public"`, `"private"`, `"protected"` or None where nothing is written.
    `role` says by which membership the owner holds it:
    `"member"` (OwningMembership or FeatureMembership), `"variant"`, `"subject"`, `"actor"`,
    `"stakeholder"`, `"objective"`, `"assume"`, `"require"`, `"frame"`, `"verify"`, `"entry"`,
    `"do"`, `"exit"`, `"return"`, `"render"`; in KerML `"owning"` (`member feature x`). Values of an
    enumeration have role `"variant"`.
    `members` are in the order of the text. `prefix_metadata` holds each `#x` before the keyword.
    """

    visibility: str | None = None
    role: str = "member"
    declared_name: Name | None = None
    declared_short_name: Name | None = None
    prefix_metadata: tuple[PrefixMetadataUsage, ...] = ()
    members: tuple[Element, ...] = ()


class MalformedElement(Element):
    """Text that could not be read as a member; an error was reported for it."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class Specialization(Node):
    """One relationship from a declaration to a more general type; the subclass says which."""

    target: Reference


class Subclassification(Specialization):
    """`:> T`, `specializes T` of a definition."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class FeatureTyping(Specialization):
    """`: T`, `defined by T`; `is_conjugated` for `: ~T` (ConjugatedPortTyping)."""

    is_conjugated: bool = False


class Subsetting(Specialization):
    """`:> f`, `subsets f` of a usage."""

    __slots__ = ()


class ReferenceSubsetting(Specialization):
    """`::> f`, `references f`; also the name in `perform f`, `assert f`, `exhibit f`, `satisfy f`,
    `include f`, `event f`, `require f`, `assume f`, `frame f`, `verify f`, `render f`, `variant f`.
    """

    __slots__ = ()


class CrossSubsetting(Specialization):
    """`=> f`, `crosses f`."""

    __slots__ = ()


class Redefinition(Specialization):
    """`:>> f`, `redefines f`."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class MultiplicityRange(Node):
    """`[n]` (lower None), `[m..n]`; `[*]` has an upper `LiteralInfinity`."""

    lower: Expression | None
    upper: Expression


@dataclass(slots=True, eq=False)
class FeatureValue(Node):
    """`= e` (bound), `:= e` (`is_initial`), `default e`, `default = e`, `default := e` (`is_default`)."""

    value: Expression
    is_initial: bool = False
    is_default: bool = False


@dataclass(slots=True, eq=False)
class ConnectorEnd(Node):
    """One end of a connector: `[1] name ::> a.b`, `a.b`.

    `reference` is None for an end that the notation leaves out: in `then action b;` the source is
    the usage before it and the target the usage after it.
    """

    reference: Reference | None
    declared_name: Name | None = None
    multiplicity: MultiplicityRange | None = None


@dataclass(slots=True, eq=False)
class Type(Element):
    """What definitions and usages share.

    `specializations` are in the order of the text. `is_parallel` belongs to states (`parallel {…}`).
    """

    is_abstract: bool = False
    is_variation: bool = False
    is_individual: bool = False
    is_parallel: bool = False
    specializations: tuple[Specialization, ...] = ()


class Definition(Type):
    """`… def`. Used itself for a definition with only user-defined keywords: `#service def X`."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class Usage(Type):
    """A usage. Used itself for one with only user-defined keywords: `#service x : X`.

    Flags repeat what is written: `is_reference` is the word `ref`, `is_nonunique` the word `nonunique`
    (a usage is unique unless it says otherwise). `direction` is `"in"`, `"out"`, `"inout"` or None.
    `portion_kind` is `"snapshot"`, `"timeslice"` or None. `cross_feature` is the declaration between
    `end` and the keyword in `end [0..1] part x` or `end y [2] part x`.
    """

    direction: str | None = None
    is_end: bool = False
    is_reference: bool = False
    is_derived: bool = False
    is_constant: bool = False
    is_ordered: bool = False
    is_nonunique: bool = False
    portion_kind: str | None = None
    multiplicity: MultiplicityRange | None = None
    value: FeatureValue | None = None
    cross_feature: Usage | None = None
