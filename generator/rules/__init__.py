"""Validation of resolved models: one function per rule, each with its page and test in its docstring.

`check` applies all rules. A rule never speaks about elements of a library, and never about what could not be
resolved: that was reported already. Must not know syntax trees.
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic, sort_diagnostics
from generator.ir import Model
from generator.rules import connections, features, namespaces, types
from generator.rules.registry import Finding, Rule, all_rules, run_rules

__all__ = [
    "Finding",
    "Rule",
    "all_rules",
    "check",
    "connections",
    "features",
    "namespaces",
    "types",
]


def check(model: Model) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a model, in the order of its text."""
    return sort_diagnostics(run_rules(model, model.user_elements))
