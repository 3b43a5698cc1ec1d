"""Agents of the model: what they are called in Python, and the ports that are their input and output.

Knows `AgentSystems::Agent` and ports. Must not know how an agent is written down.
"""

from __future__ import annotations

from functools import lru_cache

from generator.compile.types import ImportName, model_folder, python_types
from generator.emit import names
from generator.ir import (
    Direction,
    ElementId,
    Model,
    PartDefinition,
    PortUsage,
    Type,
)

__all__ = ["AGENT", "AgentNames", "agent_names", "agents", "input_port", "output_port"]

AGENT = "AgentSystems::Agents::Agent"
_TURNED = {Direction.IN: Direction.OUT, Direction.OUT: Direction.IN}


def agents(model: Model) -> tuple[PartDefinition, ...]:
    """The definitions that become agent classes, in source order; abstract ones do not."""
    found = model.specializing(AGENT, PartDefinition)
    return tuple(each for each in found if not each.is_abstract)


def input_port(model: Model, agent: Type) -> PortUsage | None:
    """The port through which an agent is asked: one with only `in` features, or called `input`."""
    return _port(model, agent, Direction.IN, "input")


def output_port(model: Model, agent: Type) -> PortUsage | None:
    """The port through which an agent answers: one with only `out` features, or called `output`."""
    return _port(model, agent, Direction.OUT, "output")


def _port(model: Model, agent: Type, direction: Direction, name: str) -> PortUsage | None:
    types = python_types(model)
    typed = [
        (port, type_)
        for port in model.features(agent)
        if isinstance(port, PortUsage)
        and (type_ := model.type_of(port)) is not None
        and types.class_name(type_) is not None
    ]
    named = [port for port, _ in typed if port.name == name]
    directed = [port for port, type_ in typed if _direction(model, port, type_) is direction]
    return next(iter((*named, *directed)), None)


def _direction(model: Model, port: PortUsage, type_: Type) -> Direction | None:
    found = {each.direction for each in model.features(type_)}
    direction = found.pop() if len(found) == 1 else None
    if direction is not None and model.is_conjugated(port):
        return _TURNED.get(direction, direction)
    return direction


class AgentNames:
    """The Python classes of the agents of one model. Made once per model by `agent_names`."""

    def __init__(self, model: Model) -> None:
        self._classes: dict[ElementId, ImportName] = {}
        self._stems: dict[ElementId, str] = {}
        modules: dict[str, names.Names] = {}
        classes: dict[str, names.Names] = {}
        for agent in agents(model):
            folder = model_folder(agent)
            name = agent.name or ""
            scope = modules.setdefault(folder, names.Names(_RESERVED_MODULES, ignore_case=True))
            module = scope.unique(names.module(name.removesuffix("Agent") or name))
            class_name = classes.setdefault(folder, names.Names()).unique(names.pascal(name))
            self._classes[agent.id] = ImportName(f"agents.{module}", class_name, is_local=True)
            self._stems[agent.id] = class_name.removesuffix("Agent") or class_name

    def of(self, agent: Type) -> ImportName | None:
        """The class of an agent and its module below `agents`; None for anything else."""
        return self._classes.get(agent.id)

    def stem(self, agent: Type) -> str:
        """The class name without its ending `Agent`, for names made from it; "" for anything else."""
        return self._stems.get(agent.id, "")

    def variable(self, agent: Type, setting: str) -> str:
        """The environment variable of a setting: `MODEL_SECURITY_REVIEWER`."""
        return f"{names.constant(setting)}_{names.constant(self.stem(agent))}"


_RESERVED_MODULES = ("tools",)


@lru_cache(maxsize=8)
def agent_names(model: Model) -> AgentNames:
    """The Python names of the agents of a model, decided once."""
    return AgentNames(model)
