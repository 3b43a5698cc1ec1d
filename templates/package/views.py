"""The generated package itself: its docstring and version, the mark that it is typed, the ground of its tests.

Knows systems. Must not know what else is in the package.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.emit.passes import PassContext
from generator.ir import Model


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
        roots = sorted(system.roots, key=lambda root: root not in system.annotated)
        origins = tuple(root.qualified_name for root in roots)
        doc = next((root.doc for root in roots if root.doc), "")
        yield PackageModule(
            path=f"{system.name}/__init__.py",
            origins=origins,
            doc=f"{system.title}.\n\n{doc}".strip(),
            version=system.version,
        )
        yield TypedMark(f"{system.name}/py.typed", origins)
        yield TestsPackage(f"{system.name}/tests/__init__.py", origins, f"Tests of {system.title}.")
        yield TestsSetup(f"{system.name}/tests/conftest.py", origins)
