# Generated from CMOS_Health::ValidateDocs (ssot/cmos/health.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Follows every link of every Markdown file below `cmos`; exits with 1 when one leads
nowhere.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import joined
from ..files import list_files, read_file
from .running import Refused, run_step


class ValidateDocsSteps(Protocol):
    """What ValidateDocs asks of those who do its steps."""

    @abstractmethod
    async def list_files(self, *, folder: str, pattern: str) -> tuple[str, ...]:
        """The files below a folder."""

    @abstractmethod
    async def read(self, *, path: str) -> str:
        """Read a file as str."""

    @abstractmethod
    async def follow(
        self, *, path: str, text: str, known: tuple[str, ...]
    ) -> tuple[str, ...]:
        """The links of a Markdown text that lead to no file."""


class DefaultValidateDocsSteps(ValidateDocsSteps):
    """The steps of ValidateDocs as far as the model says what they do."""

    async def list_files(self, *, folder: str, pattern: str) -> tuple[str, ...]:
        return list_files(folder, pattern)

    async def read(self, *, path: str) -> str:
        content: str = read_file(path, str)
        return content

    async def follow(
        self, *, path: str, text: str, known: tuple[str, ...]
    ) -> tuple[str, ...]:
        import posixpath
        import re

        folder = posixpath.dirname(path)
        targets = re.findall("\\]\\(([^)#\\s]+)", text)
        local = [
            each
            for each in targets
            if "://" not in each and (not each.startswith("mailto:"))
        ]
        found = [
            each
            for each in local
            if posixpath.normpath(posixpath.join(folder, each)) not in known
        ]
        return tuple(f"{path}: {each}" for each in found)


async def validate_docs(
    steps: ValidateDocsSteps | None = None, *, folder: str = "cmos"
) -> str:
    """Follows every link of every Markdown file below `cmos`; exits with 1 when one
    leads nowhere.
    """
    steps = steps or DefaultValidateDocsSteps()
    with telemetry.tracer().start_as_current_span("ValidateDocs"):
        broken: tuple[str, ...] = ()
        everything = await run_step(
            "everything", steps.list_files, folder=folder, pattern="*"
        )
        documents = await run_step(
            "documents", steps.list_files, folder=folder, pattern="*.md"
        )
        for document in documents:
            read = await run_step("read", steps.read, path=document)
            follow = await run_step(
                "follow", steps.follow, path=document, text=read, known=everything
            )
            broken = (*broken, *follow)
        if bool(broken):
            raise Refused("broken links: " + joined(texts=broken, between="; "))
        return "every link leads to a file"
