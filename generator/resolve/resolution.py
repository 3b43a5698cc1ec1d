"""The order of resolving one workspace: imports, generals, elements.

A library is a workspace too; what it resolves to can be the base of any number of others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from generator import ir
from generator.diagnostics import Diagnostic, sort_diagnostics
from generator.ir import ElementId, ElementRecords, HeldRecords, Model, Record
from generator.resolve.annotations import Annotations
from generator.resolve.connections import Connections
from generator.resolve.declare import Declarations
from generator.resolve.depth import Depth
from generator.resolve.displacement import Displacements
from generator.resolve.elements import Elements
from generator.resolve.expressions import Expressions, reference_to
from generator.resolve.references import References, Trace
from generator.resolve.replacement import redefined_names
from generator.resolve.scopes import Scopes
from generator.resolve.specialize import Specializations
from generator.resolve.suggest import Suggestions, last_name, path_name, quoted
from generator.resolve.symbols import Alias, General, ImportDeclaration, Symbol
from generator.resolve.values import Values
from generator.resolve.written import WRITTEN_ALONE
from generator.source import SourceFile, Span
from generator.syntax import ast

__all__ = ["LibraryModel", "Resolution"]


@dataclass(frozen=True, slots=True)
class LibraryModel:
    """Resolved libraries: `symbols[i]` and `records.record(i)` are about the same element; one root per file."""

    symbols: Sequence[Symbol] = ()
    roots: tuple[Symbol, ...] = ()
    records: ElementRecords = field(default_factory=HeldRecords)


class Resolution:
    """Resolves the files that were declared to it against a library. Use once."""

    def __init__(self, library: LibraryModel) -> None:
        self.trace: Trace | None = None
        self._library = library
        self._declarations = Declarations(library.symbols, library.roots)
        self._sources: list[SourceFile] = []
        self._elements: list[ir.Element] = []
        self._imports: list[ir.Import] = []
        self._depth = Depth()
        self._by_last_name: dict[str, list[ElementId]] | None = None
        self._memberships: list[ir.Membership] = []
        self._aliases: dict[str, ElementId] = {}

    def declare(self, source: SourceFile, tree: ast.RootNamespace, *, is_library: bool) -> None:
        """Add a file to the workspace."""
        self._sources.append(source)
        self._declarations.add_file(source, tree, is_library=is_library)

    def resolve(self) -> tuple[Diagnostic, ...]:
        """Resolve everything and build the elements."""
        symbols, roots = self._declarations, self._declarations.roots
        depth = self._depth
        specializations = Specializations(depth)
        suggestions = Suggestions(
            symbols.own,
            self._library_named,
            roots,
            lambda symbol: [each.target for each in symbol.generals or () if each.target],
        )
        scopes = Scopes(
            roots,
            specializations.of,
            lambda scope, name, is_all: references.qualified(
                scope, name, is_all=is_all, report=False
            ),
            lambda declaration, symbol: annotations.admits(declaration, symbol),
            depth,
        )
        displacements = Displacements(scopes, specializations.of)
        references = References(scopes, suggestions, displacements, self.trace)
        annotations = Annotations(
            symbols.own,
            specializations.of,
            lambda scope, reference: references.resolve(scope, reference, report=False),
        )
        specializations.scopes = scopes
        specializations.references = references
        specializations.annotations = annotations
        specializations.values = Values(
            references, specializations.feature_at, specializations.library_element
        )
        self._resolve_imports(scopes, references)
        self._add_relationships(references)
        for symbol in self._own():
            depth.run(partial(specializations.of, symbol))
        expressions = Expressions(
            scopes, references, specializations, self._declarations.add_body, symbols
        )
        self._imports = [
            depth.run(partial(_import, each, expressions))
            for place in self._places()
            for each in place.imports
        ]
        elements = Elements(references, expressions, Connections(expressions, specializations))
        while len(self._elements) < len(symbols.own):
            symbol = symbols.own[len(self._elements)]
            depth.run(partial(specializations.of, symbol))
            self._elements.append(depth.run(partial(elements.build, symbol)))
        self._aliases = self._resolve_aliases(scopes, references)
        self._prepare_for_reuse(specializations)
        return sort_diagnostics(references.diagnostics())

    def _library_named(self, name: str) -> list[Symbol]:
        """The elements of the library with a name."""
        if self._by_last_name is None:
            self._by_last_name = {}
            for qualified, at in self._library.records.ids.items():
                self._by_last_name.setdefault(last_name(qualified), []).append(at)
        found = self._by_last_name.get(quoted(name), ())
        return [self._library.symbols[at] for at in found]

    # -- results ----------------------------------------------------------------------------------

    def model(self) -> Model:
        """The model of what was resolved."""
        own = self._own()
        return Model(
            self._elements,
            [tuple(member.id for member in symbol.members) for symbol in own],
            {symbol.id: _specializations(symbol) for symbol in own if symbol.generals},
            self._sources,
            self._imports,
            self._aliases,
            self._library.records,
            self._memberships,
        )

    def library(self) -> LibraryModel:
        """What was resolved as the base of other resolutions; only for a workspace without a library."""
        symbols = self._own()
        records = [
            Record(element, tuple(member.id for member in symbol.members), _specializations(symbol))
            for element, symbol in zip(self._elements, symbols, strict=True)
        ]
        ids = {each.qualified_name: each.id for each in reversed(self._elements)}
        held = HeldRecords(records, ids, self._aliases, tuple(self._sources))
        return LibraryModel(tuple(symbols), tuple(self._own_roots()), held)

    def _own(self) -> list[Symbol]:
        return self._declarations.own

    def _own_roots(self) -> list[Symbol]:
        return self._declarations.roots[len(self._library.roots) :]

    def _prepare_for_reuse(self, specializations: Specializations) -> None:
        """Work out for a library what is otherwise found from its trees on demand."""
        for symbol in self._own():
            if symbol.library is None:
                return
            redefined_names(symbol)
            if symbol.name == "baseType" and symbol.owner is not None:
                self._depth.run(partial(specializations.semantic_base, symbol.owner, symbol))

    # -- imports and aliases ----------------------------------------------------------------------

    def _places(self) -> Iterator[Symbol]:
        """The namespaces of the workspace, those of whole files first."""
        return chain(self._own_roots(), self._own())

    def _resolve_imports(self, scopes: Scopes, references: References) -> None:
        declarations = [each for place in self._places() for each in place.imports]
        run = self._depth.run
        for declaration in declarations:
            run(partial(scopes.import_target, declaration))
        for declaration in declarations:
            if run(partial(scopes.import_target, declaration)) is None:
                declaration.owner.is_broken = True
            declaration.is_resolved = True
        for declaration in declarations:
            if declaration.target is None:
                run(partial(_report_import, declaration, references))

    def _add_relationships(self, references: References) -> None:
        """Let what a relationship by itself says count for the type it is about."""
        for symbol in self._own():
            node = symbol.node
            if not isinstance(node, ast.RelationshipMember) or node.specific is None:
                continue
            scope = symbol.owner or symbol
            path = self._depth.run(partial(references.resolve, scope, node.specific, kind=ir.Type))
            written = WRITTEN_ALONE.get(node.metaclass)
            if path and written is not None and node.general is not None:
                place = node.general
                path[-1].added += ((symbol, written(place.start, place.end, place)),)

    def _resolve_aliases(self, scopes: Scopes, references: References) -> dict[str, ElementId]:
        found: dict[str, ElementId] = {}
        for alias in self._declarations.aliases:
            place, node = alias.owner, alias.node
            prefix = f"{path_name(place)}::" if place.owner is not None else ""
            target = self._depth.run(partial(scopes.dealias, alias))
            if target is None:
                self._depth.run(partial(references.qualified, place, node.target))
            for name in (node.declared_name, node.declared_short_name):
                if target is not None and name is not None:
                    found.setdefault(prefix + name.text, target.id)
            self._memberships.append(_membership(place, alias))
        return found


def _membership(place: Symbol, alias: Alias) -> ir.Membership:
    node = alias.node
    target = () if alias.target is None else (alias.target,)
    return ir.Membership(
        owner=place.id if place.id >= 0 else None,
        name=node.declared_name.text if node.declared_name else None,
        short_name=node.declared_short_name.text if node.declared_short_name else None,
        member=reference_to(place, target, node.target),
        visibility=alias.visibility,
        span=Span(place.source, node.start, node.end),
    )


def _report_import(declaration: ImportDeclaration, references: References) -> None:
    owner = declaration.owner
    was_broken, owner.is_broken = owner.is_broken, False
    is_all = declaration.is_all and not declaration.is_namespace
    try:
        references.qualified(owner, declaration.node.target, is_all=is_all)
    finally:
        owner.is_broken = was_broken


def _import(declaration: ImportDeclaration, expressions: Expressions) -> ir.Import:
    target = declaration.target
    node = declaration.node
    return ir.Import(
        importer=declaration.owner.id if declaration.owner.id >= 0 else None,
        imported=reference_to(declaration.owner, () if target is None else (target,), node.target),
        is_recursive=declaration.is_recursive,
        is_namespace=declaration.is_namespace,
        visibility="protected" if isinstance(node, ast.Expose) else node.visibility,
        span=Span(declaration.owner.source, node.start, node.end),
        is_all=declaration.is_all,
        filters=tuple(expressions.translate(each, declaration.owner) for each in node.filters),
    )


def _specializations(symbol: Symbol) -> tuple[ir.Specialization, ...]:
    return tuple(_specialization(symbol, each) for each in symbol.generals or ())


def _specialization(symbol: Symbol, general: General) -> ir.Specialization:
    if general.node is not None:
        reference = reference_to(symbol, general.path, general.node.target)
    else:
        target = general.path[-1]
        path = tuple(each.id for each in general.path)
        reference = ir.Reference(path, target.label(), symbol.span())
    return ir.Specialization(general.kind, reference, general.is_implied, general.is_conjugated)
