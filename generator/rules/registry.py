"""What a rule is, and the list of all rules.

A rule is a function from a model to findings; its docstring is its page and, through the examples in it, its
test. Must not know particular rules.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Fix, Related, Severity
from generator.ir import Model
from generator.source import Span

__all__ = ["Finding", "Rule", "all_rules", "rule"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a model breaks a rule."""

    span: Span
    message: str
    hint: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


Check = Callable[[Model], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its stable code; `page` is its documentation in Markdown."""

    code: str
    severity: Severity
    check: Check

    @property
    def page(self) -> str:
        """The docstring of the rule's function."""
        return inspect.getdoc(self.check) or ""

    def diagnostics(self, model: Model) -> Iterator[Diagnostic]:
        """What the rule says about a model."""
        for each in self.check(model):
            yield Diagnostic(
                self.code, self.severity, each.message, each.span, each.related, each.hint, each.fix
            )


_RULES: dict[str, Rule] = {}


def rule(code: str, severity: Severity = Severity.ERROR) -> Callable[[Check], Check]:
    """Register a function as the rule with a code."""

    def register(check: Check) -> Check:
        if code in _RULES:
            raise ValueError(f"there is a rule {code} already")
        _RULES[code] = Rule(code, severity, check)
        return check

    return register


def all_rules() -> tuple[Rule, ...]:
    """All rules, sorted by code."""
    return tuple(_RULES[code] for code in sorted(_RULES))
