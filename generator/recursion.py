"""Room for recursion over trees as deep as the parser lets them become.

Python's own limit guards against endless recursion and is far below that; a call of one Python
function by another takes no room on the stack of the machine. Must not know what recurses.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["deep_recursion"]

_DEEPEST = 100_000


@contextmanager
def deep_recursion() -> Iterator[None]:
    """Let functions call themselves for any tree within the limits of the parser."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _DEEPEST))
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
