# Generated from CMOS_Health::PackageStarter (ssot/cmos/health.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Copies the documents, and the backlog without its history, to a folder that can be
given away.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import backlog_of, is_inside
from ..files import list_files, read_file, write_file
from ..types.cmos_domain import MissionStatus
from ..types.cmos_persistence import Mission, Sprint
from .running import run_step


class PackageStarterSteps(Protocol):
    """What PackageStarter asks of those who do its steps."""

    @abstractmethod
    async def all_sprint(self) -> tuple[Sprint, ...]:
        """All instances of Sprint."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def list_files(self, *, folder: str, pattern: str) -> tuple[str, ...]:
        """The files below a folder."""

    @abstractmethod
    async def read(self, *, path: str) -> str:
        """Read a file as str."""

    @abstractmethod
    async def write_file(self, *, path: str, content: object) -> None:
        """Write a file."""


class DefaultPackageStarterSteps(PackageStarterSteps):
    """The steps of PackageStarter as far as the model says what they do."""

    async def list_files(self, *, folder: str, pattern: str) -> tuple[str, ...]:
        return list_files(folder, pattern)

    async def read(self, *, path: str) -> str:
        content: str = read_file(path, str)
        return content

    async def write_file(self, *, path: str, content: object) -> None:
        return write_file(path, content)


async def package_starter(steps: PackageStarterSteps) -> str:
    """Copies the documents, and the backlog without its history, to a folder that can
    be given away.
    """
    with telemetry.tracer().start_as_current_span("PackageStarter"):
        documents = await run_step(
            "documents", steps.list_files, folder="cmos", pattern="*.md"
        )
        for document in documents:
            if not is_inside(path=document, folder="cmos/dist/"):
                read = await run_step("read", steps.read, path=document)
                await run_step(
                    "copy", steps.write_file, path="cmos/dist/" + document, content=read
                )
        all_mission = await run_step("all Mission", steps.all_mission)
        all_sprint = await run_step("all Sprint", steps.all_sprint)
        backlog = backlog_of(
            sprints=all_sprint,
            missions=tuple(
                each for each in all_mission if each.status == MissionStatus.QUEUED
            ),
            dependencies=(),
        )
        await run_step(
            "write",
            steps.write_file,
            path="cmos/dist/cmos/missions/backlog.yaml",
            content=backlog,
        )
        return "cmos/dist"
