"""Telemetry: where the traces of a system go.

Knows systems. Must not know what is traced.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.constants import annotation_value, feature_constants
from generator.emit.passes import PassContext, System
from generator.ir import Model, PartDefinition

CONFIGURATION = "AgentSystems::Infrastructure::Configuration"
VARIABLE = "AgentSystems::Infrastructure::Variable"
EXPORTER = "OTEL_TRACES_EXPORTER"
KNOWN = ("console", "otlp", "none")


@dataclass(frozen=True, slots=True)
class TelemetryModule:
    """`telemetry.py`."""

    path: str
    origins: tuple[str, ...]
    doc: str
    service: str
    exporter: str


@dataclass(frozen=True, slots=True)
class TelemetryTest:
    """`tests/test_telemetry.py`."""

    path: str
    origins: tuple[str, ...]
    service: str
    exporter: str


def select(model: Model, context: PassContext) -> Iterator[TelemetryModule | TelemetryTest]:
    """One module for each system, and its tests."""
    for system in context.systems:
        origins = tuple(root.qualified_name for root in system.roots)
        yield TelemetryModule(
            path=f"{system.name}/telemetry.py",
            origins=origins,
            doc=f"Traces of {system.title}: on standard error, or sent to an OTLP receiver.",
            service=system.name,
            exporter=_exporter(model, system),
        )
        path = f"{system.name}/tests/test_telemetry.py"
        yield TelemetryTest(path, origins, system.name, _exporter(model, system))


def _exporter(model: Model, system: System) -> str:
    """Where spans go when nothing is set: as a setting of the system says, else to the console."""
    for part in system.of_kind(PartDefinition):
        if model.specializes(part, CONFIGURATION):
            for feature in model.features(part):
                if annotation_value(model, feature, VARIABLE, "name") == EXPORTER:
                    found = feature_constants(model, feature)
                    if found and found[0] in KNOWN:
                        return str(found[0])
    return "console"
