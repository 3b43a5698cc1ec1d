# Generated from AIOS_Reports (ssot/aios/reports.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""What people look at every day, week and month, filled in from the data. What nobody
but people can do says so.
"""

from __future__ import annotations

from ._base import FrozenModel


class ChecklistLine(FrozenModel):
    """A line of a checklist: what people look at or do, and what is known about it."""

    section: str
    line: str
    found: str
