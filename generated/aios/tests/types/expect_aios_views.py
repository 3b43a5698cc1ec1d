# Generated from AIOS_Views::QueueState (ssot/aios/views.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in AIOS_Views."""

from __future__ import annotations

from ...types.aios_domain import Priority, QueueName, TaskStatus
from ...types.aios_views import Card, Paper, QueueState, TaskBoard, TaskState
from .. import values as v

EXPECTED = (
    v.record(
        QueueState,
        {
            "name": v.literal(QueueName),
            "max_concurrent": v.positive(),
            "locks": v.default(v.many(v.text(), 0, None), ()),
        },
    ),
    v.record(
        TaskState,
        {
            "id": v.text(),
            "title": v.text(),
            "queue": v.literal(QueueName),
            "priority": v.literal(Priority),
            "status": v.literal(TaskStatus),
            "assignee": v.default(v.optional(v.text()), None),
            "revision": v.natural(),
            "blocked": v.default(v.optional(v.text()), None),
            "artifacts": v.default(v.many(v.text(), 0, None), ()),
        },
    ),
    v.record(
        TaskBoard,
        {
            "queues": v.default(v.many(v.instance(QueueState), 0, None), ()),
            "tasks": v.default(v.many(v.instance(TaskState), 0, None), ()),
        },
    ),
    v.record(
        Card,
        {
            "id": v.text(),
            "title": v.text(),
            "queue": v.literal(QueueName),
            "priority": v.literal(Priority),
            "requirements": v.default(v.many(v.text(), 0, None), ()),
            "requested_by": v.text(),
        },
    ),
    v.record(
        Paper,
        {
            "name": v.text(),
            "content": v.text(),
        },
    ),
)
