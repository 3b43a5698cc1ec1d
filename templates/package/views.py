"""The generated package itself: its docstring and version, the mark that it is typed, the ground of its tests.

Knows systems. Must not know what else is in the package.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.emit.passes import PassContext, System
from generator.ir import Model, metadata_values

_SYSTEM = "AgentSystems::Systems::System"


@dataclass(frozen=True, slots=True)
class PackageModule:
    """`__init__.py`."""

    path: str
    origins: tuple[str, ...]
    doc: str
    version: str


@dataclass(frozen=True, slots=True)
class TypedMark:
    """`py.typed`."""

    path: str
    origins: tuple[str, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class TestsPackage:
    """`tests/__init__.py`."""

    path: str
    origins: tuple[str, ...]
    doc: str


@dataclass(frozen=True, slots=True)
class TestsSetup:
    """`tests/conftest.py`."""

    path: str
    origins: tuple[str, ...]


def select(
    model: Model, context: PassContext
) -> Iterator[PackageModule | TypedMark | TestsPackage | TestsSetup]:
    """The frame of each system's package."""
    for system in context.systems:
        origins = tuple(root.qualified_name for root in system.roots)
        doc = next((root.doc for root in system.roots if root.doc), "")
        annotated = _annotated(model, system)
        yield PackageModule(
            path=f"{system.name}/__init__.py",
            origins=annotated.origins if annotated else origins,
            doc=annotated.doc if annotated else f"{system.title}.\n\n{doc}".strip(),
            version=annotated.version if annotated else "",
        )
        yield TypedMark(f"{system.name}/py.typed", origins)
        yield TestsPackage(f"{system.name}/tests/__init__.py", origins, f"Tests of {system.title}.")
        yield TestsSetup(f"{system.name}/tests/conftest.py", origins)


def _annotated(model: Model, system: System) -> PackageModule | None:
    """The module as the root that carries the system's annotation describes it."""
    for root in system.roots:
        for usage in model.metadata(root, _SYSTEM):
            version = metadata_values(model, usage).get("version", "")
            others = (each.qualified_name for each in system.roots if each.id != root.id)
            return PackageModule(
                path="",
                origins=(root.qualified_name, *others),
                doc=f"{system.title}.\n\n{root.doc}".strip(),
                version=version if isinstance(version, str) else "",
            )
    return None
