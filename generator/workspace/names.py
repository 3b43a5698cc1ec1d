"""The names of a workspace: its model together with what each name in its files means.

Knows the front end; must not know what the names are asked for.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.ir import ElementId, Model
from generator.resolve import resolve_names
from generator.workspace.core import Workspace
from generator.workspace.front import library_model, trees_of

__all__ = ["model_and_names"]


def model_and_names(
    workspace: Workspace,
) -> tuple[Model, Mapping[tuple[str, int], tuple[int, ElementId]]]:
    """The model of a workspace, and by file and offset each name's end and the id of what it means."""
    library = library_model(workspace.library_sources, workspace.store)
    trees = trees_of([each.source for each in workspace.files], workspace.store)
    workspace.store.flush()
    return resolve_names(trees, library)
