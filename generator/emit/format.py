"""Formatting of generated Python with black, as a library, at a price that follows the change.

The result is what `black --target-version py311` makes of the whole file. To get it without reading the file
with black: a module is cut into logical lines; black formats each of them on its own, apart from the blank
lines between them (`spacing`). A line that fits is left as it is by black for any names and strings in it, so
one answer of black holds for all lines of the same shape, and other answers are kept by text. What does not
fit this scheme is given to black whole.

Knows Python text. Must not know where it comes from or goes to.
"""

from __future__ import annotations

import hashlib
from typing import Protocol

from generator.emit.logical import Piece, Unsuitable, cut
from generator.emit.spacing import UnknownSpacing, blank_lines

__all__ = ["FormatFault", "Formatter", "format_whole"]

WIDTH = 88


class FormatFault(Exception):
    """Text that is not Python: a fault of a template, with the line it shows in."""


class Answers(Protocol):
    """What black answered before, by key."""

    def get(self, key: bytes) -> str | None:
        """The answer under a key, or None."""

    def put(self, key: bytes, text: str) -> None:
        """Keep an answer."""


def format_whole(text: str) -> str:
    """The text as black writes it; raises FormatFault if it is no Python."""
    import black  # heavy, and a run without change never formats
    from black.mode import TargetVersion
    from black.parsing import InvalidInput

    try:
        return black.format_str(text, mode=black.Mode(target_versions={TargetVersion.PY311}))
    except InvalidInput as fault:
        raise FormatFault(str(fault)) from fault


class Formatter:
    """Formats modules; answers of black are kept in memory and, if given, in a store."""

    def __init__(self, answers: Answers | None = None, salt: bytes = b"") -> None:
        self._store = answers
        self._salt = salt
        self._known: dict[tuple[str, str, int], str] = {}
        self._shapes: dict[tuple[str, str], bool] = {}

    def format(self, text: str) -> str:
        """The text as black writes the whole of it; raises FormatFault if it is no Python."""
        try:
            pieces = cut(text)
            spaces = blank_lines([piece.line for piece in pieces])
            for piece in pieces:
                piece.line.text = self._formatted(piece)
        except (Unsuitable, UnknownSpacing):
            return format_whole(text)
        return "".join(
            "\n" * blanks + piece.line.text + "\n"
            for blanks, piece in zip(spaces, pieces, strict=True)
        )

    def _formatted(self, piece: Piece) -> str:
        """One logical line with its indentation."""
        line = piece.line
        if piece.is_settled:
            return line.text
        body = piece.body
        if body is not None and self._keeps(piece.frame, body.skeleton):
            return "\n".join((body.head, *map(self._formatted, body.elements), body.tail))
        fits = piece.shape is not None and len(line.text) <= WIDTH
        if fits and self._keeps(piece.frame, piece.shape or ""):
            return line.text
        return self._ask(piece.frame, line.depth, line.text)

    def _keeps(self, frame: str, shape: str) -> bool:
        """Whether black leaves lines of a shape as they are, as long as they fit."""
        known = self._shapes.get((frame, shape))
        if known is None:
            depth = 1 if frame in _ELEMENTS else 0
            text = "\n".join("    " * depth + line for line in shape.split("\n"))
            try:
                known = self._ask(frame, depth, text) == text
            except Unsuitable:
                known = False  # the shape is no Python although the line may be
            self._shapes[frame, shape] = known
        return known

    def _ask(self, frame: str, depth: int, text: str) -> str:
        """What black makes of a logical line at a depth; `frame` says what it needs around itself."""
        key = (frame, text, depth)
        known = self._known.get(key)
        if known is None:
            parts = (self._salt, frame.encode(), b"%d" % depth, text.encode())
            digest = hashlib.sha256(b"\0".join(parts)).digest()
            known = self._store.get(digest) if self._store is not None else None
            if known is None:
                known = _framed(frame, depth, text)
                if self._store is not None:
                    self._store.put(digest, known)
            self._known[key] = known
        return known


#: What stands before and after a line of a kind so that black can read it: lines before, lines after.
_FRAMES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "": ((), ()),
    "block": ((), ("    pass",)),
    "decorator": ((), ("def f():", "    pass")),
    "else": (("if 1:", "    pass"), ("    pass",)),
    "except": (("try:", "    pass"), ("    pass",)),
    "try": ((), ("    pass", "finally:", "    pass")),
    "(": (("f(",), (")",)),
    "[": (("[",), ("]",)),
    "{": (("{",), ("}",)),
    "def(": (("def f(",), ("):", "    pass")),
    "import(": (("from m import (",), (")",)),
}
_ELEMENTS = frozenset({"(", "[", "{", "def(", "import("})


def _framed(frame: str, depth: int, text: str) -> str:
    """A logical line as black writes it inside its frame; Unsuitable when it cannot be told."""
    before, after = _frame_lines(frame, depth)
    try:
        formatted = format_whole("\n".join((*before, text, *after)) + "\n").split("\n")[:-1]
    except FormatFault as fault:
        raise Unsuitable("black cannot read it alone") from fault
    end = len(formatted) - len(after)
    inner = formatted[len(before) : end]
    if formatted[: len(before)] != list(before) or formatted[end:] != list(after):
        raise Unsuitable("the frame does not hold")
    if not inner or not inner[0] or not inner[-1]:
        raise Unsuitable("black puts blank lines here")
    return "\n".join(inner)


def _frame_lines(frame: str, depth: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines before and after; blocks around them give the line its indentation."""
    if frame == "module docstring":
        return (), ()
    if frame.endswith(" docstring"):
        opener = "class C:" if frame == "class docstring" else "def f():"
        heads: tuple[str, ...] = (opener,)
        tails: tuple[str, ...] = () if frame == "class docstring" else ("    pass",)
        depth -= 1
    else:
        heads, tails = _FRAMES[frame]
        depth -= frame in _ELEMENTS
    pad = "    " * depth
    blocks = tuple("    " * at + "if 1:" for at in range(depth))
    return (
        (*blocks, *(pad + each for each in heads)),
        tuple(pad + each for each in tails),
    )
