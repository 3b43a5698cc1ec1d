"""The test of a workflow that only flows: what each step is given, and who waits for whom.

Both come from the graph of the model, not from the code that was made of it. Knows graphs of steps; must not know
how statements are laid out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.compile.actions import (
    effective_value,
    forwarded_output,
    inputs,
    is_compound,
    metadata_values,
    outputs,
    steps_of,
)
from generator.compile.building import RETRY, TIMEOUT
from generator.compile.graph import Graph, expression_references, graph_of, without_relays
from generator.compile.import_blocks import import_blocks
from generator.compile.references import same_features
from generator.compile.services import service_of
from generator.compile.types import python_types
from generator.compile.workflows import Workflow
from generator.emit.passes import System
from generator.ir import (
    ActionUsage,
    ControlNode,
    ElementId,
    Feature,
    FeatureReferenceExpression,
    Model,
    Reference,
)

from .spans import traced_inputs

__all__ = ["FlowTest", "flow_test", "is_flow"]


@dataclass(frozen=True, slots=True)
class GivenView:
    """A parameter of a step and the path of the value it is given."""

    parameter: str
    path: str


@dataclass(frozen=True, slots=True)
class StepView:
    """A step: its method, what it is given, the steps that wait for it, how often and how long it is tried."""

    name: str
    label: str
    given: tuple[GivenView, ...]
    behind: tuple[str, ...]
    attempts: int
    seconds: float | None


@dataclass(frozen=True, slots=True)
class DefaultView:
    """An input with a default."""

    name: str
    default: str


@dataclass(frozen=True, slots=True)
class FlowTest:
    """`tests/workflows/test_<function>.py` of a workflow without conditions."""

    path: str
    origins: tuple[str, ...]
    system: str
    function: str
    label: str
    steps: tuple[StepView, ...]
    imports: tuple[tuple[str, ...], ...]
    inputs: tuple[str, ...]
    defaults: tuple[DefaultView, ...]
    results: tuple[GivenView, ...]
    result_class: str
    result_classes: tuple[str, ...]
    recorded: tuple[GivenView, ...]
    is_retried: bool
    is_limited: bool


def is_flow(model: Model, workflow: Workflow) -> bool:
    """Whether a workflow has steps and results that flow, and neither conditions nor steps written in place."""
    graph = graph_of(model, workflow.action)
    written = [each for each in graph.steps if is_compound(model, each)]
    plain = all(isinstance(each, ControlNode) for each in written)
    known = {each.element.id for each in workflow.steps}
    called = {each.id for each in graph.steps if not isinstance(each, ControlNode)}
    if any(service_of(model, each) is not None for each in graph.steps):
        return False
    if not called or not plain or graph.is_conditional or called != known:
        return False
    if _computes(model, graph):
        return False
    return workflow.result.annotation == "None" or bool(_Paths(model, workflow).results(graph))


def _computes(model: Model, graph: Graph) -> bool:
    """Whether a value is made of others on the way to a step."""
    values = [
        effective_value(model, port.feature)
        for step in graph.steps
        for port in inputs(model, step)
        if (step.id, port.feature.id) not in graph.sources
    ]
    return any(
        value is not None
        and not isinstance(value, FeatureReferenceExpression)
        and next(expression_references(value), None) is not None
        for value in values
    )


def flow_test(model: Model, system: System, workflow: Workflow) -> Iterator[FlowTest]:
    """The test of a workflow that only flows; nothing for any other."""
    if not is_flow(model, workflow):
        return
    graph = graph_of(model, workflow.action)
    paths = _Paths(model, workflow)
    behind = _behind(graph)
    steps = tuple(
        StepView(
            name=step.name,
            label=step.label,
            given=tuple(paths.given(graph, step.name, step.element)),
            behind=tuple(sorted(paths.methods[at] for at in behind[step.element.id])),
            attempts=_attempts(model, step.element),
            seconds=_seconds(model, step.element),
        )
        for step in workflow.steps
        if isinstance(step.element, ActionUsage)
    )
    yield FlowTest(
        path=f"{system.name}/tests/workflows/test_{workflow.function}.py",
        origins=(workflow.action.qualified_name,),
        system=system.name,
        function=workflow.function,
        label=workflow.action.name or workflow.function,
        steps=steps,
        imports=default_imports(system, workflow),
        inputs=tuple(each.name for each in workflow.parameters),
        defaults=defaults_of(workflow),
        results=paths.results(graph),
        result_class=workflow.result.class_name or "",
        result_classes=result_classes(workflow),
        recorded=tuple(
            GivenView(name, value.removeprefix("str(").removesuffix(")"))
            for name, value in traced_inputs(model, workflow)
        ),
        is_retried=any(each.attempts > 1 for each in steps),
        is_limited=any(each.seconds is not None for each in steps),
    )


def defaults_of(workflow: Workflow) -> tuple[DefaultView, ...]:
    """The inputs that have a default."""
    return tuple(
        DefaultView(each.name, each.default) for each in workflow.parameters if each.default
    )


def result_classes(workflow: Workflow) -> tuple[str, ...]:
    """The classes of several outputs that the module of a workflow defines."""
    own = [each.result for each in workflow.steps if each.result.is_own]
    found = [each.class_name for each in (*own, workflow.result)]
    return tuple(each for each in found if each is not None)


def default_imports(system: System, workflow: Workflow) -> tuple[tuple[str, ...], ...]:
    """What the defaults mention."""
    mentioned = set(
        re.findall(r"[A-Za-z_]\w*", " ".join(each.default for each in defaults_of(workflow)))
    )
    found = {each for each in workflow.imports if each.bound in mentioned}
    return import_blocks([], found, system.name, is_absolute=True)


def _behind(graph: Graph) -> Mapping[ElementId, frozenset[ElementId]]:
    """The steps that wait for each step, directly or not."""
    relays = frozenset(each.id for each in graph.steps if isinstance(each, ControlNode))
    after = without_relays(graph, relays)
    found = {at: {at} for at in after}
    for _ in after:
        for at, needs in after.items():
            for known in found.values():
                if needs & known:
                    known.add(at)
    return {at: frozenset(known - {at}) for at, known in found.items()}


def _attempts(model: Model, step: ActionUsage) -> int:
    found = metadata_values(model, step, RETRY)
    return int(found.get("attempts", 3)) if found is not None else 1


def _seconds(model: Model, step: ActionUsage) -> float | None:
    found = metadata_values(model, step, TIMEOUT)
    return float(found["seconds"]) if found is not None and "seconds" in found else None


class _Paths:
    """Where values come from, as paths: an input, a step, `step.output`, with fields behind it."""

    def __init__(self, model: Model, workflow: Workflow) -> None:
        self._model = model
        self._workflow = workflow
        self.methods = {each.element.id: each.name for each in workflow.steps}
        self._opened = {(step, port): name for step, port, name in workflow.opened}
        self._steps = {
            at: step
            for step in steps_of(model, workflow.action)
            if step.id in self.methods
            for at in same_features(model, step)
        }
        self._inputs = {
            at: parameter.name
            for parameter in workflow.parameters
            for feature in model.features(workflow.action)
            if feature.name == parameter.label and feature.direction in ("in", "inout")
            for at in same_features(model, feature)
        }

    def given(self, graph: Graph, method: str, step: ActionUsage) -> Iterator[GivenView]:
        """The path for each parameter of a step that is given a plain value."""
        code = next(each for each in self._workflow.steps if each.name == method)
        features = [
            each for each in self._model.features(step) if each.direction in ("in", "inout")
        ]
        for feature, parameter in zip(features, code.parameters, strict=True):
            path = self._opened.get((method, parameter.name))
            source = graph.sources.get((step.id, feature.id)) or self._value(feature)
            if path is None and source is not None:
                path = self.path(source)
            if path is not None:
                yield GivenView(parameter.name, path)

    def _value(self, feature: Feature) -> Reference | None:
        expression = effective_value(self._model, feature)
        plain = isinstance(expression, FeatureReferenceExpression)
        return expression.reference if plain else None

    def path(self, reference: Reference) -> str | None:
        """The path a reference leads along; None where it begins at something else than a step or an input."""
        first, *rest = reference.path
        if first == self._workflow.action.id and rest:
            first, *rest = rest
        parts = [self._inputs[first]] if first in self._inputs else []
        step = self._steps.get(first)
        if step is not None and rest:
            parts = [self.methods[step.id]]
            ports = outputs(self._model, step)
            port = next(
                (each for each in ports if rest[0] in same_features(self._model, each.feature)),
                None,
            )
            if port is None:
                return None
            parts += [port.name] if len(ports) > 1 else []
            rest = rest[1:]
        if not parts:
            return None
        features = [self._model.element(at) for at in rest]
        types = python_types(self._model)
        parts += [types.field_name(each) for each in features if isinstance(each, Feature)]
        return ".".join(parts)

    def results(self, graph: Graph) -> tuple[GivenView, ...]:
        """The path of each result; empty where one of them is computed."""
        found = []
        for variable, step, output in self._workflow.exported:
            path = self.path(Reference((step, output), "", self._workflow.action.span))
            found.append((variable, path))
        forwarded = self._forwarded()
        for port in outputs(self._model, self._workflow.action):
            source = graph.results.get(port.feature.id) or forwarded.get(port.feature.id)
            found.append((port.name, None if source is None else self.path(source)))
        views = tuple(GivenView(name, path) for name, path in found if path is not None)
        return views if len(views) == len(found) else ()

    def _forwarded(self) -> dict[ElementId, Reference]:
        found: dict[ElementId, Reference] = {}
        for step in self._steps.values():
            for port in outputs(self._model, step):
                target = forwarded_output(self._model, step, port)
                if target is not None:
                    path = (step.id, port.feature.id)
                    found[target.id] = Reference(path, "", port.feature.span)
        return found
