"""Validation of resolved models: one function per rule, each with its page and test in its docstring.

Every module of this package registers its rules when it is imported; `check` applies them all. A rule never
speaks about elements of a library, and never about what could not be resolved: that was reported already.
Must not know syntax trees.
"""

from __future__ import annotations

import gc
from collections.abc import Collection
from importlib import import_module
from pkgutil import iter_modules

from generator.diagnostics import Diagnostic, sort_diagnostics
from generator.ir import Model
from generator.recursion import deep_recursion
from generator.rules.registry import Finding, Rule, all_rules, run_rules

__all__ = ["Finding", "Rule", "all_rules", "check", "run_rules"]

for _module in iter_modules(__path__):
    if not _module.name.startswith("_"):
        import_module(f"{__name__}.{_module.name}")


def check(model: Model, paths: Collection[str] | None = None) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a model, in the order of its text; only asked about some files, if given."""
    elements = model.user_elements
    if paths is not None:
        elements = tuple(each for each in elements if each.span.path in paths)
    was_enabled = gc.isenabled()
    gc.disable()  # rules leave no circles behind, and looking for garbage means looking at the whole model
    try:
        with deep_recursion():
            return sort_diagnostics(run_rules(model, elements))
    finally:
        if was_enabled:
            gc.enable()
