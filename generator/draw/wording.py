"""Text for labels: made visible, shortened and wrapped, the same on every machine.

Knows characters only. A label may come from anywhere, so nothing here trusts it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

__all__ = ["plural", "shorten", "slug", "visible", "wrap"]

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(text: str) -> str:
    """The text on one line: white space collapsed; control, direction and unassigned characters spelled out."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    shown = []
    for character in text:
        if character.isspace():
            shown.append(" ")
        elif unicodedata.category(character) in _HIDDEN:
            shown.append(f"[U+{ord(character):04X}]")
        else:
            shown.append(character)
    return " ".join("".join(shown).split())


def shorten(text: str, limit: int) -> str:
    """The visible text in at most `limit` characters, with an ellipsis when some are left out."""
    shown = visible(text)
    return shown if len(shown) <= limit else shown[: limit - 1].rstrip() + "…"


def wrap(text: str, width: int, lines: int) -> tuple[str, ...]:
    """The visible text in at most `lines` lines of about `width` characters; words longer than a line are cut."""
    found: list[str] = []
    line = ""
    for word in visible(text).split(" "):
        for piece in _pieces(word, width):
            if line and len(line) + 1 + len(piece) > width:
                found.append(line)
                line = piece
            else:
                line = f"{line} {piece}" if line else piece
    if line:
        found.append(line)
    if len(found) > lines:
        kept = found[:lines]
        kept[-1] = kept[-1][: width - 1].rstrip(" .,;:") + "…"
        return tuple(kept)
    return tuple(found)


def _pieces(word: str, width: int) -> list[str]:
    return [word[at : at + width] for at in range(0, len(word), width)] or [""]


def plural(count: int, noun: str) -> str:
    """`1 part`, `2 parts`, `3 properties`."""
    if count == 1:
        return f"1 {noun}"
    if noun.endswith("y"):
        return f"{count} {noun[:-1]}ies"
    if noun.endswith("x"):
        return f"{count} {noun}es"
    return f"{count} {noun}s"


def slug(text: str) -> str:
    """An ASCII word of letters, digits and `_` for keys and file names; never empty, at most 80 characters.

    Text that does not survive as it is gets a digest, so that different texts seldom share a word.
    """
    kept = re.sub(r"[^A-Za-z0-9]+", "_", text.replace("::", "__")).strip("_")
    plain = re.fullmatch(r"[A-Za-z0-9_: ]*", text) is not None
    if plain and 0 < len(kept) <= 80:
        return kept
    mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{kept[:70]}_{mark}".strip("_")
