"""Reads the literate cases: Markdown with a heading, a `sysml` block and what is expected of it.

An expectation is a `tree` block (the outline of the tree), an `errors` block (one line each:
`line:column code message`) or both. Without an `errors` block no diagnostic is expected.
With `UPDATE_CASES=1` in the environment the blocks are written anew; read the difference.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["FOLDER", "Case", "load_cases", "settle"]

FOLDER = Path(__file__).parent / "cases"
_PART = re.compile(r"^# (?P<title>[^\n]+)$|^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.M | re.S)


@dataclass
class Case:
    """One case; `expected` maps the kind of a block to its content."""

    path: Path
    title: str
    source: str = ""
    dialect: str = "sysml"
    expected: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.path.stem}: {self.title}"


def load_cases(pattern: str) -> list[Case]:
    """The cases of the files that match a pattern."""
    cases: list[Case] = []
    for path in sorted(FOLDER.glob(pattern)):
        for match in _PART.finditer(path.read_text(encoding="utf-8")):
            if match["title"]:
                cases.append(Case(path, match["title"]))
            elif match["kind"] in ("sysml", "kerml"):
                cases[-1].source, cases[-1].dialect = match["body"], match["kind"]
            else:
                cases[-1].expected[match["kind"]] = match["body"]
    return cases


def settle(case: Case, found: dict[str, str]) -> None:
    """Assert that what is found is what is expected, or write it down when asked to."""
    if os.environ.get("UPDATE_CASES") == "1" and case.expected != found:
        text = case.path.read_text(encoding="utf-8")
        begin = text.index(f"# {case.title}\n")
        block = text.index(f"```{case.dialect}\n", begin)
        end = text.find("\n# ", block)
        blocks = "".join(f"\n```{kind}\n{body}```\n" for kind, body in found.items())
        tail = text[end:] if end >= 0 else ""
        case.path.write_text(
            text[:block] + f"```{case.dialect}\n{case.source}```\n" + blocks + tail,
            encoding="utf-8",
        )
        case.expected = found
    assert found == case.expected
