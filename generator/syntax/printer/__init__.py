"""The tree as text again.

`to_text` writes a tree in one plain style; reading the result gives an equal tree, which proves that
trees hold everything. Knows the notation. Must not know where a tree came from.
"""

from __future__ import annotations

from generator.syntax.ast import Element, Node
from generator.syntax.printer import behaviors, kernel, members
from generator.syntax.printer.expressions import expression
from generator.syntax.printer.members import role_words
from generator.syntax.printer.paper import Piece, printed_in, write

__all__ = ["to_text"]

_MEMBERS = {**members.PRINTERS, **behaviors.PRINTERS, **kernel.PRINTERS}


def to_text(node: Node, dialect: str | None = None) -> str:
    """The text of a tree or of a part of one, in `"sysml"` or `"kerml"`. Malformed parts are left out.

    Without a dialect the names are fit for both: what either reserves is in quotes.
    """
    with printed_in(dialect):
        return write([node], _printed)


def _printed(node: Node) -> list[Piece]:
    pieces = expression(node)
    if pieces is not None:
        return pieces
    pieces = _MEMBERS[type(node)](node)
    return [role_words(node), *pieces] if isinstance(node, Element) else pieces
