"""Opens models with an independent SysML v2 implementation and prints what it could not resolve.

Run as a program, so that a crash of native code cannot take the compiler along:
`python -m generator.quorum.second_opinion NAME=PATH …` prints one JSON object,
`{"error": text|null, "unresolved": [{"reference", "owner", "count"}…]}`; `owner` is a qualified name, and
`count` says at how many places in it the reference does not resolve.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

__all__ = ["main"]

_ENDS = (
    "target",
    "memberElement",
    "importedMembership",
    "importedNamespace",
    "referent",
    "annotatedElement",
)
_UPWARD = ("owner", "owningRelatedElement", "membershipOwningNamespace", "source")


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
    except sysml.SdkError as error:
        return {"error": str(error), "unresolved": []}
    backend = model._backend
    found: dict[tuple[str, str], dict[str, set[int]]] = {}
    for handle in backend.all_handles():
        for end in _ENDS:
            reference = _unresolved(backend, handle, end)
            if reference is not None:
                key = (_qualified_name(backend, handle), reference)
                found.setdefault(key, {}).setdefault(end, set()).add(handle)
    return {
        "error": None,
        "unresolved": [
            {"reference": reference, "owner": owner, "count": _places(found[owner, reference])}
            for owner, reference in sorted(found)
        ],
    }


def _places(ends: Mapping[str, set[int]]) -> int:
    """At how many places a reference stands: an expression only repeats what its membership refers to."""
    relationships = set().union(*(each for end, each in ends.items() if end != "referent"))
    return len(relationships or ends["referent"])


def _unresolved(backend: Any, handle: int, end: str) -> str | None:
    """The text of the reference at an end of a relationship, if it does not resolve."""
    import sysml

    try:
        backend.get(handle, end)
    except sysml.UnresolvedReference as error:
        quoted = re.search(r"reference '(.*)' did not resolve", str(error), re.DOTALL)
        return quoted[1] if quoted else str(error)
    except sysml.SdkError:
        return None  # this end does not exist on, or is not computed for, that metaclass
    return None


def _qualified_name(backend: Any, handle: int | None) -> str:
    """The names of the owners of an element, outermost first; unnamed ones are passed over."""
    names: list[str] = []
    seen = set()
    while handle is not None and handle not in seen:
        seen.add(handle)
        name = _read(backend, handle, "declaredName")
        if name:
            names.append(str(name))
        links = (_read(backend, handle, link) for link in _UPWARD)
        handle = next((_handle(each) for each in links if each), None)
    return "::".join(reversed(names))


def _read(backend: Any, handle: int, name: str) -> Any:
    import sysml

    try:
        return backend.get(handle, name)
    except sysml.SdkError:
        return None


def _handle(value: Any) -> int | None:
    link = value[0] if isinstance(value, list) else value
    found = link["@id"] if isinstance(link, dict) else None
    return found if isinstance(found, int) else None


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
