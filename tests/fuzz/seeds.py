"""The texts that are broken: models of the project, its library and its sheets, and the corpora when
they are here."""

from __future__ import annotations

from pathlib import Path

from tests.syntax.cases import load_cases
from tests.syntax.corpus import files
from tests.syntax.sheets import lines

__all__ = ["texts"]

_ROOT = Path(__file__).resolve().parents[2]
_LONGEST = 6000
"""Longer texts are cut at a line: the point is many inputs, not long ones."""


def texts(with_corpora: bool) -> list[tuple[str, str]]:
    """File names and texts, in a fixed order."""
    paths = [*sorted((_ROOT / "ssot").rglob("*.sysml"))]
    library = _ROOT / "generator" / "library"
    paths += sorted(path for path in library.rglob("*") if path.suffix in (".sysml", ".kerml"))
    if with_corpora:
        for folder in ("official/training", "official/examples", "official/library"):
            paths += [*files(folder), *files(folder, ".kerml")]
    found = [(f"{path.stem}{path.suffix}", path.read_text(encoding="utf-8")) for path in paths]
    for dialect in ("sysml", "kerml"):
        sheet = lines(f"accepted.{dialect}")
        for at in range(0, len(sheet), 12):
            found.append((f"sheet{at}.{dialect}", "\n".join(sheet[at : at + 12])))
    found += [(f"case{at}.sysml", each.source) for at, each in enumerate(load_cases("*.md"))]
    return [(name, _cut(text)) for name, text in found]


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[: text.rfind("\n", 0, _LONGEST) + 1 or _LONGEST]
