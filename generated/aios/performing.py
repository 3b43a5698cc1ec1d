# Generated from AIOS_Agents::AgentRegister (ssot/aios/agents.sysml) and 45 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""How a workflow is run for another program: with default steps, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .workflows import stepping

__all__ = ["first_of", "is_answer", "perform"]


def first_of(fault: BaseException) -> BaseException:
    """What went wrong first, of things that were done at the same time."""
    while isinstance(fault, BaseExceptionGroup):
        fault = fault.exceptions[0]
    return fault


def is_answer(fault: BaseException) -> bool:
    """Whether a failure is an answer to what was asked, so that its message is for whoever asked."""
    return isinstance(fault, ValueError) or any(
        each.__name__ == "Refused" for each in type(fault).__mro__
    )


async def perform(
    name: str, given: Mapping[str, object], *, token: str | None = None
) -> Any:
    """The result of a workflow; inputs that are not given are left to their defaults.

    `token` is that of the session that asks; Refused is raised when the workflow is not for it.
    """
    from .persistence.transaction import transacted
    from .security import admit

    workflow = stepping.workflow_function(name)
    values = await admit(name, given, token)
    protocol = stepping.protocol_of(workflow)
    if protocol is not None:
        values["steps"] = stepping.default_steps(protocol)
    return await transacted(workflow)(**values)
