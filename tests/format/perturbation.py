"""Ways to disturb a text without changing what it says."""

from __future__ import annotations

from random import Random

from generator.syntax.scanner import Tokens, scan
from generator.syntax.tables import load

__all__ = ["shaken", "with_notes"]

_SPACES = (" ", "  ", "\t", " \t ")
_ANY = (*_SPACES, "\n", "\n    ", "\r\n\t", "\n\n  ")


def _gaps(tokens: Tokens) -> list[tuple[int, int]]:
    return list(zip([0, *tokens.ends[:-1]], tokens.starts, strict=True))


def _one_line_bodies(text: str, tokens: Tokens) -> list[bool]:
    """For each token whether it stands behind the opening of a body that begins and ends on one line."""
    inside = [False] * len(tokens.starts)
    open_: list[int] = []
    for at, start in enumerate(tokens.starts):
        if text[start : start + 1] == "{":
            open_.append(at)
        elif text[start : start + 1] == "}":
            first = open_.pop()
            if "\n" not in text[tokens.starts[first] : start]:
                inside[first + 1 : at + 1] = [True] * (at - first)
    return inside


def _shaken(gap: str, inside: bool, before: str, random: Random) -> str:
    if inside:
        return random.choice(_SPACES) if gap or random.random() < 0.3 else ""
    if "\n" in gap and before in (";", "}", "/", ""):
        fresh = "\n\n" if gap.count("\n") > 1 else "\n"
        return fresh * (random.choice((1, 2)) if fresh == "\n\n" else 1) + random.choice(_SPACES)
    if "\n" in gap and before == "{":
        return "\n" + random.choice(_ANY)
    if before in (";", "}"):
        return random.choice((" ", "\n", "\n\t"))
    return random.choice(_ANY) if gap or random.random() < 0.3 else ""


def shaken(text: str, dialect: str, random: Random) -> str:
    """A formatted text with other white space: only what the formatter heeds is kept.

    It heeds blank lines between members, bodies on one line, where notes stand, and how the lines of a longer
    comment lie to its first one.
    """
    tokens = scan(text, load(dialect))
    inside = _one_line_bodies(text, tokens)
    out: list[str] = []
    ends = [*tokens.ends[1:], len(text)]
    gaps = zip(_gaps(tokens), inside, tokens.ends, ends, strict=True)
    for (start, end), within, token_end, next_end in gaps:
        gap, token = text[start:end], text[end:token_end]
        is_beside_comment = text.startswith("/*", token_end + 1) or token.startswith("/*")
        is_long = "\n" in text[end:next_end] and is_beside_comment
        if "//" in gap or is_long or not start or end == len(text):
            out += [gap, token]
        else:
            before = text[start - 1 : start]
            after_brace = _shaken(gap, within, before, random)
            if token == "}" and not within and "\n" in gap:
                after_brace = "\n" + after_brace.replace(";", "")
            out += [after_brace, token]
    return "".join(out)


def with_notes(text: str, dialect: str, places: list[tuple[int, int]]) -> tuple[str, int]:
    """A text with notes at some gaps, and how many there are. A place is a gap and a form of note."""
    tokens = scan(text, load(dialect))
    inserts: dict[int, str] = {}
    for gap, form in places:
        at = gap % len(tokens.starts)
        forms = (f" // n{at}\n", f" //* n{at} */ ", f"\n// n{at}\n", f"\n\n//* n{at}\n  more */\n")
        inserts[tokens.starts[at]] = forms[form % len(forms)]
    out, last = [], 0
    for at, note in sorted(inserts.items()):
        out += [text[last:at], note]
        last = at
    return "".join([*out, text[last:]]), len(inserts)
