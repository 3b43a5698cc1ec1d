# Generated from AIOS_Agents::AgentRegister (ssot/aios/agents.sysml) and 45 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A workflow is run for another program: with default steps, in one transaction; what it refuses is an answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from aios import performing, security
from aios.persistence import transaction
from aios.workflows import stepping


class Refused(RuntimeError):
    """Stands for the refusal of a workflow, which is known by its name."""


def test_what_went_wrong_first() -> None:
    """The first failure inside of groups of failures, or the failure itself."""
    first = KeyError("first")
    group = ExceptionGroup(
        "outer",
        [ExceptionGroup("inner", [first, ValueError("second")]), TypeError("third")],
    )
    assert performing.first_of(group) is first
    assert performing.first_of(first) is first


@pytest.mark.parametrize(
    ("fault", "is_answer"),
    [
        (ValueError("no"), True),
        (Refused("no"), True),
        (RuntimeError("a fault"), False),
        (KeyError("a fault"), False),
    ],
)
def test_what_is_an_answer(fault: Exception, is_answer: bool) -> None:
    """What is wrong with the question is told to who asked; a fault of the system is not."""
    assert performing.is_answer(fault) is is_answer


@pytest.mark.parametrize("protocol", [None, dict])
def test_a_workflow_is_run(
    protocol: type | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is given the inputs and steps where it has any, after whoever asks was admitted, and its result comes back."""
    seen: list[object] = []

    async def workflow(**given: object) -> str:
        seen.append(given)
        return "the result"

    monkeypatch.setattr(stepping, "workflow_function", {"work": workflow}.__getitem__)
    monkeypatch.setattr(stepping, "protocol_of", {workflow: protocol}.__getitem__)
    monkeypatch.setattr(stepping, "default_steps", lambda kind: ("steps of", kind))

    async def admit(
        name: str, given: Mapping[str, object], token: str | None
    ) -> dict[str, object]:
        return {**given, "admitted": (name, token)}

    monkeypatch.setattr(security, "admit", admit)

    def transacted(work: Callable[..., Any]) -> Callable[..., Any]:
        async def whole(**given: object) -> Any:
            seen.append("begins")
            result = await work(**given)
            seen.append("ends")
            return result

        return whole

    monkeypatch.setattr(transaction, "transacted", transacted)

    assert (
        asyncio.run(performing.perform("work", {"a": 1}, token="the token"))
        == "the result"
    )
    given: dict[str, object] = {"a": 1}
    given["admitted"] = ("work", "the token")
    if protocol is not None:
        given["steps"] = ("steps of", protocol)
    assert seen == ["begins", given, "ends"]
