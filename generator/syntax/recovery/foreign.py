"""Texts that are no models, and models in the other dialect: said once for the whole file."""

from __future__ import annotations

import re

__all__ = ["kind_of_text"]

_KINDS: tuple[tuple[str, str, str], ...] = (
    (
        r"\s*<\?xml|\s*<!DOCTYPE|\s*<(xmi|uml|sysml|mxfile|html)[:\s>]",
        "XML",
        "export the model of the other tool as SysML v2 text",
    ),
    (
        r"\s*[\[{]\s*\"",
        "JSON",
        "models are texts in the notation; 'ssot export' writes JSON, nothing reads it",
    ),
    (r"\s*@start(uml|mindmap|json|yaml)", "PlantUML", "write the parts as 'part def' and 'part'"),
    (
        r"\s*(classDiagram|sequenceDiagram|stateDiagram(-v2)?|erDiagram|(graph|flowchart) [A-Z]{2})\s",
        "Mermaid",
        "write the parts as 'part def' and 'part'",
    ),
    (
        r"\s*(#+ [^\n]+\n\s*\n|```|# [^\n]+\n=+\n)",
        "Markdown",
        "keep the model in a file of its own: what stands between ```sysml and ```",
    ),
    (
        r"\s*(#![^\n]*python|\"\"\"|(from \w[\w.]* )?import \w[\w., ]*\n|(class|def) \w+(\([^)\n]*\))?:\s*\n)",
        "Python",
        "write classes as 'part def', functions as 'calc def' or 'action def'",
    ),
    (r"\s*---\n|\s*\w[\w-]*:\s*\n\s+(- )?\w", "YAML", "write the model in the notation of SysML"),
    (r"(PK\x03\x04|%PDF|\x89PNG|\x1f\x8b|\x7fELF)", "a binary file", "give the file of the model"),
)
_PATTERNS = tuple((re.compile(pattern), name, hint) for pattern, name, hint in _KINDS)


def kind_of_text(text: str) -> tuple[str, str] | None:
    """What a text is that is no model, and what to do; None when it may be one."""
    head = text[1:2000] if text.startswith("\ufeff") else text[:2000]
    for pattern, name, hint in _PATTERNS:
        if pattern.match(head):
            return name, hint
    return None
