# Generated from AIOS_Queues::QueueLine (ssot/aios/queues.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in AIOS_Queues."""

from __future__ import annotations

from ...types.aios_domain import QueueName
from ...types.aios_queues import QueueLine
from .. import values as v

EXPECTED = (
    v.record(
        QueueLine,
        {
            "queue": v.literal(QueueName),
            "purpose": v.text(),
            "running": v.natural(),
            "limit": v.positive(),
            "waiting": v.natural(),
            "locks": v.default(v.many(v.text(), 0, None), ()),
        },
    ),
)
