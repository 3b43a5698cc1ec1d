"""Telemetry: where the traces of a system go.

Knows systems. Must not know what is traced.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.emit.passes import PassContext
from generator.ir import Model


@dataclass(frozen=True, slots=True)
class TelemetryModule:
    """`telemetry.py`."""

    path: str
    origins: tuple[str, ...]
    doc: str
    service: str


@dataclass(frozen=True, slots=True)
class TelemetryTest:
    """`tests/test_telemetry.py`."""

    path: str
    origins: tuple[str, ...]
    service: str


def select(model: Model, context: PassContext) -> Iterator[TelemetryModule | TelemetryTest]:
    """One module for each system, and its tests."""
    for system in context.systems:
        origins = tuple(root.qualified_name for root in system.roots)
        yield TelemetryModule(
            path=f"{system.name}/telemetry.py",
            origins=origins,
            doc=f"Traces of {system.title}: on standard error, or sent to an OTLP receiver.",
            service=system.name,
        )
        yield TelemetryTest(f"{system.name}/tests/test_telemetry.py", origins, system.name)
