"""What leaves a workspace for other tools: its model as elements, its texts as a project archive.

Knows settings, the model and interchange; must not write.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from generator import library
from generator.interchange import Project, archive, document
from generator.workspace.core import Workspace

__all__ = ["ExportFault", "elements", "project_archive", "project_of"]


class ExportFault(Exception):
    """Something that cannot be exported; the message says why."""


def project_of(
    workspace: Workspace, name: str | None = None, version: str | None = None
) -> Project:
    """What is said about the project: by the arguments, else by `[project]` of its pyproject.toml.

    The time of creation is that of SOURCE_DATE_EPOCH, else fixed: the same models give the same bytes.
    """
    described = _described(workspace)
    groups = sorted({each.group for each in workspace.files})
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "315532800")
    if not epoch.isdecimal() or int(epoch) > 253_402_300_799:
        raise ExportFault(f"SOURCE_DATE_EPOCH is no number of seconds: {epoch!r}")
    return Project(
        name=name or str(described.get("name") or (groups[0] if groups else "model")),
        version=version or str(described.get("version") or "0.1.0"),
        description=_text(described.get("description")),
        license=_text(described.get("license")),
        created=int(epoch),
    )


def _described(workspace: Workspace) -> Mapping[str, Any]:
    file = workspace.config.root / "pyproject.toml"
    if not workspace.config.is_project or not file.is_file():
        return {}
    found = tomllib.loads(file.read_text(encoding="utf-8")).get("project", {})
    return found if isinstance(found, dict) else {}


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def elements(workspace: Workspace, project: Project) -> list[dict[str, Any]]:
    """The model's elements and relationships as JSON objects."""
    return document(workspace.check()[0], project.name)


def project_archive(workspace: Workspace, project: Project) -> bytes:
    """The model's texts as a `.kpar`, together with the domain libraries they use."""
    model = workspace.check()[0]
    files = {each.label: each.source.text for each in workspace.files}
    index: dict[str, str] = {}
    for element in model.roots:
        for name in (element.name, element.short_name):
            if name is not None:
                index.setdefault(name, element.span.path)
    for source in library.domain():
        package = source.path.rpartition("/")[2].removesuffix(".sysml")
        used = re.compile(rf"\b{re.escape(package)}\b")
        if package not in index and any(used.search(text) for text in files.values()):
            files[source.path] = source.text
            index[package] = source.path
    return archive(project, files, index)
