"""The core API: `Workspace`, one noun with a few verbs, and the order of the phases."""

from __future__ import annotations

from generator.workspace.core import Workspace
from generator.workspace.sources import SourceFault

__all__ = ["SourceFault", "Workspace"]
