# Generated from AIOS_Requirements (ssot/aios/requirements.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the operating model asks of the software; the numbers in brackets are its
sections. Meetings, backups and updates of
dependencies are done by people: see the weekly checklist.
"""

from __future__ import annotations

from ._base import FrozenModel
from .aios_persistence import TaskQueue


class Kernel(FrozenModel):
    """The system as a whole: what it does, and what is known of its queues."""

    dev: TaskQueue
