# Generated from AIOS (ssot/aios/aios.sysml) and 27 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests neither print nor send traces, whatever the environment says, and take the time they need.

They try the same examples on every run; `HYPOTHESIS_PROFILE=explore` tries others each time.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

os.environ["OTEL_TRACES_EXPORTER"] = "none"
settings.register_profile(
    "generated",
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
settings.register_profile(
    "explore", settings.get_profile("generated"), derandomize=False
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "generated"))
