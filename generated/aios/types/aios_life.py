# Generated from AIOS_Life (ssot/aios/life.sysml) and 10 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The states of a TaskCard and what happens to it."""

from __future__ import annotations

from ._base import OpaqueValue


class Triaged(OpaqueValue):
    """The task was given a queue and a priority."""


class Started(OpaqueValue):
    """Somebody begins to work."""


class Submitted(OpaqueValue):
    """The code is handed to a reviewer."""


class RevisionAsked(OpaqueValue):
    """The reviewer found critical or major issues."""


class CodeApproved(OpaqueValue):
    """The reviewer found none."""


class Finished(OpaqueValue):
    """The work is handed to a person."""


class SentBack(OpaqueValue):
    """The person wants something else."""


class Merged(OpaqueValue):
    """Somebody with authority has accepted the result."""


class Blocked(OpaqueValue):
    """The task cannot go on."""


class Resumed(OpaqueValue):
    """What blocked the task is resolved."""
