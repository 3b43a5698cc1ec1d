"""The services of a system, read off the usages of `Service` definitions.

A value may hold `${NAME}`, which the compose file takes from the environment; every other dollar sign stands
for itself. Must not know how a compose file is written.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass

from generator.compile.constants import feature_constants
from generator.emit.names import Names, words
from generator.emit.passes import System
from generator.ir import (
    Element,
    ElementId,
    Expression,
    Feature,
    FeatureReferenceExpression,
    Model,
    OperatorExpression,
    PartUsage,
    effective_value,
)

SERVICE = "AgentSystems::Infrastructure::Service"
APPLICATION = "AgentSystems::Infrastructure::ApplicationService"
_DOLLAR = re.compile(r"\$(?!\{[A-Za-z_][A-Za-z0-9_]*\})")
_NAMED_VOLUME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*\Z")


@dataclass(frozen=True, slots=True)
class Service:
    """One entry of the compose file; `image` is "" when it is built from the generated package."""

    name: str
    doc: str
    image: str
    is_application: bool
    command: tuple[str, ...]
    ports: tuple[str, ...]
    environment: tuple[tuple[str, str], ...]
    volumes: tuple[str, ...]
    healthcheck: str
    depends_on: tuple[tuple[str, str], ...]


def services(model: Model, system: System) -> tuple[tuple[Service, ...], tuple[str, ...]]:
    """The services in source order, and the qualified names they come from."""
    usages = tuple(each for each in system.of_kind(PartUsage) if _is_service(model, each))
    names = Names(ignore_case=True)
    named = {each.id: names.unique(_name(each)) for each in usages}
    healthy = {each.id for each in usages if _text(model, each, "healthcheck")}
    found = tuple(_service(model, each, named, healthy) for each in usages)
    return found, tuple(each.qualified_name for each in usages)


def _is_service(model: Model, usage: PartUsage) -> bool:
    return (
        usage.name is not None
        and not usage.is_reference
        and not usage.is_abstract
        and model.specializes(usage, SERVICE)
    )


def _name(usage: PartUsage) -> str:
    return "-".join(words(usage.name or "")).lower() or "service"


def _service(
    model: Model, usage: PartUsage, named: dict[ElementId, str], healthy: set[ElementId]
) -> Service:
    depends = []
    for target in _targets(model, usage):
        if target.id in named and target.id != usage.id:
            condition = "service_healthy" if target.id in healthy else "service_started"
            depends.append((named[target.id], condition))
    variables = (each.partition("=") for each in _texts(model, usage, "environment"))
    return Service(
        name=named[usage.id],
        doc=usage.doc,
        image=interpolated(_text(model, usage, "image")),
        is_application=model.specializes(usage, APPLICATION),
        command=tuple(inert(each) for each in _words(_text(model, usage, "command"))),
        ports=tuple(interpolated(each) for each in _texts(model, usage, "ports")),
        environment=tuple(
            (inert(name.strip()), interpolated(value))
            for name, _, value in variables
            if name.strip()
        ),
        volumes=tuple(interpolated(each) for each in _texts(model, usage, "volumes")),
        healthcheck=inert(_text(model, usage, "healthcheck")),
        depends_on=tuple(dict.fromkeys(depends)),
    )


def interpolated(text: str) -> str:
    """A value in which only `${NAME}` is special to a compose file."""
    return _DOLLAR.sub("$$", text)


def inert(text: str) -> str:
    """A value in which nothing is special to a compose file."""
    return text.replace("$", "$$")


def _words(command: str) -> tuple[str, ...]:
    try:
        return tuple(shlex.split(command))
    except ValueError:  # an open quote: the words as they stand
        return tuple(command.split())


def _texts(model: Model, usage: PartUsage, name: str) -> tuple[str, ...]:
    feature = model.member(usage, name)
    values = feature_constants(model, feature) if isinstance(feature, Feature) else None
    return tuple(str(each) for each in values or ())


def _text(model: Model, usage: PartUsage, name: str) -> str:
    return next(iter(_texts(model, usage, name)), "")


def _targets(model: Model, usage: PartUsage) -> tuple[Element, ...]:
    feature = model.member(usage, "dependsOn")
    value = effective_value(model, feature) if isinstance(feature, Feature) else None
    return _referred(model, value.expression) if value is not None else ()


def _referred(model: Model, expression: Expression) -> tuple[Element, ...]:
    match expression:
        case FeatureReferenceExpression(reference=reference):
            target = model.target(reference)
            return () if target is None else (target,)
        case OperatorExpression(operator=",", operands=operands):
            return tuple(each for operand in operands for each in _referred(model, operand))
    return ()


def volumes(found: tuple[Service, ...]) -> tuple[str, ...]:
    """The named volumes that services mount, sorted."""
    sources = {each.split(":")[0] for service in found for each in service.volumes if ":" in each}
    return tuple(sorted(each for each in sources if _NAMED_VOLUME.match(each)))
