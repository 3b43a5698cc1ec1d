"""Deployment: the services of a system as a compose file, an image of the generated package, a dev container.

Knows usages of `Service` definitions; must not know what the system does inside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.actions import MCP_TOOL
from generator.compile.policies import any_durable, workflows_of
from generator.emit.passes import PassContext, System
from generator.ir import ActionDefinition, Model, PartDefinition, Type
from generator.schema.build import entities

from .services import Service, services, volumes


@dataclass(frozen=True, slots=True)
class ComposeFile:
    """`deploy/docker-compose.yml`."""

    path: str
    origins: tuple[str, ...]
    system: str
    services: tuple[Service, ...]
    volumes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dockerfile:
    """`deploy/Dockerfile`: the image of the generated package; the build context is the folder above the package."""

    path: str
    origins: tuple[str, ...]
    system: str


@dataclass(frozen=True, slots=True)
class Requirements:
    """`deploy/requirements.txt`: what the generated package stands on."""

    path: str
    origins: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DevContainer:
    """`.devcontainer/devcontainer.json`; `service` is the one an editor enters, "" for a container of its own."""

    path: str
    origins: tuple[str, ...]
    system: str
    title: str
    service: str


@dataclass(frozen=True, slots=True)
class DevCompose:
    """`.devcontainer/docker-compose.yml`: what differs while developing."""

    path: str
    origins: tuple[str, ...]
    service: str


def select(
    model: Model, context: PassContext
) -> Iterator[ComposeFile | Dockerfile | Requirements | DevContainer | DevCompose]:
    """The deployment of each system that has services."""
    for system in context.systems:
        found, origins = services(model, system)
        if not found:
            continue
        name, folder = system.name, f"{system.name}/deploy"
        yield ComposeFile(f"{folder}/docker-compose.yml", origins, name, found, volumes(found))
        yield Dockerfile(f"{folder}/Dockerfile", origins, name)
        yield Requirements(f"{folder}/requirements.txt", origins, _requirements(model, system))
        application = next((each.name for each in found if each.is_application), "")
        path = f"{name}/.devcontainer"
        yield DevContainer(f"{path}/devcontainer.json", origins, name, system.title, application)
        if application:
            yield DevCompose(f"{path}/docker-compose.yml", origins, application)


def _requirements(model: Model, system: System) -> tuple[str, ...]:
    lines = ["pydantic>=2.12", "pydantic-settings>=2.12", "typer>=0.20"]
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
