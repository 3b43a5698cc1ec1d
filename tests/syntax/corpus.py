"""Where the corpora are: `SSOT_CORPUS`, or `../shared/corpus` beside the repository."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["CORPUS", "OFFICIAL", "files"]

_ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("SSOT_CORPUS", _ROOT.parent / "shared" / "corpus"))
OFFICIAL = CORPUS / "official"


def files(folder: str, suffix: str = ".sysml") -> list[Path]:
    """The model files of a folder of the corpora; none when the corpora are not here."""
    return sorted((CORPUS / folder).rglob(f"*{suffix}"))
