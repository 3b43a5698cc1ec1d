# Generated from AIOS_Metrics::MetricLine (ssot/aios/metrics.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in AIOS_Metrics."""

from __future__ import annotations

from ...types.aios_metrics import MetricLine
from .. import values as v

EXPECTED = (
    v.record(
        MetricLine,
        {
            "metric": v.text(),
            "value": v.text(),
            "goal": v.text(),
            "met": v.boolean(),
        },
    ),
)
