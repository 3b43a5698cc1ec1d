"""Reads the cases: Markdown with a heading, a `sysml` or `kerml` block, and a `formatted` block.

With `UPDATE_CASES=1` in the environment the `formatted` blocks are written anew; read the difference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Case", "load_cases", "update"]

_FOLDER = Path(__file__).parent / "cases"
_CASE = re.compile(
    r"^# (?P<title>[^\n]+)\n.*?^```(?P<dialect>sysml|kerml)\n(?P<before>.*?)^```\n\n"
    r"^```formatted\n(?P<after>.*?)^```$",
    re.M | re.S,
)


@dataclass(frozen=True)
class Case:
    """One case: a text before and after."""

    path: Path
    title: str
    dialect: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.path.stem}: {self.title}"


def load_cases() -> list[Case]:
    """All cases."""
    return [
        Case(path, m["title"], m["dialect"], m["before"], m["after"])
        for path in sorted(_FOLDER.glob("*.md"))
        for m in _CASE.finditer(path.read_text(encoding="utf-8"))
    ]


def update(case: Case, found: str) -> None:
    """Write down what was found."""
    text = case.path.read_text(encoding="utf-8")
    at = text.index("```formatted\n", text.index(f"# {case.title}\n")) + len("```formatted\n")
    end = text.index("```", at)
    case.path.write_text(text[:at] + found + text[end:], encoding="utf-8")
