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
from collections.abc import Iterable, Iterator
from typing import Protocol

from generator.emit.framing import ELEMENTS, FormatFault, Question, answers, format_whole
from generator.emit.logical import Piece, Unsuitable, cut
from generator.emit.spacing import UnknownSpacing, blank_lines

__all__ = ["FormatFault", "Formatter", "format_whole"]

WIDTH = 88
_NONE = "\0"


class Answers(Protocol):
    """What black answered before, by key."""

    def get(self, key: bytes) -> str | None:
        """The answer under a key, or None."""

    def put(self, key: bytes, text: str) -> None:
        """Keep an answer."""


class Formatter:
    """Formats modules; answers of black are kept in memory and, if given, in a store."""

    def __init__(self, store: Answers | None = None, salt: bytes = b"") -> None:
        self._store = store
        self._salt = salt
        self._known: dict[Question, str] = {}

    def format(self, text: str) -> str:
        """The text as black writes the whole of it; raises FormatFault if it is no Python."""
        try:
            pieces = cut(text)
            spaces = blank_lines([piece.line for piece in pieces])
            self._ask(question for piece in pieces for question in _shapes(piece))
            self._ask(question for piece in pieces for question in self._texts(piece))
            lines = [self._formatted(piece) for piece in pieces]
        except (Unsuitable, UnknownSpacing):
            return format_whole(text)
        return "".join(
            "\n" * blanks + line + "\n" for blanks, line in zip(spaces, lines, strict=True)
        )

    def _formatted(self, piece: Piece) -> str:
        """One logical line with its indentation."""
        body = piece.body
        if body is not None and self._keeps(piece.frame, body.skeleton):
            return "\n".join((body.head, *map(self._formatted, body.elements), body.tail))
        if piece.is_settled or self._fits(piece):
            return piece.line.text
        answer = self._known[Question(piece.frame, piece.line.depth, piece.line.text)]
        if answer == _NONE:
            raise Unsuitable("black cannot read it alone")
        return answer

    def _texts(self, piece: Piece) -> Iterator[Question]:
        """The lines of a piece that are not settled by their shapes."""
        body = piece.body
        if body is not None and self._keeps(piece.frame, body.skeleton):
            for element in body.elements:
                yield from self._texts(element)
        elif not piece.is_settled and not self._fits(piece):
            yield Question(piece.frame, piece.line.depth, piece.line.text)

    def _fits(self, piece: Piece) -> bool:
        shape = piece.shape
        if shape is None or len(piece.line.text) > WIDTH:
            return False
        return self._keeps(piece.frame, shape)

    def _keeps(self, frame: str, shape: str) -> bool:
        """Whether black leaves lines of a shape as they are, as long as they fit."""
        question = _of_shape(frame, shape)
        return self._known[question] == question.text

    def _ask(self, questions: Iterable[Question]) -> None:
        """See to it that questions are answered, with one call of black for those nobody asked before."""
        fresh: dict[Question, bytes] = {}
        for question in questions:
            if question in self._known or question in fresh:
                continue
            key = self._key(question)
            known = self._store.get(key) if self._store is not None else None
            if known is None:
                fresh[question] = key
            else:
                self._known[question] = known
        found = answers(list(fresh)) if fresh else {}
        for question, key in fresh.items():
            answer = self._known[question] = found.get(question, _NONE)
            if self._store is not None:
                self._store.put(key, answer)

    def _key(self, question: Question) -> bytes:
        frame, depth, text = question
        parts = (self._salt, frame.encode(), b"%d" % depth, text.encode())
        return hashlib.sha256(b"\0".join(parts)).digest()


def _shapes(piece: Piece) -> Iterator[Question]:
    """The shapes a piece depends on."""
    if piece.is_settled:
        return
    if piece.shape is not None:
        yield _of_shape(piece.frame, piece.shape)
    if piece.body is not None:
        yield _of_shape(piece.frame, piece.body.skeleton)
        for element in piece.body.elements:
            yield from _shapes(element)


def _of_shape(frame: str, shape: str) -> Question:
    if frame not in ELEMENTS:
        return Question(frame, 0, shape)
    return Question(frame, 1, "\n".join("    " + line for line in shape.split("\n")))
