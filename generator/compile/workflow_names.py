"""Which actions become workflows, and what those are called.

The one place that decides it, so that commands, tests and other workflows agree with the definition. Knows
actions; must not know how a body is compiled.
"""

from __future__ import annotations

from functools import lru_cache

from generator.compile.actions import definitions, is_orchestrated
from generator.compile.types import model_folder, python_types
from generator.emit.names import Names, module, pascal, snake
from generator.ir import ActionUsage, Element, ElementId, Model

__all__ = ["WorkflowNames", "workflow_names", "workflow_of"]


class WorkflowNames:
    """The workflows of a model and their Python names. Made once per model by `workflow_names`."""

    def __init__(self, model: Model) -> None:
        self._functions: dict[ElementId, str] = {}
        self._prefixes: dict[ElementId, str] = {}
        functions: dict[str, Names] = {}
        prefixes: dict[str, Names] = {}
        for element in model.user_elements:
            if not is_orchestrated(model, element):
                continue
            folder = model_folder(element)
            scope = functions.setdefault(folder, Names(_RESERVED, ignore_case=True))
            self._functions[element.id] = scope.unique(_function(element.name or ""))
            classes = prefixes.setdefault(folder, Names(python_types(model).class_names))
            self._prefixes[element.id] = classes.unique(pascal(element.name or ""))

    def function(self, element: Element) -> str | None:
        """The name of the function and of the module below `workflows`; None for anything else."""
        return self._functions.get(element.id)

    def class_prefix(self, element: Element) -> str:
        """What the names of the classes of a workflow begin with."""
        return self._prefixes[element.id]


# What the modules of workflows and of their tests call things themselves.
_RESERVED_TEXT = """again approved ast asyncio begun broken causes composed conftest data default_steps expected found
    given guarded held inputs limited limits module nobody nothing now outcome performers plainly policies pytest queued
    recorded recorder recording refused result retrying run run_step running script seed settings simplenamespace st step
    stepping steps telemetry tracer"""
_RESERVED = frozenset(_RESERVED_TEXT.split())


def _function(name: str) -> str:
    """A name for a function and for the file it is in: hides no builtin, safe on every system."""
    made = snake(name)
    return made if made.endswith("_") else module(name)


@lru_cache(maxsize=8)
def workflow_names(model: Model) -> WorkflowNames:
    """The workflows of a model, named once."""
    return WorkflowNames(model)


def workflow_of(model: Model, step: ActionUsage) -> Element | None:
    """The action whose workflow does a step: its definition, or what it performs."""
    names = workflow_names(model)
    return next((each for each in definitions(model, step) if names.function(each)), None)
