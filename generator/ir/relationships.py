"""Relationships between elements that are no elements themselves: specialisations, imports, aliases.

Sources: KerML 1.0, clauses 8.3.2.4 and 8.3.3. Must not know elements other than by id.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.ir.elements import Visibility
from generator.ir.expressions import ElementId, Expression, Reference
from generator.source import Span

__all__ = ["Import", "Membership", "Specialization", "SpecializationKind"]


class SpecializationKind(StrEnum):
    """The metaclasses below Specialization (KerML 8.3.3.1 and 8.3.3.3).

    And the two other ways a type gets members: the type it conjugates, and the last feature it chains.
    """

    SUBCLASSIFICATION = "subclassification"
    TYPING = "typing"
    SUBSETTING = "subsetting"
    REFERENCE = "reference"
    REDEFINITION = "redefinition"
    CROSSING = "crossing"
    CONJUGATION = "conjugation"
    CHAINING = "chaining"


@dataclass(frozen=True, slots=True)
class Specialization:
    """One specialisation of an element: `reference` leads to the general type.

    `is_implied` is true for those the specification adds (KerML 8.4, SysML 8.4), such as a part
    definition's to `Parts::Part`; `is_conjugated` for a port typed by `~P`.
    """

    kind: SpecializationKind
    reference: Reference
    is_implied: bool = False
    is_conjugated: bool = False

    @property
    def general(self) -> ElementId | None:
        """The id of the general type, or None when it is unresolved."""
        return self.reference.target


@dataclass(frozen=True, slots=True)
class Import:
    """An import of a namespace, kept for rules, tools and diagrams.

    `importer` is None for an import at the top of a file; `visibility` is None where none is written.
    `filters` are the conditions in brackets.
    """

    importer: ElementId | None
    imported: Reference
    is_recursive: bool
    is_namespace: bool
    visibility: str | None
    span: Span
    is_all: bool = False
    filters: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """A name given to an element that another namespace owns: `alias <short> name for P::x`."""

    owner: ElementId | None
    name: str | None
    short_name: str | None
    member: Reference
    visibility: Visibility
    span: Span
