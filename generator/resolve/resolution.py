"""The order of resolving one workspace: imports, generals, elements."""

from __future__ import annotations

from generator import ir
from generator.diagnostics import Diagnostic, sort_diagnostics
from generator.ir import ElementId, Model
from generator.resolve.connections import Connections
from generator.resolve.declare import Declarations
from generator.resolve.elements import Elements
from generator.resolve.expressions import Expressions, reference_to
from generator.resolve.references import References
from generator.resolve.scopes import Scopes
from generator.resolve.specialize import Specializations
from generator.resolve.suggest import Suggestions, path_name
from generator.resolve.symbols import Alias, General, ImportDeclaration, Symbol
from generator.source import SourceFile, Span
from generator.syntax import ast

__all__ = ["Resolution"]


class Resolution:
    """Resolves the files that were declared to it. Use once."""

    def __init__(self) -> None:
        self._declarations = Declarations()
        self._sources: list[SourceFile] = []

    def declare(self, source: SourceFile, tree: ast.RootNamespace, *, is_library: bool) -> None:
        """Add a file to the workspace."""
        self._sources.append(source)
        self._declarations.add_file(source, tree, is_library=is_library)

    def finish(self) -> tuple[Model, tuple[Diagnostic, ...]]:
        """Resolve everything."""
        symbols, roots = self._declarations.symbols, self._declarations.roots
        specializations = Specializations()
        suggestions = Suggestions(
            symbols,
            roots,
            lambda symbol: [each.target for each in symbol.generals or () if each.target],
        )
        scopes = Scopes(
            roots,
            specializations.of,
            lambda scope, name: references.qualified(scope, name, report=False),
        )
        references = References(scopes, suggestions)
        specializations.scopes = scopes
        specializations.references = references
        imports = self._resolve_imports(scopes, references)
        for symbol in symbols:
            specializations.of(symbol)
        expressions = Expressions(
            scopes, references, specializations, self._declarations.add_body, symbols
        )
        elements = Elements(references, expressions, Connections(expressions, specializations))
        built: list[ir.Element] = []
        while len(built) < len(symbols):
            symbol = symbols[len(built)]
            specializations.of(symbol)
            built.append(elements.build(symbol))
        model = Model(
            built,
            [tuple(member.id for member in symbol.members) for symbol in symbols],
            _specializations(symbols),
            self._sources,
            imports,
            self._aliases(scopes, references),
        )
        return model, sort_diagnostics(references.diagnostics())

    # -- imports and aliases ----------------------------------------------------------------------

    def _resolve_imports(self, scopes: Scopes, references: References) -> list[ir.Import]:
        places = [*self._declarations.roots, *self._declarations.symbols]
        declarations = [each for place in places for each in place.imports]
        for declaration in declarations:
            scopes.import_target(declaration)
        for declaration in declarations:
            if scopes.import_target(declaration) is None:
                declaration.owner.is_broken = True
        for declaration in declarations:
            if declaration.target is None:
                _report_import(declaration, references)
        return [_import(each) for each in declarations]

    def _aliases(self, scopes: Scopes, references: References) -> dict[str, ElementId]:
        found: dict[str, ElementId] = {}
        for place in (*self._declarations.roots, *self._declarations.symbols):
            prefix = f"{path_name(place)}::" if place.owner is not None else ""
            for name, entry in place.names.items():
                if not isinstance(entry, Alias):
                    continue
                target = scopes.dealias(entry)
                if target is None:
                    references.qualified(place, entry.node.target)
                else:
                    found[prefix + name] = target.id
        return found


def _report_import(declaration: ImportDeclaration, references: References) -> None:
    owner = declaration.owner
    was_broken, owner.is_broken = owner.is_broken, False
    references.qualified(owner, declaration.node.target)
    owner.is_broken = was_broken


def _import(declaration: ImportDeclaration) -> ir.Import:
    target = declaration.target
    path = () if target is None else (target,)
    visibility = declaration.node.visibility
    if isinstance(declaration.node, ast.Expose):
        visibility = "protected"
    return ir.Import(
        importer=declaration.owner.id if declaration.owner.id >= 0 else None,
        imported=reference_to(declaration.owner, path, declaration.node.target),
        is_recursive=declaration.node.is_recursive,
        is_namespace=declaration.is_namespace,
        visibility=visibility,
        span=Span(declaration.owner.source, declaration.node.start, declaration.node.end),
        library=declaration.owner.library,
    )


def _specializations(symbols: list[Symbol]) -> dict[ElementId, tuple[ir.Specialization, ...]]:
    return {
        symbol.id: tuple(_specialization(symbol, each) for each in symbol.generals)
        for symbol in symbols
        if symbol.generals
    }


def _specialization(symbol: Symbol, general: General) -> ir.Specialization:
    if general.node is not None:
        reference = reference_to(symbol, general.path, general.node.target)
    else:
        target = general.path[-1]
        path = tuple(each.id for each in general.path)
        reference = ir.Reference(path, target.label(), symbol.span())
    return ir.Specialization(general.kind, reference, general.is_implied, general.is_conjugated)
