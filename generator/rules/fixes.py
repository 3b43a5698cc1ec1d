"""Changes of the text that mend what rules find.

Each is offered only where the text says what is expected of it. Must not know particular rules.
"""

from __future__ import annotations

import re

from generator.diagnostics import Edit, Fix
from generator.ir import Feature, Model, Reference
from generator.source import Span

__all__ = ["dot_instead_of_colons", "insert_word", "remove_word", "replace_before"]

_VISIBILITY = re.compile(r"(?:public|private|protected)\s+")


def insert_word(declaration: Span, word: str) -> Fix:
    """Write a word at the beginning of a declaration, after its visibility."""
    visibility = _VISIBILITY.match(declaration.text)
    at = declaration.start + (visibility.end() if visibility else 0)
    place = Span(declaration.source, at, at)
    return Fix(f"write `{word}` before it", (Edit(place, f"{word} "),))


def remove_word(declaration: Span, word: str) -> Fix | None:
    """Take a word out of a declaration, if it stands before anything but other words."""
    found = re.match(rf"(?:\w+\s+)*?({word}\s+)", declaration.text)
    if found is None:
        return None
    start = declaration.start + found.start(1)
    place = Span(declaration.source, start, start + len(found[1]))
    return Fix(f"leave `{word}` out", (Edit(place, ""),))


def replace_before(place: Span, old: str, new: str) -> Fix | None:
    """Write one sign for another that stands right before a place."""
    before = place.source.text[: place.start].rstrip()
    if not before.endswith(old):
        return None
    start = len(before) - len(old)
    edit = Edit(Span(place.source, start, len(before)), new)
    return Fix(f"write `{new}` for `{old}`", (edit,))


def dot_instead_of_colons(reference: Reference, model: Model) -> Fix | None:
    """Write `engine.shaft` for `engine::shaft`, if `engine` is the feature that owns what is named."""
    text = reference.span.text
    link = text.split(".")[0]
    prefix, colons, _ = link.rpartition("::")
    owner = model.owner(model.element(reference.path[0]))
    if not colons or not isinstance(owner, Feature) or owner.name != prefix.strip():
        return None
    at = reference.span.start + len(prefix)
    return Fix("write a dot", (Edit(Span(reference.span.source, at, at + 2), "."),))
