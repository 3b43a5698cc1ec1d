"""Names the second implementation of SysML v2 is known not to find, told by what they are in our own graph.

Each limit has a minimal standard model in `tests/quorum/limits`, and a test that fails when a new version of that
implementation finds the name: then the limit goes. Nothing is excused by its spelling. Must not know reviewers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from generator.ir import (
    AssignmentActionUsage,
    Element,
    ElementId,
    Expression,
    Feature,
    FeatureChainExpression,
    FeatureReferenceExpression,
    InvocationExpression,
    Library,
    Model,
    OperatorExpression,
    Reference,
    Role,
    SelectExpression,
    expressions_of,
    references_of,
)
from generator.ir import ConstructorExpression as Constructor

__all__ = ["Limit", "known_limits"]

_PART = re.compile(r"'(?:\\.|[^'\\])*'|[^.]|\.")


class Limit(StrEnum):
    """What the second implementation does not do, and the clause that asks for it."""

    LOOP_VARIABLE = (
        "does not know the variable of a `for` loop nor what is read from it"
        " (SysML 2.0, 8.3.17, ForLoopActionUsage::loopVariable)"
    )
    RESULT = (
        "does not know the features of what an expression gives"
        " (KerML 1.0, 8.4.4.9, the result of an expression has the type of its function)"
    )
    VALUE = (
        "does not give a feature without a type the type of its value"
        " (KerML 1.0, 8.4.4.11, checkFeatureValuationSpecialization)"
    )


def known_limits(model: Model) -> dict[tuple[str, str], list[Limit]]:
    """The limits behind names of the user's elements, one for each place where a name stands.

    The key is the qualified name of the element the name stands in, unnamed owners passed over, and the name as
    it is read by the second implementation.
    """
    graph = _Graph(model)
    found: dict[tuple[str, str], list[Limit]] = {}
    for element in model.user_elements:
        for name, limit in graph.names(element):
            found.setdefault((graph.place(element), name), []).append(limit)
    return found


class _Graph:
    """Answers, for the names of a model, behind which limit they stand."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._open: set[ElementId] = set()

    def place(self, element: Element) -> str:
        """The declared names of an element and its owners, outermost first."""
        names = [each.declared_name for each in (element, *self._model.owners(element))]
        return "::".join(reversed([each for each in names if each]))

    def names(self, element: Element) -> Iterator[tuple[str, Limit]]:
        """The names an element refers by that stand behind a limit, with it."""
        sources = {
            id(each.reference): each.source
            for each in expressions_of(element)
            if isinstance(each, FeatureChainExpression)
        }
        if isinstance(element, AssignmentActionUsage) and element.target_source is not None:
            sources[id(element.target)] = element.target_source
        written = [
            each.reference for each in self._model.specializations(element) if not each.is_implied
        ]
        for reference in (*references_of(element), *written):
            source = sources.get(id(reference))
            names = _names(reference)
            before = None if source is None else self._of_expression(source)
            limits = list(self._along(reference, before))[: len(names)]
            yield from ((n, each) for n, each in zip(names, limits, strict=False) if each)

    def _along(self, reference: Reference, limit: Limit | None) -> Iterator[Limit | None]:
        """The limit behind each name of a chain, and at last behind what is read from the whole."""
        for each in self._model.path(reference):
            if each.role is Role.LOOP_VARIABLE:
                limit = Limit.LOOP_VARIABLE
            yield limit
            limit = limit or self._of_feature(each)
        yield limit

    def _of_feature(self, feature: Element) -> Limit | None:
        """The limit behind what is read from a feature that has its type from its value alone."""
        if not isinstance(feature, Feature) or feature.value is None or feature.direction:
            return None
        if not all(each.is_implied for each in self._model.specializations(feature)):
            return None
        if feature.id in self._open:
            return None
        self._open.add(feature.id)
        try:
            return Limit.VALUE if self._is_typed(feature.value.expression) else None
        finally:
            self._open.discard(feature.id)

    def _of_expression(self, source: Expression) -> Limit | None:
        """The limit behind what is read from the value of an expression.

        None as well where the standard itself knows no more of the value than that it is anything: then the
        second implementation is right.
        """
        match source:
            case FeatureReferenceExpression():
                return list(self._along(source.reference, None))[-1]
            case FeatureChainExpression():
                return list(self._along(source.reference, self._of_expression(source.source)))[-1]
            case Constructor():
                return Limit.RESULT
            case InvocationExpression():
                function = self._model.target(source.function)
                is_ours = function is not None and function.library is not Library.STANDARD
                return Limit.RESULT if is_ours and self._model.inference.of(source).types else None
            case OperatorExpression(operator="#") | SelectExpression():
                from_ = (
                    source.source if isinstance(source, SelectExpression) else source.operands[0]
                )
                return Limit.RESULT if self._is_typed(from_) else None
        return None

    def _is_typed(self, expression: Expression) -> bool:
        """Whether the standard says more of a value than that it is anything."""
        match expression:
            case FeatureReferenceExpression() | FeatureChainExpression():
                return True
            case OperatorExpression(operator="as"):
                return True
        return self._of_expression(expression) is not None


def _names(reference: Reference) -> list[str]:
    """The names of a chain between its dots, without quotes; none when that does not fit its path."""
    parts = [""]
    for piece in _PART.findall(reference.text):
        if piece == ".":
            parts.append("")
        else:
            parts[-1] += piece.strip("'") if piece.startswith("'") else piece.strip()
    return parts if len(parts) == len(reference.path) else []
