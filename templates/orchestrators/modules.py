"""The view of one workflow module: its signature, its protocol of steps, what the model says of them.

Knows compiled workflows and agents. Must not know tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.compile.actions import StepKind
from generator.compile.code import call, constant, unparse
from generator.compile.import_blocks import import_blocks, names_in
from generator.compile.policies import queue_of
from generator.compile.types import ImportName
from generator.compile.workflows import Parameter, StepCode, Workflow
from generator.emit.passes import System
from generator.ir import ActionUsage, Model

from .performers import Performers, PerformerView
from .spans import traced_inputs

__all__ = ["OrchestratorModule", "orchestrator_module", "signature"]

_RUNNING = ("composed", "limited", "retrying", "run_step")
_POLICIES = ("approved", "guarded", "queued")
_SERVICES = {
    "now": "The time by the clock of the system.",
    "write_file": "Write a file.",
    "list_files": "The files below a folder.",
}


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of a result class."""

    name: str
    annotation: str


@dataclass(frozen=True, slots=True)
class ResultView:
    """A class for several outputs."""

    name: str
    doc: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """A method for a step; `body` are its lines where the model says what it does."""

    name: str
    signature: str
    result: str
    doc: str
    body: tuple[str, ...] = ()
    is_composed: bool = False


@dataclass(frozen=True, slots=True)
class AttributeView:
    """An input recorded on the span."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class OrchestratorModule:
    """`workflows/<function>.py`."""

    path: str
    origins: tuple[str, ...]
    doc: str
    imports: tuple[tuple[str, ...], ...]
    label: str
    results: tuple[ResultView, ...]
    protocol: str
    steps: tuple[StepView, ...]
    default: str
    default_doc: str
    performers: tuple[PerformerView, ...]
    defaults: tuple[StepView, ...]
    is_complete: bool
    function: str
    signature: str
    result: str
    function_doc: str
    attributes: tuple[AttributeView, ...]
    body: tuple[str, ...]
    queue: str


def orchestrator_module(model: Model, system: System, workflow: Workflow) -> OrchestratorModule:
    """The module of one workflow."""
    action = workflow.action
    label = action.name or workflow.function
    performers = Performers(model, workflow)
    defaults = tuple(_defaults(model, workflow, performers))
    is_complete = performers.is_complete
    protocol = f"{workflow.class_prefix}Steps"
    attributes = _attributes(model, workflow)
    queue = _queue(model, workflow)
    doc = prose(action.doc) or f"The workflow {label}."
    return OrchestratorModule(
        path=f"{system.name}/workflows/{workflow.function}.py",
        origins=_origins(workflow),
        doc=doc,
        imports=_imports(workflow, performers, defaults, queue),
        label=label,
        results=tuple(_results(workflow, label)),
        protocol=protocol,
        steps=tuple(_step(model, each) for each in workflow.steps),
        default=f"Default{workflow.class_prefix}Steps",
        default_doc=f"The steps of {label} as far as the model says what they do.",
        performers=performers.views,
        defaults=defaults,
        is_complete=is_complete,
        function=workflow.function,
        signature=_function_signature(workflow, protocol, is_complete),
        result=workflow.result.annotation,
        function_doc=_function_doc(workflow, doc),
        attributes=attributes,
        body=tuple(workflow.body.split("\n")),
        queue=queue,
    )


def _queue(model: Model, workflow: Workflow) -> str:
    """The decorator that lets runs wait for their turn, as text; "" without a queue."""
    queue = queue_of(model, workflow.action)
    if queue is None:
        return ""
    limits = {"concurrency": queue.concurrency, "rate": queue.rate, "period": queue.period}
    given = {each: constant(value) for each, value in limits.items() if value is not None}
    return unparse(call("queued", constant(queue.name), **given))


def _origins(workflow: Workflow) -> tuple[str, ...]:
    own = workflow.action.qualified_name
    steps = (each.element.qualified_name for each in workflow.steps if each.element.library is None)
    return tuple(dict.fromkeys((own, *steps)))


def prose(doc: str) -> str:
    """Documentation with its lines joined to paragraphs, to be wrapped anew."""
    paragraphs = re.split(r"\n\s*\n", doc)
    return "\n\n".join(" ".join(each.split()) for each in paragraphs)


def signature(parameters: Iterable[Parameter], *first: str) -> str:
    """Parameters of a function, all but the first by keyword only."""
    shown = [
        f"{each.name}: {each.annotation}" + (f" = {each.default}" if each.default else "")
        for each in parameters
    ]
    return ", ".join([*first, "*", *shown]) if shown else ", ".join(first)


def _function_signature(workflow: Workflow, protocol: str, is_complete: bool) -> str:
    if not workflow.steps:
        return signature(workflow.parameters)
    steps = f"steps: {protocol} | None = None" if is_complete else f"steps: {protocol}"
    return signature(workflow.parameters, steps)


def _function_doc(workflow: Workflow, doc: str) -> str:
    lines = [doc]
    given = [(each.name, each.label) for each in workflow.parameters if each.name != each.label]
    if given:
        lines += ["", *(f"`{name}` is {label} in the model." for name, label in given)]
    return "\n".join(lines)


def _step(model: Model, step: StepCode) -> StepView:
    return StepView(
        step.name,
        signature(step.parameters, "self"),
        step.result.annotation,
        _step_doc(model, step),
    )


def _step_doc(model: Model, step: StepCode) -> str:
    if step.kind is StepKind.EXTENT:
        return f"All instances of {step.element.name}."
    if step.kind is StepKind.STORAGE:
        verb, _, _ = step.name.partition("_")
        kept = step.parameters[0].annotation if step.parameters else "database"
        return f"{verb.capitalize()} {kept} as the storage of the system does."
    if step.kind is StepKind.SERVICE:
        if step.name.startswith("fire_"):
            return f"Let an event happen to a {step.result.annotation}."
        return _SERVICES.get(step.name, f"Read a file as {step.result.annotation}.")
    if step.element.doc:
        return prose(step.element.doc)
    if isinstance(step.element, ActionUsage):
        for definition in model.types(step.element):
            if definition.doc and definition.library is None:
                return prose(definition.doc)
    return f"The step {step.label}."


def _results(workflow: Workflow, label: str) -> Iterator[ResultView]:
    for step in workflow.steps:
        if step.result.class_name is not None and step.result.is_own:
            fields = tuple(FieldView(each.name, each.annotation) for each in step.result.fields)
            yield ResultView(step.result.class_name, f"What the step {step.label} gives.", fields)
    own = workflow.result
    if own.class_name is not None:
        fields = tuple(FieldView(each.name, each.annotation) for each in own.fields)
        yield ResultView(own.class_name, f"What {label} gives.", fields)


def _defaults(model: Model, workflow: Workflow, performers: Performers) -> Iterator[StepView]:
    for step in workflow.steps:
        body = step.body
        if body is None:
            body = performers.body(step)
        if body is not None:
            shown = _step(model, step)
            lines = tuple(body.split("\n"))
            inner = step.kind is StepKind.WORKFLOW
            yield StepView(shown.name, shown.signature, shown.result, "", lines, inner)


def _attributes(model: Model, workflow: Workflow) -> tuple[AttributeView, ...]:
    return tuple(AttributeView(name, value) for name, value in traced_inputs(model, workflow))


def _texts(workflow: Workflow, defaults: tuple[StepView, ...]) -> Iterator[str]:
    yield workflow.body
    yield workflow.result.annotation
    for parameter in (*workflow.parameters, *workflow.result.fields):
        yield f"{parameter.annotation} {parameter.default or ''}"
    for step in workflow.steps:
        yield step.result.annotation
        yield from (each.annotation for each in (*step.parameters, *step.result.fields))
    for default in defaults:
        yield from default.body


def _imports(
    workflow: Workflow, performers: Performers, defaults: tuple[StepView, ...], queue: str
) -> tuple[tuple[str, ...], ...]:
    texts = [*_texts(workflow, defaults), *(each.annotation for each in performers.views), queue]
    texts += ["composed" for each in defaults if each.is_composed]
    texts += [each.value for each in performers.views]
    text = "\n".join(texts)
    mentioned = names_in(texts)
    running = (ImportName("workflows.running", each, is_local=True) for each in _RUNNING)
    # Called, that is: a parameter or a field may have the same name.
    policies = (
        ImportName("workflows.policies", each, is_local=True)
        for each in _POLICIES
        if re.search(rf"(?<![\w.]){each}\(", text)
    )
    known = {*workflow.imports, *performers.imports, *running, *policies}
    found = {each for each in known if each.name in mentioned}
    found = {each for each in found if each.module != f"workflows.{workflow.function}"}
    found.add(ImportName("", "telemetry", is_local=True))
    if workflow.result.class_name or any(each.result.is_own for each in workflow.steps):
        found.add(ImportName("dataclasses", "dataclass"))
    if workflow.steps:
        found |= {ImportName("abc", "abstractmethod"), ImportName("typing", "Protocol")}
    return import_blocks(["asyncio"] if "asyncio" in mentioned else [], found)
