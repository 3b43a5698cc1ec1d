# Generated from AIOS_Queues (ssot/aios/queues.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""The queues: how many of their tasks may run, and who holds a lock."""

from __future__ import annotations

from ._base import FrozenModel, Natural, Positive
from .aios_domain import QueueName


class QueueLine(FrozenModel):
    """A queue as people see it."""

    queue: QueueName
    purpose: str
    running: Natural
    limit: Positive
    waiting: Natural
    locks: tuple[str, ...] = ()
