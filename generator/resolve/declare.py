"""From syntax trees to symbols: what is declared where, under which names.

Walks trees without recursion. Must not look any name up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator import ir
from generator.ir import Library, Role, Visibility
from generator.resolve.kinds import (
    BEHAVIOURAL,
    EndFeature,
    PrefixAnnotation,
    element_kind,
    member_role,
)
from generator.resolve.symbols import Alias, ImportDeclaration, Symbol, provisional_name
from generator.source import SourceFile
from generator.syntax import ast

__all__ = ["Declarations"]

_REFERRING = (
    ir.PerformActionUsage,
    ir.ExhibitStateUsage,
    ir.EventOccurrenceUsage,
    ir.IncludeUseCaseUsage,
    ir.AssertConstraintUsage,
    ir.SatisfyRequirementUsage,
)
_REFERRING_ROLES = frozenset(
    {
        Role.VARIANT,
        Role.ASSUME,
        Role.REQUIRE,
        Role.FRAME,
        Role.VERIFY,
        Role.RENDER,
        Role.ENTRY,
        Role.DO,
        Role.EXIT,
        Role.EFFECT,
    }
)


class Declarations:
    """All symbols of a workspace in source order, and one root symbol per file.

    Those of the library it is based on come first; they are not looked at.
    """

    def __init__(self, symbols: Sequence[Symbol] = (), roots: Sequence[Symbol] = ()) -> None:
        self._library = symbols
        self._count = len(symbols)
        self.own: list[Symbol] = []
        self.roots: list[Symbol] = list(roots)
        self.aliases: list[Alias] = []

    def __len__(self) -> int:
        return self._count + len(self.own)

    def __getitem__(self, at: int) -> Symbol:
        return self._library[at] if at < self._count else self.own[at - self._count]

    def __iter__(self) -> Iterator[Symbol]:
        yield from self._library
        yield from self.own

    def add_file(self, source: SourceFile, tree: ast.RootNamespace, *, is_library: bool) -> None:
        """Declare everything in a file."""
        root = Symbol(-1, ir.Namespace, tree, source, None)
        if is_library:
            standard = any(
                isinstance(each, ast.LibraryPackage) and each.is_standard for each in tree.members
            )
            root.library = Library.STANDARD if standard else Library.DOMAIN
        self.roots.append(root)
        self._declare_below([root])

    def add_body(self, body: ast.BodyExpression, owner: Symbol, scope: Symbol) -> Symbol:
        """Declare the expression element of `{in x; …}` with its parameters."""
        node = ast.Usage(body.start, body.end, members=body.members)
        symbol = self._declare(node, ir.ExpressionFeature, owner, Role.MEMBER)
        symbol.outer = scope
        self._declare_below([symbol])
        return symbol

    def _declare_below(self, stack: list[Symbol]) -> None:
        while stack:
            owner = stack.pop()
            if owner.owner is not None:
                self._number(owner)
            before = len(owner.members)
            for node, role in _parts(owner):
                self._declare_member(owner, node, role)
            stack.extend(reversed(owner.members[before:]))

    def _number(self, symbol: Symbol) -> None:
        symbol.id = ir.ElementId(len(self))
        self.own.append(symbol)

    def _declare_member(self, owner: Symbol, node: ast.Element, role: Role | None) -> None:
        if isinstance(node, ast.Import):
            self._declare_import(owner, node)
        elif isinstance(node, ast.AliasMember):
            self.aliases.append(_declare_alias(owner, node))
        elif isinstance(node, ast.ResultExpressionMembership):
            owner.result = node.expression
        elif isinstance(node, ast.MalformedElement):
            owner.is_broken = True
        else:
            kind = _kind(owner, node)
            if kind is None:
                return
            if isinstance(node, ast.ElementFilterMembership) and issubclass(owner.kind, ir.Package):
                owner.is_filtering = True
            self._declare(
                node,
                kind,
                owner,
                role or member_role(node, kind, owner.kind if owner.id >= 0 else None),
            )

    def _declare_import(self, owner: Symbol, node: ast.Import) -> None:
        visibility = Visibility(node.visibility) if node.visibility else Visibility.PRIVATE
        is_namespace = isinstance(node, ast.NamespaceImport | ast.NamespaceExpose)
        owner.imports.append(
            ImportDeclaration(
                owner,
                node,
                name=node.target.segments[-1].text if node.target.segments else "",
                is_namespace=is_namespace,
                is_recursive=node.is_recursive,
                is_all=node.is_import_all or isinstance(node, ast.Expose),
                visibility=visibility,
            )
        )

    def _declare(
        self, node: ast.Element, kind: type[ir.Element], owner: Symbol, role: Role
    ) -> Symbol:
        symbol = Symbol(0, kind, node, owner.source, owner, role)
        owner.members.append(symbol)
        if isinstance(node, ast.Type):
            symbol.naming = _naming(symbol, node)
        _register(owner, symbol)
        if (
            isinstance(node, ast.Usage)
            and node.direction
            and role is not Role.RETURN
            and issubclass(owner.kind, BEHAVIOURAL)
        ):
            owner.parameters.append(symbol)
        return symbol


def _register(owner: Symbol, symbol: Symbol) -> None:
    if symbol.declared_name is not None:
        owner.names.setdefault(symbol.declared_name, symbol)
    if symbol.short_name is not None:
        owner.names.setdefault(symbol.short_name, symbol)
    if symbol.naming is not None:
        name = provisional_name(symbol)
        if name is not None and isinstance(symbol.naming, ast.Redefinition):
            owner.names.setdefault(name, symbol)
        elif name is not None:
            owner.derived.setdefault(name, symbol)
    if symbol.role is Role.PAYLOAD and owner.role is Role.TRIGGER:
        _register_payload(owner.owner, symbol)


def _register_payload(transition: Symbol | None, payload: Symbol) -> None:
    """What a transition accepts can be named in its guard and effect (SysML 2.0, 8.4.12.3)."""
    if transition is not None and payload.declared_name is not None:
        transition.names.setdefault(payload.declared_name, payload)


def _naming(symbol: Symbol, node: ast.Type) -> ast.Specialization | None:
    if symbol.declared_name is not None or symbol.short_name is not None:
        return None
    for each in node.specializations:
        if isinstance(each, ast.Redefinition):
            return each
    if not (issubclass(symbol.kind, _REFERRING) or symbol.role in _REFERRING_ROLES):
        return None
    for each in node.specializations:
        if isinstance(each, ast.ReferenceSubsetting):
            return each
    return None


def _declare_alias(owner: Symbol, node: ast.AliasMember) -> Alias:
    visibility = Visibility(node.visibility) if node.visibility else Visibility.PUBLIC
    alias = Alias(owner, node, visibility)
    for name in (node.declared_name, node.declared_short_name):
        if name is not None:
            owner.names.setdefault(name.text, alias)
    return alias


def _kind(owner: Symbol, node: ast.Element) -> type[ir.Element] | None:
    if isinstance(node, ast.TransitionUsage):
        in_state = issubclass(owner.kind, ir.StateDefinition | ir.StateUsage)
        is_plain = node.accepter is None and node.effect is None
        if is_plain and (node.is_else or node.is_succession or not in_state):
            return ir.SuccessionAsUsage
    if isinstance(node, EndFeature) and issubclass(owner.kind, ir.InterfaceUsage):
        return ir.PortUsage
    return element_kind(type(node))


def _parts(owner: Symbol) -> Iterator[tuple[ast.Element, Role | None]]:
    """What an element owns, with the role where the notation fixes it, in the order of the text."""
    node = owner.node
    for prefix in node.prefix_metadata:
        yield (
            PrefixAnnotation(
                prefix.start,
                prefix.end,
                specializations=(ast.FeatureTyping(prefix.start, prefix.end, prefix.type),),
            ),
            Role.MEMBER,
        )
    if isinstance(node, ast.Usage) and node.cross_feature is not None:
        yield node.cross_feature, Role.MEMBER
    match node:
        case ast.AcceptActionUsage(payload=ast.ReferenceUsage() as payload):
            yield payload, Role.PAYLOAD
        case ast.TransitionUsage():
            if node.accepter is not None:
                yield node.accepter, Role.TRIGGER
            if node.effect is not None:
                yield node.effect, Role.EFFECT
        case ast.IfActionUsage():
            if node.then is not None:
                yield node.then, Role.THEN
            if node.otherwise is not None:
                yield node.otherwise, Role.ELSE
        case ast.WhileLoopActionUsage(body=ast.ActionUsage() as body):
            yield body, Role.BODY
        case ast.ForLoopActionUsage():
            if node.variable is not None:
                yield node.variable, Role.LOOP_VARIABLE
            if node.body is not None:
                yield node.body, Role.BODY
        case ast.FlowUsage(payload=ast.PayloadFeature() as carried) | ast.Flow(
            payload=ast.PayloadFeature() as carried
        ):
            yield carried, Role.PAYLOAD
        case ast.ConnectionUsage() | ast.BindingConnectorAsUsage() | ast.Connector():
            if any(end.declared_name is not None for end in node.ends):
                yield from ((_end_feature(end), Role.END) for end in node.ends)
    for member in node.members:
        yield member, None


def _end_feature(end: ast.ConnectorEnd) -> EndFeature:
    referenced: tuple[ast.Specialization, ...] = ()
    if end.reference is not None:
        place = end.reference
        referenced = (ast.ReferenceSubsetting(place.start, place.end, place),)
    return EndFeature(
        end.start,
        end.end,
        declared_name=end.declared_name,
        specializations=referenced,
        multiplicity=end.multiplicity,
        is_end=True,
    )
