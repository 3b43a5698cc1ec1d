# Generated from AIOS_EventVerification::QueueDayTest (ssot/aios/verification_events.sysml) and 7 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""How cases perform the system: whole workflows, each in a transaction of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from aios.persistence.repository import Repository
from aios.persistence.transaction import transacted, transaction
from aios.workflows import stepping

T = TypeVar("T")


def perform(
    workflow: Callable[..., Coroutine[Any, Any, T]],
    doing: object | None = None,
    /,
    **inputs: object,
) -> T:
    """What a workflow gives, run as its command runs it: with the steps of the model and the storage of the system.

    Steps that the model leaves to others are done by the methods of `doing`.
    """
    protocol = stepping.protocol_of(workflow)
    if protocol is not None:
        inputs["steps"] = stepping.default_steps(protocol, doing)
    return asyncio.run(_whole(workflow, inputs))


async def _whole(
    workflow: Callable[..., Coroutine[Any, Any, T]], inputs: dict[str, object]
) -> T:
    return await transacted(workflow)(**inputs)


def ask(work: Callable[..., Coroutine[Any, Any, T]], **given: object) -> T:
    """What a method of the repository gives, in a transaction of its own."""

    async def whole() -> T:
        async with transaction():
            return await work(Repository(), **given)

    return asyncio.run(whole())
