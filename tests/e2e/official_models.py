"""Puts the official example models through the compiler: `python -m tests.e2e.official_models [FOLDER…]`.

Says of each model whether it has errors (and then which is the first), becomes sound files, or breaks a pass.
Without folders it takes all models of the corpus. Nothing is written.
"""

from __future__ import annotations

import os
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import has_errors
from generator.emit.passes import PassFault
from generator.workspace import Workspace

__all__ = ["CORPUS", "examined", "models"]

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("SSOT_CORPUS") or ROOT.parent / "shared" / "corpus") / "official"


def models(*folders: Path) -> Iterator[Path]:
    """The model files, and the folders that hold several: their files belong together."""
    for folder in folders or (CORPUS / "training", CORPUS / "examples"):
        files = sorted(folder.rglob("*.sysml"))
        yield from files
        yield from sorted({each.parent for each in files if each.parent != folder})


def examined(path: Path) -> tuple[str, str]:
    """What becomes of a model: "errors", "sound" or "broken", and what there is to say of it."""
    try:
        workspace = Workspace.open(path, out=Path(tempfile.gettempdir()))
        _, found = workspace.check()
        if has_errors(found):
            first = next(each for each in found if each.severity == "error")
            return "errors", f"{first.code} {first.span.location()} {first.message}"
        artifacts, found = workspace.render()
    except (PassFault, RecursionError) as fault:
        return "broken", str(fault)
    if has_errors(found):
        return "broken", next(each.message for each in found if each.severity == "error")
    for key, artifact in artifacts.items():
        try:
            if key.endswith(".py"):
                compile(artifact.text, key, "exec")
            elif key.endswith(".svg"):
                ET.fromstring(artifact.text)
        except (SyntaxError, ValueError, ET.ParseError) as fault:
            return "broken", f"{key}: {fault}"
    return "sound", f"{len(artifacts)} files"


def main() -> int:
    """Examine and tell; 1 when a pass breaks."""
    seen: Counter[str] = Counter()
    for path in models(*map(Path, sys.argv[1:])):
        verdict, detail = examined(path)
        seen[verdict] += 1
        print(f"{verdict:7} {path.name}: {detail}", flush=True)
    print(", ".join(f"{count} {verdict}" for verdict, count in sorted(seen.items())))
    return 1 if seen["broken"] else 0


if __name__ == "__main__":
    sys.exit(main())
