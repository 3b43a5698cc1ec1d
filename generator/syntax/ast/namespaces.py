"""Packages, imports, annotations and other members that are neither definitions nor usages.

Named as in SysML 2.0, clauses 7.2 to 7.5. Must not know what an import brings in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.syntax.ast.base import Element
from generator.syntax.ast.expressions import Expression, NullExpression
from generator.syntax.ast.names import QualifiedName, Reference

__all__ = [
    "AliasMember",
    "Comment",
    "Dependency",
    "Documentation",
    "ElementFilterMembership",
    "Expose",
    "Import",
    "InitialNodeMember",
    "LibraryPackage",
    "MembershipExpose",
    "MembershipImport",
    "NamespaceExpose",
    "NamespaceImport",
    "Package",
    "ResultExpressionMembership",
    "RootNamespace",
    "TextualRepresentation",
]

_NOWHERE = QualifiedName(0, 0, ())


class RootNamespace(Element):
    """A whole file. Its members are the top-level elements."""

    __slots__ = ()


class Package(Element):
    """`package P {…}`."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class LibraryPackage(Package):
    """`library package P {…}`, `standard library package P {…}`."""

    is_standard: bool = False


@dataclass(slots=True, eq=False)
class Import(Element):
    """`import …`. `is_import_all` for `import all`; `is_recursive` for a final `::**`.

    `filters` are the conditions of `import P::*[c1][c2]`. The members are annotations in its body.
    """

    target: QualifiedName = _NOWHERE
    is_import_all: bool = False
    is_recursive: bool = False
    filters: tuple[Expression, ...] = ()


class MembershipImport(Import):
    """`import P::x;`, `import P::x::**;`: one member, by its name."""

    __slots__ = ()


class NamespaceImport(Import):
    """`import P::*;`, `import P::*::**;`: all members of the namespace `target`."""

    __slots__ = ()


class Expose(Import):
    """`expose …` in a view: an import for the view's content, always `protected` and `all`."""

    __slots__ = ()


class MembershipExpose(Expose):
    """`expose P::x;`, `expose P::x::**;`."""

    __slots__ = ()


class NamespaceExpose(Expose):
    """`expose P::*;`, `expose P::*::**;`."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class AliasMember(Element):
    """`alias <s> n for P::x;`: the declared names are the alias, `target` what they stand for."""

    target: QualifiedName = _NOWHERE


@dataclass(slots=True, eq=False)
class ElementFilterMembership(Element):
    """`filter condition;` in a package or a view."""

    condition: Expression = field(default_factory=lambda: NullExpression(0, 0))


@dataclass(slots=True, eq=False)
class ResultExpressionMembership(Element):
    """The expression without `;` at the end of a calculation, constraint, case or body expression."""

    expression: Expression = field(default_factory=lambda: NullExpression(0, 0))


@dataclass(slots=True, eq=False)
class InitialNodeMember(Element):
    """`first a;` in an action: `a` comes first. The members are annotations in its body."""

    target: Reference = _NOWHERE


_MARGIN = re.compile(r"^[ \t\f]*(?:\*[ ]?)?", re.M)


@dataclass(slots=True, eq=False)
class _Text(Element):
    """A member whose content is a block comment; `raw` is that comment without `/*` and `*/`."""

    raw: str = ""

    @property
    def body(self) -> str:
        """The text as a reader means it (KerML 1.0, clause 8.2.3.3.2, note 1): the space at the
        beginning of each line is gone, with a `*` and a space after it; so are empty first and last lines.
        """
        text = self.raw.replace("\r\n", "\n").replace("\r", "\n")
        first, newline, rest = text.partition("\n")
        first = first.lstrip("*").strip(" \t\f")
        rest = _MARGIN.sub("", rest) if newline else ""
        lines = [line.rstrip() for line in rest.split("\n")]
        return "\n".join([first, *lines] if first else lines).strip("\n")


@dataclass(slots=True, eq=False)
class Comment(_Text):
    """`comment <s> n about a, b locale "en" /*…*/`, or `/*…*/` alone as a member."""

    about: tuple[QualifiedName, ...] = ()
    locale: str | None = None


@dataclass(slots=True, eq=False)
class Documentation(_Text):
    """`doc <s> n locale "en" /*…*/`: documents the element whose member it is."""

    locale: str | None = None


@dataclass(slots=True, eq=False)
class TextualRepresentation(_Text):
    """`rep n language "python" /*…*/`: the owner in another language; `raw` must not be cleaned."""

    language: str = ""


@dataclass(slots=True, eq=False)
class Dependency(Element):
    """`dependency <s> n from a, b to c, d;`."""

    clients: tuple[QualifiedName, ...] = ()
    suppliers: tuple[QualifiedName, ...] = ()
