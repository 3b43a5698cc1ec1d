"""Renames every element of a model mechanically: same structure, other names.

Works on the text, so that the result goes through the whole compiler like any other model.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.ir import Model
from generator.syntax.tables import load

__all__ = ["renamed", "renaming"]

CONVENTIONAL = frozenset({"id", "input", "model", "output", "text"})
"""Names that the documented conventions of the domain library read."""

_TOKEN = re.compile(
    r"//\*[\s\S]*?\*/|//[^\n]*|/\*[\s\S]*?\*/|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|[A-Za-z_]\w*"
)
_NAMING = re.compile(r"\bscope\s*=\s*\Z")
_BODY = re.compile(r"\blanguage\s*\"\w+\"\s*\Z")
_FILLED = re.compile(r"\{(\w+)\}")


def renaming(model: Model) -> dict[str, str]:
    """A new name for each name the user's elements declare, unless a library declares it too."""
    library = {
        name
        for element in model.elements
        if element.library is not None
        for name in (element.name, element.short_name)
    }
    declared = {
        name
        for element in model.user_elements
        for name in (element.declared_name, element.short_name)
        if name is not None
    }
    chosen = sorted(declared - library - CONVENTIONAL)
    return {name: _new_name(name, number) for number, name in enumerate(chosen)}


def _new_name(name: str, number: int) -> str:
    """Keeps the case of the first letter, which is all the notation's readers see in a name."""
    return f"{'Zul' if name[:1].isupper() else 'zul'}{number}x"


def renamed(text: str, names: Mapping[str, str]) -> str:
    """A model text with its names replaced; comments and words of the notation stay as they are.

    In strings, the places that name a feature are replaced: a scope, and places in braces to be filled; in bodies in
    another language every word that is a name.
    """
    keywords = frozenset(load("sysml").texts)

    def replacement(match: re.Match[str]) -> str:
        token = match[0]
        before = text[max(0, match.start() - 40) : match.start()]
        if token[0] == "'":
            return names.get(token[1:-1], token)
        if token[0] == '"' and _NAMING.search(before):
            return f'"{names.get(token[1:-1], token[1:-1])}"'
        if token[0] == '"':
            return _FILLED.sub(lambda place: "{" + names.get(place[1], place[1]) + "}", token)
        if token[0] == "/" and _BODY.search(before):
            return re.sub(r"\w+", lambda word: names.get(word[0], word[0]), token)
        return token if token in keywords else names.get(token, token)

    return _TOKEN.sub(replacement, text)
