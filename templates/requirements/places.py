"""Where in the generated package an element of the model is found.

Knows the Python names of agents, data types and workflows. Must not know requirements.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.compile.agents import agent_names
from generator.compile.types import python_types
from generator.compile.workflow_names import workflow_names
from generator.ir import ActionUsage, Element, Feature, Model, Type

__all__ = ["places_of"]


def places_of(model: Model, element: Element | None) -> tuple[str, ...]:
    """The Python objects made from an element or its types, as `agents.planner:PlannerAgent`.

    A step of a workflow is found in the workflow, a usage in its type.
    """
    if element is None:
        return ()
    candidates: list[Element] = [element]
    if isinstance(element, Feature):
        candidates += model.types(element)
    found = [place for each in candidates for place in _own(model, each)]
    if not found and isinstance(element, ActionUsage):
        found = [place for owner in model.owners(element) for place in _own(model, owner)][:1]
    return tuple(dict.fromkeys(found))


def _own(model: Model, element: Element) -> Iterator[str]:
    agent = agent_names(model).of(element) if isinstance(element, Type) else None
    if agent is not None:
        yield f"{agent.module}:{agent.name}"
    types = python_types(model)
    if types.class_name(element) is not None:
        yield f"types.{types.module(element)}:{types.class_name(element)}"
    function = workflow_names(model).function(element)
    if function is not None:
        yield f"workflows.{function}:{function}"
