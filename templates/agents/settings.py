"""Settings of an agent: its attributes with a value, read from the environment.

Knows attributes and environment variables. Must not know requirements.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.compile.agents import agent_names
from generator.compile.types import python_types
from generator.emit.imports import Imports
from generator.emit.text import pystr
from generator.ir import (
    AttributeUsage,
    Constant,
    Feature,
    MetadataUsage,
    Model,
    Type,
    constant,
    effective_value,
    metadata_values,
)

# What a language model can be told besides its instructions.
_TUNING = frozenset(
    {"temperature", "max_tokens", "top_p", "seed", "presence_penalty", "frequency_penalty"}
)
_SCALARS = frozenset({"bool", "int", "float", "str", "SecretStr"})
_RETRY = "AgentSystems::Policies::Retry"
_TIMEOUT = "AgentSystems::Policies::Timeout"


@dataclass(frozen=True, slots=True)
class SettingView:
    """A setting: the variable that holds it and its value when that is not set."""

    name: str
    annotation: str
    default: str
    variable: str
    doc: str


@dataclass(frozen=True, slots=True)
class Running:
    """How an agent is run: its settings, those passed on to the language model, tries and seconds."""

    settings: tuple[SettingView, ...]
    tuning: tuple[str, ...]
    model_variable: str
    model: str
    tries: int
    timeout: float | None


def running(model: Model, agent: Type, imports: Imports) -> Running:
    """The settings of an agent; `model` is always one of them."""
    found = [
        view
        for feature in model.features(agent)
        if isinstance(feature, AttributeUsage) and not isinstance(feature, MetadataUsage)
        if (view := _setting(model, agent, feature, imports)) is not None
    ]
    variable = agent_names(model).variable(agent, "model")
    if not any(each.name == "model" for each in found):
        found.insert(0, SettingView("model", "str", '""', variable, ""))
    chosen = next(each for each in found if each.name == "model")
    attempts = _annotated(model, agent, _RETRY, "attempts")
    seconds = _annotated(model, agent, _TIMEOUT, "seconds")
    return Running(
        settings=tuple(found),
        tuning=tuple(each.name for each in found if each.name in _TUNING),
        model_variable=chosen.variable,
        model=chosen.default,
        tries=attempts if isinstance(attempts, int) and attempts > 0 else 3,
        timeout=float(seconds) if isinstance(seconds, int | float) and seconds > 0 else None,
    )


def _setting(model: Model, agent: Type, feature: Feature, imports: Imports) -> SettingView | None:
    annotation = python_types(model).of_type(model.type_of(feature))
    value = effective_value(model, feature)
    folded = None if value is None else constant(model, value.expression)
    if feature.name is None or model.multiplicity(feature).is_many:
        return None
    name = python_types(model).members(agent)[feature.id]
    if name == "model":
        text = folded if isinstance(folded, str) else ""
        return SettingView(
            name, "str", pystr(text), agent_names(model).variable(agent, feature.name), feature.doc
        )
    if folded is None or annotation.text not in _SCALARS or not _fits(folded, annotation.text):
        return None
    for each in annotation.imports:
        imports.use(each.module, each.name)
    shown = pystr(folded) if isinstance(folded, str) else repr(folded)
    if annotation.text == "SecretStr":
        shown = "SecretStr('')"
    variable = agent_names(model).variable(agent, feature.name)
    return SettingView(name, annotation.text, shown, variable, feature.doc)


def _fits(value: Constant, annotation: str) -> bool:
    if annotation in ("str", "SecretStr"):
        return isinstance(value, str)
    if annotation == "bool":
        return isinstance(value, bool)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return annotation == "float" or isinstance(value, int)


def _annotated(model: Model, agent: Type, definition: str, name: str) -> Constant | None:
    for usage in model.metadata(agent, definition):
        return metadata_values(model, usage).get(name)
    return None
