"""What a rule is, and the list of all rules.

A rule is a function from an element (or a whole model) to findings; its docstring is its page and, through the
examples in it, its test. Must not know particular rules.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from generator.diagnostics import Diagnostic, Fix, Related, Severity
from generator.ir import Element, Model, RelationshipKind, SpecializationKind, Type
from generator.rules.walk import expressions
from generator.source import Span

__all__ = ["Finding", "Rule", "all_rules", "expression_rule", "model_rule", "rule", "run_rules"]

E = TypeVar("E", bound=Element)
X = TypeVar("X")


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a model breaks a rule."""

    span: Span
    message: str
    hint: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


_Kind: TypeAlias = "SpecializationKind | RelationshipKind"
_NOTHING: frozenset[_Kind] = frozenset()
ElementCheck = Callable[[E, Model], Iterable[Finding]]
ExpressionCheck = Callable[[X, Element, Model], Iterable[Finding]]
ModelCheck = Callable[[Model], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its stable code, the name of a constraint of the specification where there is one.

    `metaclasses` are the elements it is asked about, with all below them, `expressions` the expressions; both are
    empty for a rule about whole models. Where there are `written` kinds, only types that say one of them themselves
    are asked about.
    """

    code: str
    severity: Severity
    check: Callable[..., Iterable[Finding]]
    metaclasses: tuple[type[Element], ...] = ()
    expressions: tuple[type, ...] = ()
    written: frozenset[_Kind] = frozenset()

    @property
    def page(self) -> str:
        """The docstring of the rule's function: its documentation in Markdown."""
        return inspect.getdoc(self.check) or ""

    def diagnostic(self, finding: Finding) -> Diagnostic:
        """A finding as this rule's diagnostic."""
        return Diagnostic(
            self.code,
            self.severity,
            finding.message,
            finding.span,
            finding.related,
            finding.hint,
            finding.fix,
        )


_RULES: dict[str, Rule] = {}


def rule(
    code: str,
    *metaclasses: type[E],
    severity: Severity = Severity.ERROR,
    written: Iterable[_Kind] = (),
) -> Callable[[ElementCheck[E]], ElementCheck[E]]:
    """Register a function that is asked about each of the user's elements of some metaclasses.

    `written` are kinds of specialisations and relationships of which a type has to have one that is not implied.
    """

    def register(check: ElementCheck[E]) -> ElementCheck[E]:
        _register(Rule(code, severity, check, metaclasses, written=frozenset(written)))
        return check

    return register


def expression_rule(
    code: str, *kinds: type[X], severity: Severity = Severity.ERROR
) -> Callable[[ExpressionCheck[X]], ExpressionCheck[X]]:
    """Register a function that is asked about each expression of some kinds, and the element it stands in."""

    def register(check: ExpressionCheck[X]) -> ExpressionCheck[X]:
        _register(Rule(code, severity, check, expressions=kinds))
        return check

    return register


def model_rule(
    code: str, severity: Severity = Severity.ERROR
) -> Callable[[ModelCheck], ModelCheck]:
    """Register a function that is asked once about a whole model, for what no single element shows."""

    def register(check: ModelCheck) -> ModelCheck:
        _register(Rule(code, severity, check))
        return check

    return register


def _register(found: Rule) -> None:
    if found.code in _RULES:
        raise ValueError(f"there is a rule {found.code} already")
    _RULES[found.code] = found


def all_rules() -> tuple[Rule, ...]:
    """All rules, sorted by code."""
    return tuple(_RULES[code] for code in sorted(_RULES))


def _written(element: Element, model: Model) -> frozenset[_Kind]:
    """The kinds of specialisations and relationships that somebody wrote for an element."""
    if not isinstance(element, Type):
        return _NOTHING
    found: list[_Kind] = [
        each.kind for each in model.specializations(element) if not each.is_implied
    ]
    if element.relationships:
        found += [each.kind for each in element.relationships]
    return frozenset(found) if found else _NOTHING


def _concerns(rule: Rule, metaclass: type[Element], written: frozenset[_Kind]) -> bool:
    if not issubclass(metaclass, rule.metaclasses):
        return False
    return not rule.written or not rule.written.isdisjoint(written)


def run_rules(model: Model, elements: Iterable[Element]) -> Iterator[Diagnostic]:
    """What the rules say: those about whole models first, then those about each of the elements given."""
    rules = all_rules()
    for each in rules:
        if not each.metaclasses and not each.expressions:
            yield from map(each.diagnostic, each.check(model))
    applicable: dict[tuple[type[Element], frozenset[_Kind]], tuple[Rule, ...]] = {}
    about: dict[type, tuple[Rule, ...]] = {}
    for element in elements:
        key = (type(element), _written(element, model))
        asked = applicable.get(key)
        if asked is None:
            asked = applicable[key] = tuple(each for each in rules if _concerns(each, *key))
        for each in asked:
            for finding in each.check(element, model):
                yield each.diagnostic(finding)
        for expression, place in expressions(element, model):
            kind = type(expression)
            asked = about.get(kind)
            if asked is None:
                asked = about[kind] = tuple(r for r in rules if issubclass(kind, r.expressions))
            for each in asked:
                for finding in each.check(expression, place, model):
                    yield each.diagnostic(finding)
