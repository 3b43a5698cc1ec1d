# Generated from HFO_Workflows (ssot/hfo/workflows.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""How missions run. A step with a value on its `out` parameters is computed; the other
steps are allocated to agents by
the assembly in HFO_Structure.
"""

from __future__ import annotations

from ._base import FrozenModel, Natural, OpaqueValue
from .hfo_signals import Verdict


class MissionStarted(OpaqueValue):
    """The mission is taken from the queue."""


class ClarificationGiven(FrozenModel):
    """The user answered a question."""

    sequence: Natural


class WorkFinished(OpaqueValue):
    """The swarm has handed in its result."""


class VoteCast(FrozenModel):
    """A reviewer has voted."""

    verdict: Verdict


class MissionRetried(OpaqueValue):
    """A rejected mission is queued once more."""
