"""Symbols: the declared elements of a workspace while their names are being resolved.

A symbol knows what was declared, where, and under which names its members can be found. It must not
know how names are looked up. Symbols are private to `resolve`; the phase's result is a `Model`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator import ir
from generator.ir import ElementId, Library, Role, SpecializationKind, Visibility
from generator.source import SourceFile, Span
from generator.syntax import ast

__all__ = ["Alias", "General", "ImportDeclaration", "Symbol"]


class Symbol:
    """One declared element.

    `names` are the members by declared name, short name, alias and name taken from a redefinition;
    `derived` those by a name taken from what they refer to (`perform a.b` is called `b`).
    `generals` is None until they are resolved; `partial` are those found so far while they are being. `parameters` are the directed members in order.
    `name` is the effective name once the element is built; `base` the element that a feature `baseType` of
    semantic metadata is bound to. A symbol of a stored library has all this, but no `node`: it stands empty.
    `added` are specialisations that are written elsewhere, with the relationship that says so.
    `is_filtering` is true of a package with filters on what its imports bring in.
    `outer` is where a name that is not found here is looked for next: the owner, with few exceptions.
    """

    __slots__ = (
        "added",
        "base",
        "declared_name",
        "derived",
        "direction",
        "end",
        "generals",
        "hidden",
        "id",
        "imports",
        "is_broken",
        "is_filtering",
        "is_resolving",
        "kind",
        "library",
        "members",
        "name",
        "name_end",
        "name_start",
        "names",
        "naming",
        "node",
        "outer",
        "owner",
        "parameters",
        "partial",
        "position",
        "result",
        "role",
        "short_name",
        "source",
        "start",
        "visibility",
    )

    def __init__(
        self,
        at: int,
        kind: type[ir.Element],
        node: ast.Element,
        source: SourceFile,
        owner: Symbol | None,
        role: Role = Role.MEMBER,
    ) -> None:
        self.id = ElementId(at)
        self.kind = kind
        self.node = node
        self.source = source
        self.owner = owner
        self.outer = owner
        self.position = len(owner.members) if owner is not None else 0
        self.role = role
        self.declared_name = node.declared_name.text if node.declared_name else None
        self.short_name = node.declared_short_name.text if node.declared_short_name else None
        self.visibility = Visibility(node.visibility) if node.visibility else Visibility.PUBLIC
        self.library: Library | None = owner.library if owner else None
        self.members: list[Symbol] = []
        self.names: dict[str, Symbol | Alias] = {}
        self.derived: dict[str, Symbol] = {}
        self.hidden: frozenset[str] | None = None
        self.imports: list[ImportDeclaration] = []
        self.parameters: list[Symbol] = []
        self.naming: ast.Specialization | None = None
        self.generals: list[General] | None = None
        self.added: tuple[tuple[Symbol, ast.Specialization], ...] = ()
        self.partial: list[General] = []
        self.is_resolving = False
        self.is_broken = False
        self.is_filtering = False
        self.result: ast.Expression | None = None
        self.base: Symbol | None = None
        self.name: str | None = None
        self.direction = node.direction if isinstance(node, ast.Usage) else None
        self.start, self.end = node.start, node.end
        named = node.declared_name or node.declared_short_name or node
        self.name_start, self.name_end = named.start, named.end

    def span(self) -> Span:
        """The text of the declaration."""
        return Span(self.source, self.start, self.end)

    def name_span(self) -> Span:
        """The declared name, or the whole declaration when it has none."""
        return Span(self.source, self.name_start, self.name_end)

    def is_type(self) -> bool:
        """Whether the element can have features and generals."""
        return issubclass(self.kind, ir.Type)

    def is_feature(self) -> bool:
        """Whether the element is a usage or another feature."""
        return issubclass(self.kind, ir.Feature)

    def is_named_by_reference(self) -> bool:
        """Whether the name comes from what the element refers to (`perform a.b` is called `b`)."""
        return isinstance(self.naming, ast.ReferenceSubsetting)

    def label(self) -> str:
        """What to call the element in a message."""
        name = self.declared_name or self.short_name or self.name or provisional_name(self)
        return name or "unnamed element"

    def __repr__(self) -> str:
        return f"<Symbol {self.id} {self.kind.__name__} {self.label()}>"


def provisional_name(symbol: Symbol) -> str | None:
    """The name an unnamed element takes from its redefinition or reference, as it is written."""
    if symbol.declared_name or symbol.short_name or symbol.naming is None:
        return symbol.declared_name
    target = symbol.naming.target
    last = target.links[-1] if isinstance(target, ast.FeatureChain) else target
    return last.segments[-1].text if last.segments else None


@dataclass(slots=True, eq=False)
class Alias:
    """`alias n for P::x`: a name that stands for another element."""

    owner: Symbol
    node: ast.AliasMember
    visibility: Visibility
    target: Symbol | None = None
    is_resolving: bool = False
    is_resolved: bool = False


@dataclass(slots=True, eq=False)
class ImportDeclaration:
    """One import of a namespace; `target` is known once `is_resolved`. `name` is the last one written.

    `nested` are the namespaces that a recursive import searches, the target first. `missed_at` is how many imports
    had a target when this one was last looked for in vain.
    """

    owner: Symbol
    node: ast.Import
    name: str
    is_namespace: bool
    is_recursive: bool
    is_all: bool
    visibility: Visibility
    target: Symbol | None = None
    is_resolving: bool = False
    is_resolved: bool = False
    missed_at: int = -1
    nested: list[Symbol] = field(default_factory=list)

    @property
    def is_filtered(self) -> bool:
        """Whether conditions decide what is brought in."""
        return self.owner.is_filtering or bool(self.node.filters)


@dataclass(slots=True, eq=False)
class General:
    """One specialisation under resolution: `path` leads to the general, empty when it is unresolved."""

    kind: SpecializationKind
    path: tuple[Symbol, ...]
    node: ast.Specialization | None
    is_implied: bool = False
    is_conjugated: bool = False

    @property
    def target(self) -> Symbol | None:
        """The general type, or None when it is unresolved."""
        return self.path[-1] if self.path else None
