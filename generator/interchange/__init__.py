"""Interchange with other tools: the JSON of the OMG's element form, and project archives (`.kpar`).

Source: KerML 1.0, clause 10. Knows the resolved graph and model texts; must not read or write the disk.
"""

from __future__ import annotations

from generator.interchange.archive import Project, archive
from generator.interchange.document import document

__all__ = ["Project", "archive", "document"]
