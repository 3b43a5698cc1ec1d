# Generated from AIOS_Views::FreezeMirror (ssot/aios/views.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""A file for each freeze."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..support.texts import to_string
from ..types.aios_persistence import FreezeRecord
from ..types.aios_views import Paper
from .running import run_step


class FreezeMirrorSteps(Protocol):
    """What FreezeMirror asks of those who do its steps."""

    @abstractmethod
    async def all_freeze_record(self) -> tuple[FreezeRecord, ...]:
        """All instances of FreezeRecord."""


async def freeze_mirror(steps: FreezeMirrorSteps) -> tuple[Paper, ...]:
    """A file for each freeze."""
    with telemetry.tracer().start_as_current_span("FreezeMirror"):
        all_freeze_record = await run_step("all FreezeRecord", steps.all_freeze_record)
        return tuple(
            Paper(
                name="FREEZE_" + to_string(each.number),
                content="# Freeze "
                + to_string(each.number)
                + "\n\n"
                + each.reason
                + "\n\n- frozen by "
                + each.frozen_by
                + " at "
                + each.frozen_at.isoformat()
                + (
                    ""
                    if each.lifted_at is None
                    else "\n- lifted by "
                    + (each.lifted_by if each.lifted_by is not None else "")
                    + " at "
                    + (
                        each.lifted_at if each.lifted_at is not None else each.frozen_at
                    ).isoformat()
                )
                + "\n",
            )
            for each in all_freeze_record
        )
