# Generated from HFO_Agents (ssot/hfo/agents.sysml) and 11 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests neither print nor send traces, whatever the environment says, unless one asks for them."""

from __future__ import annotations

import os

os.environ["OTEL_TRACES_EXPORTER"] = "none"
