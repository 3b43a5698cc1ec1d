"""Elements of the resolved model: one class per metaclass of the OMG metamodel.

Sources: SysML 2.0, clause 8.3 (abstract syntax); KerML 1.0, clause 8.3. A class here carries only what
the notation can say about one element; relations between elements live in `generator.ir.model.Model`.
Elements are frozen and refer to each other by id. Must not know syntax trees, passes or systems.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.ir.expressions import ElementId, Expression, Reference
from generator.source import Span

__all__ = [
    "AnnotatingElement",
    "Classifier",
    "Comment",
    "Definition",
    "Dependency",
    "Direction",
    "Documentation",
    "Element",
    "Feature",
    "FeatureValue",
    "Library",
    "LibraryPackage",
    "Multiplicity",
    "Namespace",
    "Package",
    "Relationship",
    "RelationshipKind",
    "Role",
    "TextualRepresentation",
    "Type",
    "TypeRelationship",
    "Usage",
    "Visibility",
]


class Direction(StrEnum):
    """Direction of a feature as declared (SysML 8.3.6.4, FeatureDirectionKind)."""

    IN = "in"
    OUT = "out"
    INOUT = "inout"


class Visibility(StrEnum):
    """Visibility of a membership (KerML 8.3.2.4, VisibilityKind)."""

    PUBLIC = "public"
    PROTECTED = "protected"
    PRIVATE = "private"


class Library(StrEnum):
    """Where a library element comes from: the OMG's standard packages or a domain library of ours."""

    STANDARD = "standard"
    DOMAIN = "domain"


class Role(StrEnum):
    """How an element is owned: the membership metaclass, shortened (SubjectMembership is `subject`)."""

    MEMBER = "member"
    FEATURE = "feature"
    VARIANT = "variant"
    PARAMETER = "parameter"
    RETURN = "return"
    RESULT = "result"
    SUBJECT = "subject"
    ACTOR = "actor"
    STAKEHOLDER = "stakeholder"
    OBJECTIVE = "objective"
    ASSUME = "assume"
    REQUIRE = "require"
    FRAME = "frame"
    VERIFY = "verify"
    ENTRY = "entry"
    DO = "do"
    EXIT = "exit"
    TRIGGER = "trigger"
    GUARD = "guard"
    EFFECT = "effect"
    PAYLOAD = "payload"
    THEN = "then"
    ELSE = "else"
    BODY = "body"
    LOOP_VARIABLE = "loop-variable"
    RENDER = "render"
    FILTER = "filter"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiplicity:
    """Bounds of a feature: `lower..upper`, upper None is unbounded (`*`).

    A bound that is not a literal is None in `lower`/`upper` with its expression beside it.
    """

    lower: int | None
    upper: int | None
    lower_expression: Expression | None = None
    upper_expression: Expression | None = None

    @property
    def is_many(self) -> bool:
        """True when more than one value is allowed."""
        return self.upper != 1 if self.upper_expression is None else True

    @property
    def is_optional(self) -> bool:
        """True when no value is allowed too."""
        return self.lower == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureValue:
    """The value of a feature: `= e` binds, `:= e` initialises, `default` may be overridden (KerML 8.3.4.10)."""

    expression: Expression
    is_default: bool = False
    is_initial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Element:
    """Any element.

    `id` is its index in `Model.elements`. `name` is the effective name (an unnamed redefinition takes the
    redefined feature's name). `qualified_name` is unique in a model: an unnamed element gets `owner::@n`, n its position.
    `doc` is the text of its documentation comments, cleaned of stars and indentation, or "".
    `span` is the whole declaration, `name_span` the name (or short name) in it, None for an unnamed element.
    """

    id: ElementId
    name: str | None
    declared_name: str | None
    short_name: str | None
    qualified_name: str
    owner: ElementId | None
    role: Role
    visibility: Visibility
    library: Library | None
    doc: str
    span: Span
    name_span: Span | None = None

    @property
    def kind(self) -> str:
        """The metaclass name, for instance `PartDefinition`."""
        return type(self).__name__

    def __repr__(self) -> str:
        return f"<{self.kind} {self.qualified_name}>"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Dependency(Element):
    """`dependency from clients to suppliers`."""

    clients: tuple[Reference, ...] = ()
    suppliers: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class AnnotatingElement(Element):
    """An element that annotates others; empty `about` means its owner."""

    about: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Comment(AnnotatingElement):
    """`comment about x /* … */`."""

    body: str = ""
    locale: str | None = None


class Documentation(Comment):
    """`doc /* … */`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class TextualRepresentation(AnnotatingElement):
    """`rep name language "python" /* … */`; `body` is the text without comment marks."""

    language: str = ""
    body: str = ""


class Namespace(Element):
    """An element that owns members."""

    __slots__ = ()


class Package(Namespace):
    """`package P`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class LibraryPackage(Package):
    """`library package P`, `standard library package P`."""

    is_standard: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Relationship(Element):
    """A relationship that stands by itself: `specialization s subtype a :> b`.

    `metaclass` is its name in the specification. What it says counts for `specific` as if it were written there.
    """

    metaclass: str = ""
    specific: Reference | None = None
    general: Reference | None = None


class RelationshipKind(StrEnum):
    """Relationships of types that are no specialisations (KerML 8.3.3.1, 8.3.3.3)."""

    DISJOINING = "disjoining"
    UNIONING = "unioning"
    INTERSECTING = "intersecting"
    DIFFERENCING = "differencing"
    INVERTING = "inverting"
    FEATURING = "featuring"


@dataclass(frozen=True, slots=True)
class TypeRelationship:
    """`disjoint from T`, `unions T`, `featured by T` and the like."""

    kind: RelationshipKind
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Type(Namespace):
    """A namespace that can be specialised (KerML 8.3.3.1). `is_sufficient` is the word `all`.

    Its specialisations are the model's to know; `relationships` are the other ones it owns, as written.
    """

    is_abstract: bool = False
    is_sufficient: bool = False
    relationships: tuple[TypeRelationship, ...] = ()


class Classifier(Type):
    """KerML classifier."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Feature(Type):
    """A feature of any kind (KerML 8.3.3.3)."""

    direction: Direction | None = None
    is_composite: bool = False
    is_derived: bool = False
    is_constant: bool = False
    is_end: bool = False
    is_variable: bool = False
    is_portion: bool = False
    is_ordered: bool = False
    is_unique: bool = True
    multiplicity: Multiplicity | None = None
    value: FeatureValue | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Definition(Classifier):
    """`… def`: SysML definition (SysML 8.3.6.2)."""

    is_variation: bool = False
    is_individual: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Usage(Feature):
    """SysML usage (SysML 8.3.6.4). `is_reference` is the opposite of composite."""

    is_reference: bool = False
    is_variation: bool = False
    is_individual: bool = False
    portion_kind: str | None = None
