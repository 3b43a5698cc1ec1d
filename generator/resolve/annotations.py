"""Which metadata annotates an element, and what model-level expressions say about an annotated element.

Sources: KerML 1.0, clauses 8.3.2.4.7 (filters of imports), 8.3.4.12 (metadata) and 8.4.4.13 (semantic metadata).
Conditions are evaluated while names are being resolved, so only what annotations say is known: everything else
is `UNKNOWN`, which excludes nothing.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from typing import Final

from generator import ir
from generator.resolve.symbols import General, ImportDeclaration, Symbol
from generator.syntax import ast

__all__ = ["METADATA", "UNKNOWN", "Annotations", "is_about_others"]

UNKNOWN: Final = object()
"""The value of what cannot be evaluated; None is the empty sequence."""

_Path = tuple[Symbol, ...]
METADATA = (ir.MetadataUsage, ir.MetadataFeature)
_CLASSIFYING = frozenset({"@", "istype", "hastype", "@@"})
_COMPARISONS: dict[str, Callable[[object, object], bool]] = {
    "==": operator.eq,
    "===": operator.eq,
    "!=": operator.ne,
    "!==": operator.ne,
}


class Annotations:
    """Answers from the symbols of a workspace. `resolve` gives the path of a reference, () for none."""

    def __init__(
        self,
        symbols: Sequence[Symbol],
        generals: Callable[[Symbol], list[General]],
        resolve: Callable[[Symbol, ast.Reference], _Path],
    ) -> None:
        self._symbols = symbols
        self._generals = generals
        self._resolve = resolve
        self._elsewhere: dict[int, list[Symbol]] | None = None
        self._judging: set[int] = set()

    def of(self, symbol: Symbol) -> list[Symbol]:
        """The metadata that annotates an element: what it owns first, then what names it."""
        own = [
            each
            for each in symbol.members
            if issubclass(each.kind, METADATA) and not is_about_others(each)
        ]
        return own + self._named_elsewhere().get(symbol.id, [])

    def admits(self, declaration: ImportDeclaration, symbol: Symbol) -> bool:
        """Whether the filters of an import, and of the package it stands in, let an element through."""
        owner = declaration.owner
        conditions = list(declaration.node.filters)
        if issubclass(owner.kind, ir.Package):
            conditions += [
                each.node.condition
                for each in owner.members
                if isinstance(each.node, ast.ElementFilterMembership)
            ]
        # What a condition names is not brought in by the import that the condition is about.
        if not conditions or id(declaration) in self._judging:
            return not conditions
        self._judging.add(id(declaration))
        try:
            values = (self.evaluate(each, symbol, owner) for each in conditions)
            return all(value is UNKNOWN or value is True for value in values)
        finally:
            self._judging.discard(id(declaration))

    def _named_elsewhere(self) -> dict[int, list[Symbol]]:
        if self._elsewhere is None:
            found: dict[int, list[Symbol]] = {}
            self._elsewhere = found
            for symbol in self._symbols:
                if symbol.owner is None or not issubclass(symbol.kind, METADATA):
                    continue
                for name in _about(symbol):
                    path = self._resolve(symbol.owner, name)
                    if path:
                        found.setdefault(path[-1].id, []).append(symbol)
        return self._elsewhere

    # -- evaluation -------------------------------------------------------------------------------

    def evaluate(self, node: ast.Expression, subject: Symbol, scope: Symbol) -> object:
        """The value of an expression about an annotated element: a literal, a symbol, None or UNKNOWN."""
        match node:
            case ast.LiteralBoolean() | ast.LiteralInteger() | ast.LiteralString():
                return node.value
            case ast.LiteralRational():
                return node.value
            case ast.NullExpression():
                return None
            case ast.OperatorExpression():
                return self._operator(node, subject, scope)
            case ast.FeatureReferenceExpression():
                return self._feature(node.reference, subject, scope)
            case ast.MetadataAccessExpression():
                path = self._resolve(scope, node.reference)
                return path[-1] if path else UNKNOWN
            case ast.FeatureChainExpression(source=ast.OperatorExpression(operator="as") as cast):
                return self._of_annotation(cast, node.target, subject, scope)
            case _:
                return UNKNOWN

    def _operator(self, node: ast.OperatorExpression, subject: Symbol, scope: Symbol) -> object:
        if node.operator in _CLASSIFYING:
            return self._classified(node, subject, scope)
        if node.operator in ("meta", "as") and len(node.operands) == 2:
            return self.evaluate(node.operands[0], subject, scope)
        if node.operator == "if" and len(node.operands) == 3:
            condition = self.evaluate(node.operands[0], subject, scope)
            if condition is UNKNOWN:
                return UNKNOWN
            return self.evaluate(node.operands[1 if condition is True else 2], subject, scope)
        values = [self.evaluate(each, subject, scope) for each in node.operands]
        if len(values) == 2 and node.operator in ("<", ">", "<=", ">="):
            return _ordered(node.operator, *values)
        if node.operator in _COMPARISONS and len(values) == 2:
            return UNKNOWN if UNKNOWN in values else _COMPARISONS[node.operator](*values)
        return _combined(node.operator, values)

    def _classified(self, node: ast.OperatorExpression, subject: Symbol, scope: Symbol) -> object:
        """`@T`, or `x istype T` where x is the annotated element."""
        asked = node.operands[-1]
        if not isinstance(asked, ast.TypeReference):
            return UNKNOWN
        if len(node.operands) == 2:
            value = self.evaluate(node.operands[0], subject, scope)
            if value is UNKNOWN or not isinstance(value, Symbol):
                return UNKNOWN
            subject = value
        path = self._resolve(scope, asked.reference)
        if not path:
            return UNKNOWN
        return _is_of_metaclass(subject, path[-1]) or bool(self._annotations(subject, path[-1]))

    def _annotations(self, subject: Symbol, definition: Symbol) -> list[Symbol]:
        return [each for each in self.of(subject) if self._conforms(each, definition)]

    def _conforms(self, symbol: Symbol, general: Symbol) -> bool:
        seen = {id(symbol)}
        stack = [symbol]
        while stack:
            at = stack.pop()
            if at is general:
                return True
            for each in self._generals(at):
                if each.target is not None and id(each.target) not in seen:
                    seen.add(id(each.target))
                    stack.append(each.target)
        return False

    def _feature(self, reference: ast.Reference, subject: Symbol, scope: Symbol) -> object:
        """`Safety::isMandatory`: what the annotation says; `annotatedElement` is the element itself."""
        if str(reference).endswith("annotatedElement"):
            return subject
        path = self._resolve(scope, reference)
        if not path or path[-1].owner is None:
            return UNKNOWN
        if not issubclass(path[-1].owner.kind, ir.MetadataDefinition | ir.Metaclass):
            return UNKNOWN if path[-1].is_feature() else path[-1]
        if _reflected(path[-1].owner) is not None:
            return _reflective(path[-1], subject)
        annotations = self._annotations(subject, path[-1].owner)
        return self._value(annotations, path[-1], subject)

    def _of_annotation(
        self,
        cast: ast.OperatorExpression,
        target: ast.Reference,
        subject: Symbol,
        scope: Symbol,
    ) -> object:
        """`(as Safety).isMandatory`."""
        definition = cast.operands[-1]
        if not isinstance(definition, ast.TypeReference) or not isinstance(
            target, ast.QualifiedName
        ):
            return UNKNOWN
        path = self._resolve(scope, definition.reference)
        if not path:
            return UNKNOWN
        annotations = self._annotations(subject, path[-1])
        if not annotations:
            return None
        feature = path[-1].names.get(target.segments[-1].text)
        if not isinstance(feature, Symbol):
            return UNKNOWN
        return self._value(annotations, feature, subject)

    def _value(self, annotations: list[Symbol], feature: Symbol, subject: Symbol) -> object:
        for annotation in annotations:
            own = annotation.names.get(feature.label())
            for each in (own, feature):
                node = each.node if isinstance(each, Symbol) else None
                if isinstance(node, ast.Usage) and node.value is not None:
                    return self.evaluate(node.value.value, subject, annotation)
        return None


def is_about_others(metadata: Symbol) -> bool:
    """Whether metadata says which elements it annotates, instead of annotating its owner."""
    return bool(_about(metadata))


def _about(metadata: Symbol) -> tuple[ast.QualifiedName, ...]:
    return metadata.node.about if isinstance(metadata.node, ast.MetadataUsage) else ()


def _ordered(name: str, left: object, right: object) -> object:
    if not isinstance(left, int | float) or not isinstance(right, int | float):
        return None if None in (left, right) else UNKNOWN
    low, high = (left, right) if name[0] == "<" else (right, left)
    return low < high or (low == high and name.endswith("="))


def _combined(name: str, values: list[object]) -> object:
    """Logical operators, of which one operand may be enough to know the value."""
    if name == "not" and len(values) == 1:
        return UNKNOWN if values[0] is UNKNOWN else values[0] is not True
    if name in ("and", "&"):
        if any(value is not True and value is not UNKNOWN for value in values):
            return False
        return UNKNOWN if UNKNOWN in values else True
    if name in ("or", "|"):
        if any(value is True for value in values):
            return True
        return UNKNOWN if UNKNOWN in values else False
    if UNKNOWN in values or len(values) != 2:
        return UNKNOWN
    if name == "xor":
        return (values[0] is True) != (values[1] is True)
    if name == "implies":
        return values[0] is not True or values[1] is True
    return UNKNOWN


def _is_of_metaclass(subject: Symbol, metaclass: Symbol) -> bool:
    """Whether the element is one of the metaclass that a library's element reflects (`@SysML::PartUsage`)."""
    kind = _reflected(metaclass)
    return kind is not None and issubclass(subject.kind, kind)


def _reflected(metaclass: Symbol) -> type[ir.Element] | None:
    if metaclass.library is None or metaclass.declared_name is None:
        return None
    kind = getattr(ir, metaclass.declared_name, None)
    return kind if isinstance(kind, type) and issubclass(kind, ir.Element) else None


def _reflective(feature: Symbol, subject: Symbol) -> object:
    """`Element::name`, `Type::isAbstract`: what the metaclass says about the element itself."""
    if feature.owner is None or not _is_of_metaclass(subject, feature.owner):
        return None
    name = feature.declared_name or ""
    if name in ("name", "declaredName"):
        return subject.declared_name
    if name in ("shortName", "declaredShortName"):
        return subject.short_name
    if name == "direction":
        return subject.direction
    written = "is_" + name.removeprefix("is").lower()
    return getattr(subject.node, written, UNKNOWN) if name.startswith("is") else UNKNOWN
