"""Deployment: the services of a system as a compose file, an image of the generated package, a dev container.

Knows usages of `Service` definitions; must not know what the system does inside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.emit.passes import PassContext
from generator.ir import Model
from generator.schema.needs import needed_packages

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
        yield Requirements(f"{folder}/requirements.txt", origins, needed_packages(model, system))
        application = next((each.name for each in found if each.is_application), "")
        path = f"{name}/.devcontainer"
        yield DevContainer(f"{path}/devcontainer.json", origins, name, system.title, application)
        if application:
            yield DevCompose(f"{path}/docker-compose.yml", origins, application)
