"""The only writer: observes the generated tree, stages a new one beside it, and swaps them.

A run killed at any instant leaves the old tree or the new one: the new tree is complete in a staging folder on
the same file system before a journal names it, and a journal is always carried out to its end, by this run or
by the next. Files that do not change are hard links in the new tree: same inode, same modification time.
"""

from __future__ import annotations

from generator.apply.export import export
from generator.apply.journal import ApplyFault, is_pending, recover
from generator.apply.observe import Layout, observe
from generator.apply.staging import Receipt, Staging, locked, stage

__all__ = [
    "ApplyFault",
    "Layout",
    "Receipt",
    "Staging",
    "export",
    "is_interrupted",
    "locked",
    "observe",
    "recover",
    "stage",
]


def is_interrupted(layout: Layout) -> bool:
    """Whether a killed run has to be finished before the tree can be trusted."""
    return is_pending(layout.private)
