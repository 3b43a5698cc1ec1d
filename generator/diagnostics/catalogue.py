"""Pages of codes: what a diagnostic means, with a bad and a good model.

Rules carry their page in their docstring; every other code has one in a Markdown file of `pages/`, under a
heading `## code (severity)`. Must not know which phase reports a code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from generator.diagnostics.finding import Severity

__all__ = ["Page", "written_pages"]

_HEADING = re.compile(r"^## ([\w-]+) \((error|warning|info)\)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """What a code means. `text` is Markdown, its first sentence stands alone; `family` is `rule`, `syntax`, …"""

    code: str
    severity: Severity
    text: str
    family: str

    @property
    def headline(self) -> str:
        """The first sentence."""
        return " ".join(self.text.split("\n\n")[0].split())

    @property
    def prose(self) -> str:
        """The paragraphs before the examples, on one line."""
        return " ".join(re.split(r"^(?:Bad|Good):$", self.text, flags=re.MULTILINE)[0].split())


@cache
def written_pages() -> tuple[Page, ...]:
    """The pages of the codes that are no rules, sorted by code."""
    found: list[Page] = []
    folder = resources.files(__name__.rpartition(".")[0]) / "pages"
    for file in folder.iterdir():
        if file.name.endswith(".md"):
            family = file.name.removesuffix(".md").partition("-")[0]
            parts = _HEADING.split(file.read_text(encoding="utf-8"))[1:]
            found += [
                Page(code, Severity(severity), text.strip(), family)
                for code, severity, text in zip(*[iter(parts)] * 3, strict=True)
            ]
    return tuple(sorted(found, key=lambda page: page.code))
