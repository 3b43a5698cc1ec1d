"""What the value of an expression is, as far as names depend on it: a feature without a type has that of its value.

Source: KerML 1.0, clause 8.4.4.11 (a bound feature subsets the result of its value). Works on expressions as they
are written, while names are being resolved, and reports nothing. Must not know how elements are built.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.ir import Role
from generator.resolve.references import Path, References
from generator.resolve.symbols import Symbol
from generator.syntax import ast

__all__ = ["Values"]

_LITERALS: dict[type[ast.Expression], str] = {
    ast.LiteralBoolean: "ScalarValues::Boolean",
    ast.LiteralInteger: "ScalarValues::Integer",
    ast.LiteralRational: "ScalarValues::Rational",
    ast.LiteralString: "ScalarValues::String",
}
# Operators whose value is that of one of their operands, by the position of the operand.
_PASSING = {"#": 0, "??": 0, ",": 0, "if": 1}


class Values:
    """Finds what a value is typed by or the same as. `library_element` finds elements of the libraries."""

    def __init__(
        self,
        references: References,
        feature_at: Callable[[Symbol, Role, int], Symbol | None],
        library_element: Callable[[str], Symbol | None],
    ) -> None:
        self._references = references
        self._feature_at = feature_at
        self._library_element = library_element

    def path(self, node: ast.Expression, scope: Symbol, but: Symbol) -> Path:
        """The path to the feature or type that says what the value is, () when nothing is known.

        `but` is the feature the value belongs to: a name in it means another one.
        """
        links: list[ast.QualifiedName] = []
        at: ast.Expression | None = node
        while at is not None:
            if isinstance(at, ast.FeatureChainExpression):
                target = at.target
                links[:0] = target.links if isinstance(target, ast.FeatureChain) else (target,)
                at = at.source
            elif isinstance(at, ast.SelectExpression):
                at = at.source
            elif isinstance(at, ast.OperatorExpression) and at.operator in _PASSING:
                at = at.operands[_PASSING[at.operator]] if at.operands else None
            else:
                break
        start = () if at is None else self._start(at, scope, but)
        if not start or not links:
            return start
        along = self._references.along(start[-1], links, scope, report=False)
        return (*start[:-1], *along) if along else ()

    def _start(self, node: ast.Expression, scope: Symbol, but: Symbol) -> Path:
        resolve = self._references.resolve
        match node:
            case ast.FeatureReferenceExpression():
                return resolve(scope, node.reference, but=but, outward=True, report=False)
            case ast.ConstructorExpression():
                return resolve(scope, node.type, report=False)
            case ast.OperatorExpression(operator="as" | "meta" | "all", operands=operands):
                last = operands[-1]
                if isinstance(last, ast.TypeReference):
                    return resolve(scope, last.reference, report=False)
            case ast.InvocationExpression():
                function = resolve(scope, node.function, but=but, outward=True, report=False)
                if function and function[-1].library is None:
                    result = self._feature_at(function[-1], Role.RETURN, 0)
                    return () if result is None else (result,)
            case _:
                found = self._literal(node)
                return () if found is None else (found,)
        return ()

    def _literal(self, node: ast.Expression) -> Symbol | None:
        name = _LITERALS.get(type(node))
        return None if name is None else self._library_element(name)
