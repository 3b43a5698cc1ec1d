"""What one compilation of an expression shares: the model, names given out, imports asked for, the way to give up.

Must not know the constructs themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from generator.compile.behavior_names import behavior_names
from generator.compile.scope import World
from generator.compile.types import ImportName, PythonTypes, python_types
from generator.diagnostics import Diagnostic, Severity
from generator.emit.names import Names
from generator.ir import Model
from generator.source import Span

__all__ = ["Context", "Unsupported", "unsupported"]


class Unsupported(Exception):
    """A construct that has no Python meaning yet; caught where compilation begins and reported."""

    def __init__(self, span: Span, construct: str) -> None:
        super().__init__(construct)
        self.span = span
        self.construct = construct


def unsupported(fault: Unsupported, code: str = "unsupported-expression") -> Diagnostic:
    """The diagnostic for a construct that was given up: it names the construct and the place."""
    return Diagnostic(
        code=code,
        severity=Severity.WARNING,
        message=f"{fault.construct} is not compiled",
        span=fault.span,
        hint="no code is generated from it; rewrite it with a supported construct",
    )


@dataclass(slots=True)
class Context:
    """The shared state of one compilation; lives no longer than it."""

    model: Model
    names: Names
    world: World | None = None
    types: PythonTypes = field(init=False)
    imports: set[ImportName] = field(default_factory=set)
    depth: int = 0
    _bound: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.types = python_types(self.model) if self.world is None else self.world.types

    def use(self, module: str, name: str, *, local: bool = False) -> str:
        """Ask for an import and give the variable it binds: the name, or another one where that is taken."""
        bound = self._bound.get((module, name))
        if bound is None:
            is_foreign = not local or module.startswith("support.")
            if is_foreign and self.world is None and name in _package_names(self.model):
                self.names.unique(name)  # it is that of a function or class of the package
            bound = self._bound[module, name] = self.names.unique(name)
            shown = name if bound == name else f"{name} as {bound}"
            self.imports.add(ImportName(module, shown, is_local=local))
        return bound

    def support(self, module: str, name: str) -> str:
        """Ask for something of a module that every generated package that needs it carries."""
        return self.use(f"support.{module}", name, local=True)


@lru_cache(maxsize=8)
def _package_names(model: Model) -> frozenset[str]:
    """The names of the functions and classes of the generated packages."""
    return behavior_names(model).function_names | python_types(model).class_names
