"""The test of default steps: values are those of the model, agents are asked what they should be asked.

Knows compiled workflows, performers and strategies. Must not know how a module is laid out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.actions import StepKind, effective_value, inputs, outputs, python_body
from generator.compile.import_blocks import import_blocks, names_in
from generator.compile.strategies import Hints, literals, strategy_of
from generator.compile.types import ImportName, python_types
from generator.compile.workflows import StepCode, Workflow
from generator.emit.passes import System
from generator.ir import ActionUsage, Model

from .performers import Handover, Performers
from .script_tests import StrategyView

__all__ = ["StepsTest", "steps_test"]

_READING = re.compile(r"(\w+) = await self\.\1\(\)")


@dataclass(frozen=True, slots=True)
class ComputedView:
    """A step that is computed: what its lines are, and what the model says."""

    name: str
    parameters: tuple[StrategyView, ...]
    source: str
    body: tuple[str, ...]
    rows: tuple[StrategyView, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedView:
    """A step an agent does."""

    name: str
    parameters: tuple[StrategyView, ...]
    performer: str
    request: str
    arguments: str
    answer: str
    result_class: str


@dataclass(frozen=True, slots=True)
class StepsTest:
    """`tests/workflows/test_<function>_steps.py`."""

    path: str
    origins: tuple[str, ...]
    imports: tuple[tuple[str, ...], ...]
    label: str
    default: str
    performers: tuple[str, ...]
    open: tuple[str, ...]
    computed: tuple[ComputedView, ...]
    asked: tuple[AskedView, ...]


def steps_test(model: Model, system: System, workflow: Workflow) -> Iterator[StepsTest]:
    """The test of the steps the model says how to do; nothing where it says so of none."""
    performers = Performers(model, workflow)
    computed, asked = [], []
    imports = set(workflow.imports) | set(performers.imports)
    for step in workflow.steps:
        handover = performers.handovers.get(step.name)
        body = step.body if step.kind in (StepKind.COMPUTED, StepKind.PYTHON) else None
        if not isinstance(step.element, ActionUsage) or (handover is None and body is None):
            continue
        if _is_of_library(model, step.element):
            continue
        parameters = _parameters(model, step, step.element, imports)
        if handover is not None:
            asked.append(_asked(step, handover, parameters))
        elif body is not None:
            source = _source(model, step.element)
            rows, lines = _rows(model, workflow, body, imports)
            computed.append(ComputedView(step.name, parameters, source, lines, rows))
    if not computed and not asked:
        return
    default = f"Default{workflow.class_prefix}Steps"
    yield StepsTest(
        path=f"{system.name}/tests/workflows/test_{workflow.function}_steps.py",
        origins=(workflow.action.qualified_name,),
        imports=_imports(system, workflow, imports, default, computed, asked),
        label=workflow.action.name or workflow.function,
        default=default,
        performers=tuple(each.name for each in performers.views),
        open=tuple(
            each.name
            for each in workflow.steps
            if each.body is None and performers.body(each) is None
        ),
        computed=tuple(computed),
        asked=tuple(asked),
    )


def _rows(
    model: Model, workflow: Workflow, body: str, imports: set[ImportName]
) -> tuple[tuple[StrategyView, ...], tuple[str, ...]]:
    """The rows a step reads, as values to draw for its test, and its lines without the reading."""
    read, lines = [], []
    extents = {each.name: each for each in workflow.steps if each.kind is StepKind.EXTENT}
    for line in body.split("\n"):
        found = _READING.fullmatch(line)
        if found is None or found[1] not in extents:
            lines.append(line)
            continue
        step = extents[found[1]]
        one = python_types(model).of_type(step.element)
        imports.update((*one.imports, ImportName("tests.values", "instances", is_local=True)))
        text = f"st.lists(instances({one.text}), max_size=4).map(tuple)"
        read.append(StrategyView(step.name, text, step.result.annotation))
    return tuple(read), tuple(lines)


def _is_of_library(model: Model, step: ActionUsage) -> bool:
    """Whether a step runs a body of the domain library, which may give something else each time."""
    found = python_body(model, step)
    return found is not None and found.library is not None


def _parameters(
    model: Model, step: StepCode, element: ActionUsage, imports: set[ImportName]
) -> tuple[StrategyView, ...]:
    near = _literals(model, element)
    strategies = [strategy_of(model, each.feature, near) for each in inputs(model, element)]
    imports.update(name for each in strategies for name in each.imports)
    return tuple(
        StrategyView(parameter.name, strategy.text, parameter.annotation)
        for parameter, strategy in zip(step.parameters, strategies, strict=True)
    )


def _literals(model: Model, step: ActionUsage) -> Hints:
    return literals(*(effective_value(model, each.feature) for each in outputs(model, step)))


def _source(model: Model, step: ActionUsage) -> str:
    """The text of the values in the model."""
    values = [effective_value(model, each.feature) for each in outputs(model, step)]
    return "; ".join(each.span.flat_text for each in values if each is not None)


def _asked(step: StepCode, handover: Handover, parameters: tuple[StrategyView, ...]) -> AskedView:
    arguments = ", ".join(f"{field}={parameter}" for field, parameter in handover.arguments)
    answer = ", ".join(f"{field}=object()" for _, field in handover.results)
    return AskedView(
        name=step.name,
        parameters=parameters,
        performer=handover.performer,
        request=handover.request,
        arguments=arguments,
        answer=answer,
        result_class=_expected(step, handover),
    )


def _expected(step: StepCode, handover: Handover) -> str:
    """The result of the step as an expression on the answer of the agent."""
    if not handover.results:
        return "None"
    if step.result.class_name is None:
        return f"answer.{handover.results[0][1]}"
    fields = ", ".join(f"{name}=answer.{field}" for name, field in handover.results)
    return f"{step.result.class_name}({fields})"


def _imports(
    system: System,
    workflow: Workflow,
    known: set[ImportName],
    default: str,
    computed: list[ComputedView],
    asked: list[AskedView],
) -> tuple[tuple[str, ...], ...]:
    texts = [line for each in computed for line in each.body]
    texts += [f"{each.request} {each.result_class}" for each in asked]
    views = [
        *(each.parameters + each.rows for each in computed),
        *(each.parameters for each in asked),
    ]
    given = [strategy for each in views for strategy in each]
    texts += [f"{each.text} {each.annotation}" for each in given]
    mentioned = names_in(texts)
    module = f"workflows.{workflow.function}"
    known |= {
        ImportName(module, each.result.class_name, is_local=True)
        for each in workflow.steps
        if each.result.is_own and each.result.class_name is not None
    }
    found = {each for each in known if each.name in mentioned}
    found |= {ImportName(module, default, is_local=True), ImportName("typing", "Any")}
    if given:
        found |= {ImportName("hypothesis", "given"), ImportName("hypothesis", "settings")}
        found.add(ImportName("hypothesis", "strategies as st"))
    if computed:
        found.add(ImportName("tests.workflows.recording", "outcome", is_local=True))
    if asked:
        found.add(ImportName("types", "SimpleNamespace"))
    return import_blocks(["asyncio"], found, system.name, is_absolute=True)
