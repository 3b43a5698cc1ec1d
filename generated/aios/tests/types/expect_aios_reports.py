# Generated from AIOS_Reports::ChecklistLine (ssot/aios/reports.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in AIOS_Reports."""

from __future__ import annotations

from ...types.aios_reports import ChecklistLine
from .. import values as v

EXPECTED = (
    v.record(
        ChecklistLine,
        {
            "section": v.text(),
            "line": v.text(),
            "found": v.text(),
        },
    ),
)
