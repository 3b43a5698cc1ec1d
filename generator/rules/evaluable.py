"""Which expressions can be evaluated on the model alone.

Conditions of filters and values in metadata are worked out before anything runs: from literals, from metadata and
from features that belong to nothing. Source: KerML 1.0, clause 8.3.4.8 (Expression: modelLevelEvaluable). Must not
know particular rules.
"""

from __future__ import annotations

from generator import ir
from generator.ir import Element, Expression, Feature, Library, Model
from generator.rules.featuring import featuring
from generator.rules.metaclasses import METACLASSES, METADATA
from generator.rules.walk import operands

__all__ = ["is_evaluable"]

_LEAVES = (
    ir.LiteralBoolean,
    ir.LiteralInteger,
    ir.LiteralRational,
    ir.LiteralString,
    ir.LiteralInfinity,
    ir.NullExpression,
    ir.MetadataAccessExpression,
    ir.TypeReference,
)
_ARITHMETIC = frozenset({"+", "-", "*", "/", "%", "**", "^", "..", ",", "#", "["})
_LOGICAL = frozenset({"not", "and", "or", "xor", "implies", "&", "|", "??", "if"})
_COMPARING = frozenset({"==", "!=", "===", "!==", "<", ">", "<=", ">="})
_CLASSIFYING = frozenset({"istype", "hastype", "@", "@@", "as", "meta"})
_FUNCTIONS = _ARITHMETIC | _LOGICAL | _COMPARING | _CLASSIFYING | {"collect", "select", "."}


def is_evaluable(model: Model, expression: Expression) -> bool:
    """Whether an expression can be evaluated on the model; one that names something unresolved counts as such."""
    return _Evaluation(model).can(expression)


class _Evaluation:
    """Follows values; `_open` are the features being followed, so that circles end."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._open: set[int] = set()

    def can(self, expression: Expression) -> bool:
        match expression:
            case ir.FeatureReferenceExpression():
                path = expression.reference.path
                return not path or self._reference(self._model.element(path[0]))
            case ir.OperatorExpression():
                known = expression.operator in _FUNCTIONS
            case ir.InvocationExpression():
                known = self._is_known(self._model.target(expression.function))
            case _:
                known = True
        return known and (
            isinstance(expression, _LEAVES) or all(self.can(each) for each in operands(expression))
        )

    def _is_known(self, function: Element | None) -> bool:
        if function is None:
            return True
        return function.library is Library.STANDARD and function.declared_name in _FUNCTIONS

    def _reference(self, target: Element) -> bool:
        if not isinstance(target, Feature):
            return True  # a type stands for itself, or is reported as having no value
        if target.id in self._open:
            return False
        owner = self._model.owner(target)
        if isinstance(owner, (*METACLASSES, *METADATA)) or target.name == "self":
            return True
        if featuring(self._model).types(target):
            return False
        if target.value is None:
            return True
        self._open.add(target.id)
        found = self.can(target.value.expression)
        self._open.discard(target.id)
        return found
