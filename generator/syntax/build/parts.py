"""Values the tree builder hands from rule to rule that are no nodes of the tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from generator.syntax.ast import (
    Element,
    Expression,
    FeatureValue,
    MultiplicityRange,
    Name,
    PrefixMetadataUsage,
    QualifiedName,
    Specialization,
    Usage,
)

__all__ = [
    "Block",
    "Body",
    "Bracket",
    "Declaration",
    "Head",
    "Item",
    "Multiplicity",
    "Payload",
    "Performed",
    "Prefix",
    "RawName",
    "RawReference",
    "Specs",
    "Word",
]

RawName: TypeAlias = int | QualifiedName
"""A bare NAME is still the index of its token; see rule P3 of the grammar."""

RawReference: TypeAlias = int | QualifiedName | list[RawName]
"""A name, or the links of a chain."""

Item: TypeAlias = Element | list[Element]
"""What stands for one item of a body: `then action a;` is two members."""


@dataclass(slots=True)
class Block:
    """`{…}`."""

    start: int
    end: int
    members: list[Element]


Body: TypeAlias = Block | None
"""None for `;`."""


@dataclass(slots=True)
class Bracket:
    """`[…]`: a multiplicity, an index or a unit."""

    start: int
    end: int
    items: list[Expression]


@dataclass(slots=True)
class Multiplicity:
    """A multiplicity part."""

    range: MultiplicityRange | None = None
    is_ordered: bool = False
    is_nonunique: bool = False


@dataclass(slots=True)
class Declaration:
    """Names, specialisations and multiplicity of a declaration."""

    start: int
    end: int
    name: Name | None = None
    short_name: Name | None = None
    relations: list[Specialization] = field(default_factory=list)
    multiplicity: Multiplicity | None = None
    is_sufficient: bool = False


@dataclass(slots=True)
class Specs:
    """What follows the names of a declaration."""

    relations: list[Specialization] = field(default_factory=list)
    multiplicity: Multiplicity | None = None


Word: TypeAlias = int | PrefixMetadataUsage
"""One part of a prefix: the index of a keyword, or a `#` annotation."""


@dataclass(slots=True)
class Prefix:
    """What stands before a keyword. After `end` there may be a cross feature with words of its own."""

    words: list[Word]
    end: int | None = None
    cross: Usage | None = None


@dataclass(slots=True)
class Head:
    """What stands before the keyword of an action node: a prefix and `action x`."""

    prefix: Prefix | None
    declaration: Declaration | None = None


@dataclass(slots=True)
class Performed:
    """What follows `perform`, `entry`, `do`: a reference or `action x`, and a value."""

    declaration: Declaration
    value: FeatureValue | None = None


@dataclass(slots=True)
class Payload:
    """What follows `of` and `accept`."""

    start: int
    end: int
    name: Name | None = None
    short_name: Name | None = None
    relations: list[Specialization] = field(default_factory=list)
    multiplicity: Multiplicity | None = None
    value: FeatureValue | None = None
