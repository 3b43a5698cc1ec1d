# Generated from AIOS_Agents::Init (ssot/aios/agents.sysml) and 66 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Who does the steps of a workflow when nobody is named: what the model says, and the storage of the system."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable
from typing import Any, get_type_hints

__all__ = ["default_steps", "perform", "protocol_of", "workflow_function"]

_STORAGE = (("persistence.repository", "Repository"), ("journals", "Journals"))
_PACKAGE = __name__.rpartition(".workflows.")[0]


def workflow_function(name: str) -> Callable[..., Any]:
    """The function of a workflow by its name."""
    found: Callable[..., Any] = getattr(
        importlib.import_module(f".{name}", __package__), name
    )
    return found


def protocol_of(workflow: Callable[..., Any]) -> type | None:
    """What a workflow asks for its steps; None when it has none."""
    hint = get_type_hints(workflow).get("steps")
    return next(
        (
            each
            for each in getattr(hint, "__args__", (hint,))
            if inspect.isclass(each) and each is not type(None)
        ),
        None,
    )


def default_steps(protocol: type, doing: object | None = None) -> Any:
    """The steps the model says how to do, with rows and journals from the storage of the system.

    Those that the methods of `doing` do are left to it, also inside. TypeError when steps are left open: then
    whoever runs the workflow has to do them.
    """
    wanted: frozenset[str] = getattr(protocol, "__abstractmethods__", frozenset())
    if doing is not None and all(hasattr(doing, each) for each in wanted):
        return doing
    module = importlib.import_module(protocol.__module__)
    base = getattr(module, f"Default{protocol.__name__}", protocol)
    done = {
        each: staticmethod(getattr(doing, each))
        for each in wanted
        if hasattr(doing, each)
    }
    made = type("Steps", (*_storage(), base), done)
    given = {}
    begin = vars(base).get("__init__")
    if begin is not None:
        hints = get_type_hints(begin)
        for name, each in inspect.signature(begin).parameters.items():
            inner = hints.get(name)
            kinds = [
                one
                for one in getattr(inner, "__args__", (inner,))
                if inspect.isclass(one)
            ]
            protocols = [one for one in kinds if getattr(one, "_is_protocol", False)]
            if name != "self" and protocols and each.default is each.empty:
                given[name] = default_steps(protocols[0], doing)
    return made(**given)


async def perform(name: str, **inputs: Any) -> Any:
    """Run a workflow with default steps."""
    workflow = workflow_function(name)
    protocol = protocol_of(workflow)
    if protocol is None:
        return await workflow(**inputs)
    return await workflow(default_steps(protocol), **inputs)


def _storage() -> tuple[type, ...]:
    found = []
    for place, name in _STORAGE:
        try:
            found.append(getattr(importlib.import_module(f"{_PACKAGE}.{place}"), name))
        except ModuleNotFoundError as fault:
            if fault.name is None or not f"{_PACKAGE}.{place}".startswith(fault.name):
                raise
    return tuple(found)
