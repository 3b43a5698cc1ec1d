"""Writing artifacts to a folder somebody names, outside of plan and manifest: an export, not the generated tree."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from generator.apply.journal import ApplyFault, describe
from generator.emit.artifact import Artifact

__all__ = ["export"]


def export(artifacts: Iterable[Artifact], folder: Path) -> list[str]:
    """Write each artifact below a folder, whole or not at all; the paths of those that were not there like that."""
    written = []
    for artifact in artifacts:
        path = folder.joinpath(*artifact.path.split("/"))
        fresh = path.with_name(f".{path.name}.{os.getpid()}")
        data = artifact.text.encode()
        try:
            if path.is_file() and path.read_bytes() == data:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(data)
            fresh.replace(path)
        except OSError as fault:
            fresh.unlink(missing_ok=True)
            raise ApplyFault(describe(fault, "export to")) from fault
        written.append(artifact.path)
    return written
