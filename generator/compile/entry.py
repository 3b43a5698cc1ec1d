"""What a compiled program is: a text, and where it begins.

Apart from the compiler, so that a program that is remembered runs without it.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Entry", "Program"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a program begins: an occurrence of `root`, and the attributes that lead from there to the element.

    `is_shared` when the root is a usage of a package, of which there is one.
    """

    kind: str
    root: str
    path: tuple[str, ...] = ()
    is_shared: bool = True


@dataclass(frozen=True, slots=True)
class Program:
    """The text of a Python module and its beginning.

    `satisfactions` are where a requirement is said to be satisfied: by what, and how to run it there.
    """

    text: str
    entry: Entry
    satisfactions: tuple[tuple[str, Entry], ...] = ()
