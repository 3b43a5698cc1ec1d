# Generated from HFO_Workflows::MissionLifecycle (ssot/hfo/workflows.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""Runs of workflows as rows: what went in, what came out, when it began."""

from __future__ import annotations

import asyncio
import datetime as dt
import inspect
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

import sqlalchemy as sa
from pydantic_core import to_jsonable_python

from .models import Base, MissionRow
from .session import create_engine, session

__all__ = ["recorded"]

T = TypeVar("T")
Inputs = Mapping[str, Any]


async def recorded(
    name: str, workflow: Callable[..., Awaitable[T]], inputs: Inputs
) -> T:
    """Run a workflow; one that is recorded leaves a row, also when it fails.

    A row that the database does not take is logged, it does not fail the run.
    """
    make = RECORDED.get(name)
    if make is None:
        return await workflow(**inputs)
    bound = inspect.signature(workflow).bind(**inputs)
    bound.apply_defaults()
    started, result = dt.datetime.now(dt.UTC), None
    try:
        result = await workflow(**inputs)
        return result
    finally:
        row = make(bound.arguments, result, started)
        await asyncio.to_thread(_keep, name, row)


def _keep(name: str, row: Base) -> None:
    engine = create_engine()
    try:
        with session(engine) as found:
            found.merge(row)
    except sa.exc.SQLAlchemyError as fault:
        reason = str(getattr(fault, "orig", fault)).splitlines()[0]
        logging.getLogger(__name__).warning(
            "the run of %s is not recorded: %s", name, reason
        )
    finally:
        engine.dispose()


def inner(value: Any, *names: str) -> Any:
    """An attribute of an attribute; None where there is nothing to look into."""
    for name in names:
        value = None if value is None else getattr(value, name)
    return value


def known(values: Inputs) -> dict[str, Any]:
    """The values that are there; the others are left to the defaults of their columns."""
    return {name: value for name, value in values.items() if value is not None}


def mission_lifecycle(inputs: Inputs, result: Any, started: dt.datetime) -> MissionRow:
    """The row of a run of mission_lifecycle; without a result it has failed."""
    values: dict[str, Any] = {
        "started_at": started,
        "mission_id": inner(inputs["signal"], "mission_id"),
        "user_id": inner(inputs["signal"], "user_id"),
        "intent": inner(inputs["signal"], "intent"),
        "risk": inner(inputs["signal"], "risk"),
    }
    if result is not None:
        values |= known(
            {
                "mission_id": inner(result, "digest", "mission_id"),
                "approved": inner(result, "digest", "approved"),
                "digest": to_jsonable_python(inner(result, "digest"), fallback=str),
            }
        )
    return MissionRow(**known(values))


RECORDED: dict[str, Callable[[Inputs, Any, dt.datetime], Base]] = {
    "mission_lifecycle": mission_lifecycle,
}
