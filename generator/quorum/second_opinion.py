"""Opens models with an independent SysML v2 implementation and prints what it could not resolve.

Run as a program, so that a crash of native code cannot take the compiler along:
`python -m generator.quorum.second_opinion NAME=PATH …` prints one JSON object,
`{"error": text|null, "unresolved": [{"reference", "owner"}…]}`; `owner` is a qualified name.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

__all__ = ["main"]

_UNRESOLVED = "x-sysmlv2-unresolved-reference"


def main(arguments: list[str]) -> int:
    """Open the files named on the command line together with the official library; always ends with 0."""
    sources = {}
    for argument in arguments:
        shown, _, path = argument.partition("=")
        sources[shown] = Path(path).read_text(encoding="utf-8")
    with _captured() as noise:
        result = _open(sources)
        noise.seek(0)
        reason = noise.read().decode("utf-8", "replace").strip()
    if result["error"] is not None:
        result["error"] = reason.splitlines()[-1] if reason else result["error"]
    print(json.dumps(result))
    return 0


def _open(sources: Mapping[str, str]) -> dict[str, Any]:
    import sysml

    try:
        model = sysml.Model.from_toolkit(
            sources=dict(sources), library_dir=sysml.standard_library()
        )
        elements = json.loads(model._backend.full_json())
    except (sysml.SdkError, RuntimeError) as error:
        return {"error": str(error), "unresolved": []}
    by_id = {element["@id"]: element for element in elements}
    return {
        "error": None,
        "unresolved": [
            {"reference": element["body"], "owner": _qualified_name(element, by_id)}
            for element in elements
            if element.get("language") == _UNRESOLVED
        ],
    }


def _qualified_name(element: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]]) -> str:
    """The names of the owners of an element, outermost first; unnamed ones are passed over."""
    names: list[str] = []
    at: Mapping[str, Any] | None = element
    seen = set()
    while at is not None and at["@id"] not in seen:
        seen.add(at["@id"])
        if at.get("declaredName"):
            names.append(at["declaredName"])
        link = at.get("owner") or at.get("owningRelatedElement")
        at = by_id.get(link["@id"]) if link else None
    return "::".join(reversed(names))


@contextlib.contextmanager
def _captured() -> Iterator[Any]:
    """Redirect the process's standard error, where the native library writes its reasons."""
    kept = os.dup(2)
    with tempfile.TemporaryFile() as sink:
        os.dup2(sink.fileno(), 2)
        try:
            yield sink
        finally:
            os.dup2(kept, 2)
            os.close(kept)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
