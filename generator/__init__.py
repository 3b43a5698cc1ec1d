"""A compiler from a SysML v2 model to a running, tested, migrated, observable software system.

Everything public is here and loads when it is first used, so that `import generator.ir` loads no grammar.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.config import Config as Config
    from generator.diagnostics import Diagnostic as Diagnostic
    from generator.diagnostics import Severity as Severity
    from generator.emit.artifact import Artifact as Artifact
    from generator.emit.artifact import ArtifactSet as ArtifactSet
    from generator.ir.model import Model as Model
    from generator.plan import Plan as Plan
    from generator.source import SourceFile as SourceFile
    from generator.workspace import Workspace as Workspace

__version__ = "0.1.0"

_HOMES = {
    "Artifact": "generator.emit.artifact",
    "ArtifactSet": "generator.emit.artifact",
    "Config": "generator.config",
    "Diagnostic": "generator.diagnostics",
    "Model": "generator.ir.model",
    "Plan": "generator.plan",
    "Severity": "generator.diagnostics",
    "SourceFile": "generator.source",
    "Workspace": "generator.workspace",
}

__all__ = [
    "Artifact",
    "ArtifactSet",
    "Config",
    "Diagnostic",
    "Model",
    "Plan",
    "Severity",
    "SourceFile",
    "Workspace",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
