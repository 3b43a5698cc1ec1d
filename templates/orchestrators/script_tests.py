"""The test of a workflow that decides, assigns or loops: it does what its plain rendition does, on values of all kinds.

Knows compiled workflows and strategies. Must not know how statements are laid out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.actions import StepKind, inputs, outputs
from generator.compile.import_blocks import import_blocks, names_in
from generator.compile.plain import plain_body, step_labels
from generator.compile.strategies import Hints, literals, strategy_of
from generator.compile.types import Annotation, ImportName, python_types
from generator.compile.workflows import StepCode, Workflow
from generator.emit.passes import System
from generator.ir import ActionUsage, Feature, FeatureValue, MetadataUsage, Model

from .flow_tests import DefaultView, defaults_of, is_flow, result_classes

__all__ = ["ScriptTest", "StrategyView", "script_test"]

_WRITTEN = ("condition", "until", "guard", "sequence", "value_expression")
# What only the default steps call; a test has steps of its own.
_DONE_BY_STEPS = frozenset(
    ImportName(module, name, is_local=True)
    for module, name in (
        ("files", "list_files"),
        ("files", "read_file"),
        ("files", "write_file"),
        ("workflows.running", "now"),
    )
)


@dataclass(frozen=True, slots=True)
class StrategyView:
    """The values that are tried for a parameter or a result; `annotation` is their type."""

    name: str
    text: str
    annotation: str = ""


@dataclass(frozen=True, slots=True)
class ScriptTest:
    """`tests/workflows/test_<function>.py` of a workflow with conditions, assignments or loops."""

    path: str
    origins: tuple[str, ...]
    imports: tuple[tuple[str, ...], ...]
    function: str
    label: str
    has_steps: bool
    inputs: tuple[StrategyView, ...]
    defaults: tuple[DefaultView, ...]
    results: tuple[StrategyView, ...]
    labels: tuple[str, ...]
    body: tuple[str, ...]
    result_classes: tuple[str, ...]


def script_test(model: Model, system: System, workflow: Workflow) -> Iterator[ScriptTest]:
    """The test of a workflow that does more than flow; nothing for any other."""
    if is_flow(model, workflow):
        return
    imports = set(workflow.imports)
    near = _hints(model, workflow)
    given = []
    features = _inputs(model, workflow)
    for parameter in workflow.parameters:
        if parameter.name not in features:
            return  # it belongs to an action that is written in place
        strategy = strategy_of(model, features[parameter.name], near)
        imports.update(strategy.imports)
        given.append(StrategyView(parameter.name, strategy.text, parameter.annotation))
    results = []
    for step in workflow.steps:
        strategy = _result(model, step, workflow, near)
        imports.update(strategy.imports)
        results.append(StrategyView(step.name, strategy.text))
    body = tuple(plain_body(workflow.body).split("\n"))
    label = workflow.action.name or workflow.function
    yield ScriptTest(
        path=f"{system.name}/tests/workflows/test_{workflow.function}.py",
        origins=(workflow.action.qualified_name,),
        imports=_imports(system, workflow, imports, [*given, *results], body),
        function=workflow.function,
        label=label,
        has_steps=bool(workflow.steps),
        inputs=tuple(given),
        defaults=defaults_of(workflow),
        results=tuple(results),
        labels=tuple(sorted({label, *step_labels(workflow.body)})),
        body=body,
        result_classes=result_classes(workflow),
    )


def _inputs(model: Model, workflow: Workflow) -> dict[str, Feature]:
    """The feature behind each input: a parameter of the action, or of a step that nothing else gives a value."""
    found = {each.name: each.feature for each in inputs(model, workflow.action)}
    steps = {each.name: each.element for each in workflow.steps}
    for method, parameter, variable in workflow.opened:
        step = steps.get(method)
        if isinstance(step, ActionUsage):
            ports = {each.name: each.feature for each in inputs(model, step)}
            found[variable] = ports[parameter]
    return found


def _hints(model: Model, workflow: Workflow) -> Hints:
    """The literals of all values and conditions inside the workflow."""
    found: list[object] = []
    for element in (workflow.action, *model.descendants(workflow.action)):
        if isinstance(element, MetadataUsage) or isinstance(model.owner(element), MetadataUsage):
            continue  # what a surface shows is nothing that the workflow compares with
        found += [getattr(element, name, None) for name in _WRITTEN]
        value = getattr(element, "value", None)
        found.append(value.expression if isinstance(value, FeatureValue) else None)
    return literals(*found)


def _result(model: Model, step: StepCode, workflow: Workflow, near: Hints) -> Annotation:
    """A strategy for what a step gives."""
    if step.kind is StepKind.EXTENT:
        one = python_types(model).of_type(step.element)
        needed = (*one.imports, ImportName("tests.values", "instances", is_local=True))
        given = f", {near!r}" if near else ""  # so that what is looked for by an input is found
        text = f"st.lists(instances({one.text}{given}), max_size=4).map(tuple)"
        return Annotation(text, needed)
    if not isinstance(step.element, ActionUsage) or not step.result.fields:
        return Annotation("st.none()")
    strategies = [strategy_of(model, each.feature, near) for each in outputs(model, step.element)]
    imports = tuple(name for each in strategies for name in each.imports)
    if step.result.class_name is None:
        return Annotation(strategies[0].text, imports)
    fields = ", ".join(
        f"{field.name}={strategy.text}"
        for field, strategy in zip(step.result.fields, strategies, strict=True)
    )
    if step.result.is_own:
        own = ImportName(f"workflows.{workflow.function}", step.result.class_name, is_local=True)
        imports = (*imports, own)
    return Annotation(f"st.builds({step.result.class_name}, {fields})", imports)


def _imports(
    system: System,
    workflow: Workflow,
    known: set[ImportName],
    strategies: list[StrategyView],
    body: tuple[str, ...],
) -> tuple[tuple[str, ...], ...]:
    texts = [*body, *(f"{each.text} {each.annotation}" for each in strategies)]
    texts += [each.default for each in defaults_of(workflow)]
    mentioned = names_in(texts)
    module = f"workflows.{workflow.function}"
    if workflow.result.class_name is not None:
        known.add(ImportName(module, workflow.result.class_name, is_local=True))
    found = {each for each in known if each.name in mentioned and each not in _DONE_BY_STEPS}
    recording = ["Script", "outcome"] if workflow.steps else ["outcome"]
    found |= {ImportName("tests.workflows.recording", each, is_local=True) for each in recording}
    found |= {ImportName(module, workflow.function, is_local=True), ImportName("typing", "Any")}
    found.add(ImportName("tests.workflows.conftest", "Tracer", is_local=True))
    if strategies:
        names = ("given", "settings", "strategies as st")
        found |= {ImportName("hypothesis", each) for each in names}
    modules = ["asyncio", "inspect"] if defaults_of(workflow) else ["asyncio"]
    if result_classes(workflow):
        modules += ["dataclasses", "pytest"]
        found.add(ImportName("workflows", f"{workflow.function} as module", is_local=True))
    return import_blocks(modules, found, system.name, is_absolute=True)
