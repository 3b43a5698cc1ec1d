"""Generals of types: what is written, and what the specification adds.

Sources: KerML 1.0, clauses 8.3.3 and 8.4; SysML 2.0, clause 8.4. Written specialisations come first, then
redefinitions by position, then those that semantic metadata, variations and metaclasses imply.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.ir import Role, SpecializationKind
from generator.resolve.annotations import METADATA, Annotations, is_about_others
from generator.resolve.depth import Depth, PostponedError
from generator.resolve.implied import ImpliedFeatures
from generator.resolve.kinds import (
    BEHAVIOURAL,
    base_names,
    binary_base_name,
    definition_kind_of,
    kind_like,
)
from generator.resolve.references import Path, References
from generator.resolve.scopes import Scopes, blocker
from generator.resolve.symbols import General, Symbol
from generator.resolve.values import Values
from generator.resolve.written import (
    WANTED_KINDS,
    WRITTEN_KINDS,
    is_seen_from_outside,
    writes_redefinition,
    written_specializations,
)
from generator.syntax import ast

__all__ = ["Specializations"]

_NO_CROSS = (*METADATA, ir.MultiplicityRange)
_SINGULAR_ROLES = frozenset({Role.OBJECTIVE, Role.RETURN})
_COUNTED_ROLES = frozenset({Role.END, Role.SUBJECT})


class Specializations:
    """Resolves the generals of each type once, on demand."""

    scopes: Scopes
    references: References
    annotations: Annotations
    values: Values

    def __init__(self, depth: Depth) -> None:
        self.depth = depth
        self._outermost: Symbol | None = None
        self.implied = ImpliedFeatures(self.of, self.library_element)
        self._bases: dict[type[ir.Element], Symbol | None] = {}
        self._leading: dict[int, set[int]] = {}
        self._alike: dict[tuple[int, Role], list[Symbol]] = {}
        self._positions: dict[tuple[int, Role], dict[int, int]] = {}

    def of(self, symbol: Symbol) -> list[General]:
        """The generals of a type; those known so far while it is being resolved."""
        if symbol.generals is not None:
            return symbol.generals
        if symbol.is_resolving:
            self.scopes.interruptions += 1
            return symbol.partial
        is_outermost = self._outermost is None
        self.depth.enter(id(symbol), lambda: self.of(symbol), blocker(symbol))
        if is_outermost:
            self._outermost = symbol
        symbol.is_resolving = True
        try:
            return self._find(symbol, is_outermost)
        finally:
            symbol.is_resolving = False
            if is_outermost:
                self._outermost = None
            self.depth.leave()

    def _find(self, symbol: Symbol, is_outermost: bool) -> list[General]:
        before = self.scopes.interruptions
        found = self._written(symbol, report=False)
        missing = any(not each.path for each in found)
        if not missing or is_outermost or before == self.scopes.interruptions:
            if missing:
                found = self._written(symbol, report=True)
                symbol.is_broken = symbol.is_broken or any(not each.path for each in found)
            symbol.generals = found
            try:
                self._add_implied(symbol, found)
            except PostponedError:
                symbol.generals = None
                raise
        return found

    # -- written ----------------------------------------------------------------------------------

    def _written(self, symbol: Symbol, *, report: bool) -> list[General]:
        if symbol.owner is None:
            return []
        found = symbol.partial = []
        for place, each in written_specializations(symbol):
            kind = WRITTEN_KINDS.get(type(each))
            if kind is None:
                continue
            if place is not symbol:
                path = self.references.resolve(place.owner or place, each.target, report=report)
            else:
                path = self._target(symbol, each, report=report)
            conjugated = isinstance(each, ast.FeatureTyping) and each.is_conjugated
            found.append(General(kind, path, each, is_conjugated=conjugated))
        return found

    def _target(self, symbol: Symbol, node: ast.Specialization, *, report: bool) -> Path:
        scope = owner = symbol.owner or symbol
        if scope.owner is not None and is_seen_from_outside(symbol, node):
            scope = scope.owner
        if not isinstance(node, ast.Redefinition):
            kind = WANTED_KINDS.get(type(node), ir.Type)
            if kind is ir.Classifier and not issubclass(symbol.kind, ir.Classifier):
                kind = ir.Type
            return self.references.resolve(scope, node.target, but=symbol, kind=kind, report=report)
        target = node.target
        head = target.links[0] if isinstance(target, ast.FeatureChain) else target
        first = None
        if head.segments and not head.is_global:
            first = self._redefinable(symbol, owner, head.segments[0].text)
        if first is None and report and head is target and len(head.segments) == 1:
            self.references.no_inherited(owner, head.segments[0])
            return ()
        return self.references.resolve(
            scope, target, but=symbol, first=first, kind=ir.Feature, report=report
        )

    def _redefinable(self, symbol: Symbol, owner: Symbol, name: str) -> Symbol | None:
        """What a redefinition may mean by a name: what the owner inherits, before what is known around it."""
        found = self.scopes.inherited(owner, name, hide=False)
        if found is None:
            # The implied base is inherited from besides what is written, however that redefines it.
            base = self._binary_base(owner)
            found = None if base is None else self.scopes.inheritable(base, name)
        if found is None:
            # What the owner has itself is not meant: it would redefine a neighbour.
            start = owner.outer if owner.is_type() and owner.outer is not None else owner
            found = self.scopes.lookup(start, name, symbol)
        return found

    # -- implied ----------------------------------------------------------------------------------

    def _add_implied(self, symbol: Symbol, found: list[General]) -> None:
        from_value: list[General] = []
        # A variant has the type of its variation, whatever its value is (`enum def E :> Real { a = 1.0; }`).
        is_plain = not found and symbol.role is not Role.VARIANT
        if is_plain and isinstance(symbol.node, ast.Usage):
            from_value = list(self._from_value(symbol, symbol.node))
            found.extend(from_value)
        for general in self._implied(symbol):
            if all(general.target is not each.target for each in found):
                found.append(general)
        if not from_value:
            for feature in self.implied.missing(symbol, found):
                found.append(_implied(SpecializationKind.SUBSETTING, feature))
        if not from_value and self._wants_base(symbol, found):
            base = self._base(symbol.kind)
            if base is not None and base is not symbol:
                found.append(_implied(_kind_between(symbol, base), base))
        binary = self._binary_base(symbol)
        if binary is not None and not self._leads_to(symbol, binary):
            found.append(_implied(_kind_between(symbol, binary), binary))
        self.implied.close(symbol, found)

    def _binary_base(self, symbol: Symbol) -> Symbol | None:
        name = binary_base_name(symbol.kind)
        if name is None or len(self._with_role(symbol, Role.END)) != 2:
            return None
        return self.library_element(name)

    def _leads_to(self, symbol: Symbol, general: Symbol) -> bool:
        """Whether a type that is about to be made to specialise another one does so already."""
        leading = self._leading.setdefault(id(general), {id(general)})
        seen = {id(symbol)}
        stack = [symbol]
        found = False
        while stack and not found:
            at = stack.pop()
            found = id(at) in leading
            for each in () if found else self.of(at):
                if each.target is not None and id(each.target) not in seen:
                    seen.add(id(each.target))
                    stack.append(each.target)
        leading.add(id(symbol))
        return found

    def _implied(self, symbol: Symbol) -> Iterator[General]:
        owner = symbol.owner
        if owner is None:
            return
        yield from self._from_keywords(symbol)
        if symbol.role is Role.VARIANT and owner.is_type():
            kind = (
                SpecializationKind.SUBSETTING if owner.is_feature() else SpecializationKind.TYPING
            )
            yield _implied(kind, owner)
        if symbol.is_feature() and owner.is_type():
            # What redefines one of them explicitly means those of the same name, too.
            is_free = not writes_redefinition(symbol)
            for inherited in self._counterparts(symbol, owner):
                if is_free or inherited.label() == symbol.label():
                    yield _implied(SpecializationKind.REDEFINITION, inherited)
        if owner.role is Role.END and owned_cross_feature(owner) is symbol:
            for end in self._redefined_ends(owner):
                crossed = owned_cross_feature(end)
                if crossed is not None:
                    yield _implied(SpecializationKind.SUBSETTING, crossed)

    def _redefined_ends(self, end: Symbol) -> list[Symbol]:
        if not writes_redefinition(end):
            return [] if end.owner is None else list(self._counterparts(end, end.owner))
        kind = SpecializationKind.REDEFINITION
        targets = [each.target for each in self.of(end) if each.kind is kind]
        return [each for each in targets if each is not None]

    def _counterparts(self, symbol: Symbol, owner: Symbol) -> Iterator[Symbol]:
        """What a parameter, result, subject, objective or end redefines by its position."""
        if symbol.role in _SINGULAR_ROLES:
            position = 0
        elif symbol.role in _COUNTED_ROLES or symbol.role is Role.PARAMETER:
            position = self._position(symbol, owner)
        else:
            return
        for general in self.of(owner):
            target = general.target
            if target is None or target is owner:
                continue
            at = self.feature_at(target, symbol.role, position)
            if at is not None and at is not symbol:
                yield at

    def _position(self, symbol: Symbol, owner: Symbol) -> int:
        key = (id(owner), symbol.role)
        if key not in self._positions:
            alike = self._with_role(owner, symbol.role)
            self._positions[key] = {id(each): at for at, each in enumerate(alike)}
        return self._positions[key][id(symbol)]

    def _with_role(self, owner: Symbol, role: Role) -> list[Symbol]:
        """The members of a role in their order; as parameters count those of behaviours."""
        if role is Role.PARAMETER:
            return owner.parameters if issubclass(owner.kind, BEHAVIOURAL) else []
        key = (id(owner), role)
        if key not in self._alike:
            self._alike[key] = [each for each in owner.members if each.role is role]
        return self._alike[key]

    def feature_at(self, type_: Symbol, role: Role, position: int) -> Symbol | None:
        """The feature of a role that a type owns or inherits at a position."""
        seen: set[int] = set()
        stack = [type_]
        while stack:
            at = stack.pop()
            if id(at) in seen:
                continue
            seen.add(id(at))
            own = self._with_role(at, role)
            if position < len(own):
                return own[position]
            targets = [general.target for general in self.of(at)]
            stack.extend(each for each in reversed(targets) if each is not None)
        return None

    def _from_keywords(self, symbol: Symbol) -> Iterator[General]:
        """The base types that user-defined keywords (semantic metadata) give an element."""
        for member in symbol.members:
            if not issubclass(member.kind, METADATA) or is_about_others(member):
                continue
            for general in self.of(member):
                base = self.semantic_base(general.target, symbol)
                if base is None:
                    continue
                if symbol.kind in (ir.Definition, ir.Usage):
                    symbol.kind = kind_like(symbol.kind, base.kind)
                if base.is_feature() and not symbol.is_feature():
                    for each in self.of(base):
                        if each.kind is SpecializationKind.TYPING and each.target is not None:
                            yield _implied(SpecializationKind.SUBCLASSIFICATION, each.target)
                else:
                    yield _implied(_kind_between(symbol, base), base)

    def _from_value(self, symbol: Symbol, node: ast.Usage) -> Iterator[General]:
        """What a feature without any written specialisation takes from the value it is bound to."""
        if node.value is None or node.value.is_initial or symbol.owner is None:
            return
        path = self.values.path(node.value.value, symbol.owner, symbol)
        if path and path[-1] is not symbol and path[-1].is_type():
            yield General(_kind_between(symbol, path[-1]), path, None, is_implied=True)

    def semantic_base(self, definition: Symbol | None, annotated: Symbol) -> Symbol | None:
        """The element bound to `baseType` by a metadata definition, if it is semantic metadata."""
        if definition is None:
            return None
        feature = self.scopes.any_member(definition, "baseType")
        if feature is None or feature.owner is None:
            return None
        value = feature.node.value if isinstance(feature.node, ast.Usage) else None
        if feature.base is not None or value is None:
            return feature.base
        found = self._bound_element(feature, feature.owner, value.value, annotated)
        if not _is_conditional(value.value):
            feature.base = found
        return found

    def _bound_element(
        self, feature: Symbol, owner: Symbol, value: ast.Expression, annotated: Symbol
    ) -> Symbol | None:
        while isinstance(value, ast.OperatorExpression) and value.operands:
            if _is_conditional(value):
                holds = self.annotations.evaluate(value.operands[0], annotated, owner)
                value = value.operands[1 if holds is True else 2]
            else:
                value = value.operands[0]
        if isinstance(value, ast.MetadataAccessExpression | ast.FeatureReferenceExpression):
            path = self.references.resolve(owner, value.reference, but=feature, report=False)
            return path[-1] if path else None
        return None

    # -- bases ------------------------------------------------------------------------------------

    def _wants_base(self, symbol: Symbol, found: list[General]) -> bool:
        """Whether nothing written leads to the base type of the element's metaclass already."""
        if symbol.is_feature():
            wanted: type[ir.Element] | None = definition_kind_of(symbol.kind)
            if symbol.kind in (ir.ReferenceUsage, ir.Feature):
                return not found
        else:
            wanted = symbol.kind
        for general in found:
            target = general.target
            if target is None:
                continue
            if issubclass(target.kind, symbol.kind) or (
                wanted is not None and issubclass(target.kind, wanted)
            ):
                return False
        return True

    def _base(self, kind: type[ir.Element]) -> Symbol | None:
        if kind not in self._bases:
            self._bases[kind] = next(
                (
                    found
                    for found in (self.library_element(name) for name in base_names(kind))
                    if found is not None
                ),
                None,
            )
        return self._bases[kind]

    def library_element(self, qualified_name: str) -> Symbol | None:
        """The library element with a qualified name, or None when the library does not have it."""
        head, *rest = qualified_name.split("::")
        at = self.scopes.library_root(head)
        for name in rest:
            if at is None:
                return None
            entry = at.names.get(name)
            at = None if entry is None else self.scopes.dealias(entry)
        return at


def _implied(kind: SpecializationKind, target: Symbol) -> General:
    return General(kind, (target,), None, is_implied=True)


def owned_cross_feature(end: Symbol) -> Symbol | None:
    """The feature an end owns, not as a feature of its own, but to say how it is crossed (KerML 8.3.3.3.4)."""
    for each in end.members:
        if each.role is Role.MEMBER and each.is_feature() and not issubclass(each.kind, _NO_CROSS):
            return each
    return None


def _is_conditional(value: ast.Expression) -> bool:
    return (
        isinstance(value, ast.OperatorExpression)
        and value.operator == "if"
        and len(value.operands) == 3
    )


def _kind_between(symbol: Symbol, general: Symbol) -> SpecializationKind:
    if not symbol.is_feature():
        return SpecializationKind.SUBCLASSIFICATION
    return SpecializationKind.SUBSETTING if general.is_feature() else SpecializationKind.TYPING
