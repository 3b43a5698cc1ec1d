# Generated from AIOS_Agents::Init (ssot/aios/agents.sysml) and 66 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of how steps are run: what they are given, how often they are tried, when they are given up."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from aios.tests.workflows.conftest import Tracer
from aios.workflows import running

T = TypeVar("T")


async def double(*, value: int) -> int:
    """A step that works."""
    return value * 2


class Flaky:
    """A step that fails so many times before it works."""

    def __init__(self, failures: int) -> None:
        self.failures = failures
        self.calls = 0

    async def step(self, *, value: int) -> int:
        """Fail, or give the value back."""
        self.calls += 1
        if self.calls <= self.failures:
            raise ConnectionError(self.calls)
        return value


def test_a_step_gives_its_result_in_a_span(
    tracer: Tracer,
) -> None:
    assert asyncio.run(running.run_step("doubling", double, value=21)) == 42
    assert tracer.spans == [(None, "doubling")]


def test_a_failing_step_is_tried_again(pauses: list[float]) -> None:
    flaky = Flaky(failures=3)
    step = running.retrying(flaky.step, attempts=4, delay=1.5, maximum=5.0)
    assert asyncio.run(step(value=7)) == 7
    assert flaky.calls == 4
    assert pauses == [1.5, 3.0, 5.0]


def test_the_last_failure_is_raised(pauses: list[float]) -> None:
    flaky = Flaky(failures=9)
    with pytest.raises(ConnectionError) as caught:
        asyncio.run(running.retrying(flaky.step, attempts=2)(value=7))
    assert caught.value.args == (2,)
    assert flaky.calls == 2
    assert pauses == [1.0]


def test_a_step_that_takes_too_long_is_given_up() -> None:
    async def forever() -> None:
        await asyncio.Event().wait()

    with pytest.raises(TimeoutError):
        asyncio.run(running.limited(forever, seconds=0.001)())


def test_a_step_in_time_is_not_given_up() -> None:
    assert asyncio.run(running.limited(double, seconds=60.0)(value=4)) == 8


def test_now() -> None:
    before = datetime.now(UTC)
    found = running.now()
    assert before <= found <= datetime.now(UTC)
    assert found.utcoffset() == before.utcoffset()


def test_a_refusal_is_its_reason() -> None:
    assert str(running.Refused("no")) == "no"
    assert issubclass(running.Refused, RuntimeError)


def test_a_step_knows_its_place_and_is_kept_there() -> None:
    class Keeper:
        """Keeps what steps give, by their place."""

        def __init__(self) -> None:
            self.kept: dict[running.Place, object] = {}

        async def step(
            self, place: running.Place, work: Callable[[], Awaitable[T]]
        ) -> T:
            self.kept[place] = result = await work()
            return result

    @running.composed
    async def inner(*, value: int) -> int:
        return await running.run_step("doubling", double, value=value)

    async def run() -> Keeper:
        kept = Keeper()
        running.keeper.set(kept)
        assert await running.run_step("all", inner, value=4) == 8
        assert (
            await running.run_step(
                "doubling", running.limited(double, seconds=9), value=1
            )
            == 2
        )
        assert running.here.get() == ()
        return kept

    assert asyncio.run(run()).kept == {("all", "doubling"): 8, ("doubling",): 2}


def test_policies_around_a_composed_step_leave_it_composed() -> None:
    step = running.composed(double)
    assert vars(running.limited(running.retrying(step), seconds=1))["is_composed"]
    del vars(double)["is_composed"]
