"""Mending by writing some tokens anew: tried on the automaton first, then reported with its fix.

A rewriting keeps tokens (by index) and puts in terminals (by name or text). It applies when the
parse can go back to where it begins and the automaton takes the result and what follows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from generator.syntax.recovery.desk import Desk
from generator.syntax.recovery.simulation import fits

__all__ = ["Part", "rewrite", "text_of"]

Part: TypeAlias = int | str
_FARTHEST = 100
"""How many tokens are read again at most."""
_TIGHT_BEFORE = frozenset((";", ",", ")", "]", "::", "."))
_TIGHT_AFTER = frozenset(("(", "[", "::", ".", ""))


def rewrite(
    desk: Desk,
    begin: int,
    end: int,
    parts: Sequence[Part],
    code: str,
    message: str,
    hint: str | None = None,
    *,
    says: str | None = None,
    texts: dict[int, str] | None = None,
    instead: tuple[int, int, str] | None = None,
    and_then: int = 2,
) -> bool:
    """Replace the tokens from `begin` to before `end` when that helps; whether it did.

    `texts` has what the fix writes for parts, by their place; `says` is what the fix is called.
    `instead` is the range and the text of the fix when the parts do not say it.
    """
    last = len(desk.tokens.types) - 1
    if end > last or any(isinstance(each, int) and each >= last for each in parts):
        return False
    depth, back = _depth_before(desk, begin)
    if begin - back > _FARTHEST:
        return False
    again = [*range(back, begin), *parts]
    kinds = [
        desk.tokens.types[each] if isinstance(each, int) else desk.kind(each) for each in again
    ]
    following = desk.tokens.types[end : end + and_then]
    if not fits(desk.driver, [*kinds, *following], depth):
        return False
    new = text_of(desk, parts, texts)
    start, stop = desk.tokens.starts[begin], desk.tokens.ends[max(begin, end - 1)]
    if begin == end:
        start = stop = desk.tokens.ends[begin - 1] if begin else 0
        new = f" {new} " if new not in (";", ",") else new
    new = _apart(desk.tokens.text, start, stop, new)
    if instead is not None:
        start, stop, new = instead
    title = says or (f"Write {new.strip()}" if new.strip() else "Remove it")
    desk.report(code, message, start, stop, hint, (title, new))
    _apply(desk, back, end, again, kinds)
    return True


def _apart(text: str, start: int, stop: int, new: str) -> str:
    """A new word with a space where it would grow together with what is beside it."""
    if new[:1].isalnum() and text[max(start - 1, 0) : start].isalnum():
        new = f" {new}"
    return f"{new} " if new[-1:].isalnum() and text[stop : stop + 1].isalnum() else new


def text_of(desk: Desk, parts: Sequence[Part], texts: dict[int, str] | None = None) -> str:
    """The parts as text, with a space where one belongs."""
    text = ""
    before = ""
    for at, part in enumerate(parts):
        word = desk.word(part) if isinstance(part, int) else part
        word = (texts or {}).get(at, word)
        space = "" if word in _TIGHT_BEFORE or before in _TIGHT_AFTER else " "
        text += space + word
        before = word
    return text


def _depth_before(desk: Desk, begin: int) -> tuple[int, int]:
    """The height of the stack when the parse had come to a token, or to one before it when it has
    put that one and what follows into one construct; and the token."""
    firsts, depth = desk.driver.firsts, len(desk.driver.states)
    while depth > 1 and firsts[depth - 1] >= begin:
        depth -= 1
    reached = firsts[depth] if depth < len(firsts) else desk.at
    if reached == begin or depth == 1:
        return depth, begin
    return depth - 1, firsts[depth - 1]


def _apply(desk: Desk, begin: int, end: int, parts: Sequence[Part], kinds: list[int]) -> None:
    tokens = desk.tokens
    desk.unwind(begin)
    place = tokens.starts[begin] if begin < end else (tokens.ends[begin - 1] if begin else 0)
    starts, ends = [], []
    for part in parts:
        if isinstance(part, int):
            starts.append(tokens.starts[part])
            ends.append(tokens.ends[part])
        else:
            starts.append(place)
            ends.append(place)
    tokens.types[begin:end] = kinds
    tokens.starts[begin:end] = starts
    tokens.ends[begin:end] = ends
    desk.go_on(begin, begin + len(parts))
