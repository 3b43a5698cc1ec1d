"""Project interchange files: `.kpar` archives of model texts with their descriptions.

Source: KerML 1.0, clause 10.3. The same models give the same bytes: entries are sorted and have no time of their
own. Must not touch the disk.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

__all__ = ["Project", "archive"]

_METAMODELS = {
    "sysml": "https://www.omg.org/spec/SysML/20250201",
    "kerml": "https://www.omg.org/spec/KerML/20250201",
}
_LIBRARIES = (
    ("https://www.omg.org/spec/KerML/20250201/Semantic-Library.kpar", "1.0.0"),
    ("https://www.omg.org/spec/KerML/20250201/Data-Type-Library.kpar", "1.0.0"),
    ("https://www.omg.org/spec/KerML/20250201/Function-Library.kpar", "1.0.0"),
)
_SYSTEMS = ("https://www.omg.org/spec/SysML/20250201/Systems-Library.kpar", "2.0.0")
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What is said about a project. `created` is seconds since 1970."""

    name: str
    version: str
    description: str | None = None
    license: str | None = None
    created: int = 315_532_800


def archive(
    project: Project, files: Mapping[str, str], index: Mapping[str, str], usage: Sequence[str] = ()
) -> bytes:
    """The bytes of an archive: model texts by path, and which file holds which top-level name.

    `usage` are the IRIs of further projects that this one uses; those of the standard library are always named.
    """
    language = "sysml" if any(path.endswith(".sysml") for path in files) else "kerml"
    standard = (*_LIBRARIES, _SYSTEMS) if language == "sysml" else _LIBRARIES
    described: dict[str, object] = {"name": project.name, "version": project.version}
    if project.description is not None:
        described["description"] = project.description
    if project.license is not None:
        described["license"] = project.license
    described["usage"] = [
        *({"resource": iri, "versionConstraint": version} for iri, version in standard),
        *({"resource": iri} for iri in usage),
    ]
    data = {path: text.encode("utf-8") for path, text in sorted(files.items())}
    meta = {
        "index": dict(sorted(index.items())),
        "created": datetime.fromtimestamp(project.created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "metamodel": _METAMODELS[language],
        "checksum": {
            path: {"value": hashlib.sha256(content).hexdigest(), "algorithm": "SHA256"}
            for path, content in data.items()
        },
    }
    entries = {
        ".project.json": _json(described),
        ".meta.json": _json(meta),
        **data,
    }
    return _zipped(entries)


def _json(value: object) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _zipped(entries: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for path, content in entries.items():
            entry = zipfile.ZipInfo(path, _EPOCH)
            entry.compress_type = (
                zipfile.ZIP_STORED
            )  # compressed bytes differ between versions of zlib
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            target.writestr(entry, content)
    return buffer.getvalue()
