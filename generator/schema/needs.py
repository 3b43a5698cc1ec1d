"""The packages a generated system stands on, as requirement lines.

Knows what a system has: entities, agents, actions. Must not know how packages are installed.
"""

from __future__ import annotations

from generator.compile.actions import MCP_TOOL
from generator.compile.policies import any_durable, workflows_of
from generator.emit.systems import System
from generator.ir import ActionDefinition, Model, PartDefinition, Type
from generator.schema.build import entities

__all__ = ["needed_packages"]


def needed_packages(model: Model, system: System) -> tuple[str, ...]:
    """The requirement lines of a system, sorted."""
    lines = ["pydantic>=2.12", "pydantic-settings>=2.12", "pyyaml>=6.0.3", "typer>=0.20"]
    if entities(model, system.elements()):
        lines += ["alembic>=1.18", "psycopg[binary]>=3.2", "sqlalchemy>=2.0.45"]
    agents = any(
        model.specializes(part, "AgentSystems::Agents::Agent")
        for part in system.of_kind(PartDefinition)
    )
    if agents:
        lines.append("pydantic-ai-slim[openai]>=2.60")
    if agents or system.of_kind(ActionDefinition):
        lines += ["opentelemetry-exporter-otlp-proto-grpc>=1.40", "opentelemetry-sdk>=1.40"]
    if any_durable(model, workflows_of(model, system.of_kind(Type))):
        lines += ["dbos>=3.4", "psycopg[binary]>=3.2", "sqlalchemy>=2.0.45"]
    if any(model.metadata(each, MCP_TOOL) for each in system.of_kind(ActionDefinition)):
        lines.append("mcp>=2.3")
    return tuple(sorted(set(lines)))
