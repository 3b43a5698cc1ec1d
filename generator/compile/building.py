"""A workflow under construction: what its parts share while they are compiled, and the calls of its steps.

Knows steps, scopes and Python nodes. Must not know in which order steps run.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field

from generator.compile.actions import Port, effective_value, inputs, metadata_values, outputs
from generator.compile.code import Shape, Value, attribute, call, constant, name
from generator.compile.context import Unsupported, unsupported
from generator.compile.expressions import compile_expression
from generator.compile.graph import Graph
from generator.compile.references import fitted, same_features
from generator.compile.scope import Scope
from generator.compile.statements import assign, awaited, loads
from generator.compile.types import ImportName, python_types
from generator.compile.workflow_names import workflow_names, workflow_of
from generator.diagnostics import Diagnostic
from generator.emit.names import Names, pascal, snake
from generator.ir import (
    ActionUsage,
    Element,
    Expression,
    Feature,
    FeatureReferenceExpression,
    Model,
    Reference,
    Type,
)
from generator.source import Span

__all__ = ["APPROVAL", "BREAKER", "RETRY", "TIMEOUT", "Building", "Extent", "StepUse", "step_call"]

RETRY = "AgentSystems::Policies::Retry"
TIMEOUT = "AgentSystems::Policies::Timeout"
BREAKER = "AgentSystems::Policies::Breaker"
APPROVAL = "AgentSystems::Policies::Approval"
_RESERVED_TEXT = """approved asyncio composed group guarded limited queued retrying run_step self steps telemetry"""
_RESERVED = tuple(_RESERVED_TEXT.split())

_RESERVED_CLASSES = ("Any", "Protocol", "abstractmethod", "dataclass")


def _unnamed(step: ActionUsage) -> str:
    return type(step).__name__.removesuffix("Usage")


@dataclass(frozen=True, slots=True)
class StepUse:
    """A step as it is called: its method, its parameters and what it gives.

    `result_class` is the class that holds several outputs; `workflow` the action whose workflow does the step.
    `label` is the name of the step, with a number where another step of the workflow has the same.
    """

    usage: ActionUsage
    method: str
    inputs: tuple[Port, ...]
    outputs: tuple[Port, ...]
    result_class: str | None = None
    workflow: Element | None = None
    label: str = ""

    @property
    def result(self) -> str:
        """The type of what the step gives, as text."""
        if not self.outputs:
            return "None"
        return self.result_class or self.outputs[0].annotation.text


@dataclass(slots=True)
class Extent:
    """A type of which all instances are read, and by which method; `is_read` when that happens somewhere."""

    type: Element
    method: str
    is_read: bool = False


@dataclass(slots=True)
class Building:
    """What the parts of one workflow share; lives as long as its compilation.

    `open` are parameters of steps that nothing in the workflow gives a value: they become its own parameters.
    `labelled` are the labels of the steps that a method does.
    `shared` are the uses of services by method; `extents` the types of which all instances may be read, by the
    variable that holds them; `fresh` the variables that hold what is there now.
    `in_sequence` says that steps follow each other as they are written, also where nothing makes one wait for another.
    `branches` are the functions made for sets of steps, with the variables they set; which of those are read
    elsewhere, and so given back, is known when everything is compiled: `needed` has it from the time before.
    """

    model: Model
    needed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    in_sequence: bool = False
    branches: list[tuple[str, tuple[str, ...], ast.stmt]] = field(default_factory=list)
    names: Names = field(default_factory=lambda: Names(_RESERVED))
    methods: Names = field(default_factory=Names)
    labels: Names = field(default_factory=Names)
    labelled: dict[str, list[str]] = field(default_factory=dict)
    classes: Names = field(init=False)
    uses: list[StepUse] = field(default_factory=list)
    shared: dict[str, StepUse] = field(default_factory=dict)
    extents: dict[str, Extent] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    open: list[tuple[str, Port, str, str | None]] = field(default_factory=list)
    imports: set[ImportName] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.classes = Names((*python_types(self.model).class_names, *_RESERVED_CLASSES))

    def given_back(self, branch: str, variables: tuple[str, ...]) -> tuple[str, ...]:
        """The variables of a branch that are read outside it, as far as known."""
        known = self.needed.get(branch, ())
        return tuple(each for each in variables if each in known)

    def report(self, span: Span, construct: str, code: str = "unsupported-action") -> None:
        """Say that a construct of what is built is not compiled."""
        self.diagnostics.append(unsupported(Unsupported(span, construct), code))

    def value(self, expression: Expression, scope: Scope) -> Value | None:
        """A compiled expression; None, and a diagnostic, where that is not possible."""
        compiled, found = compile_expression(self.model, expression, scope)
        self.diagnostics.extend(found)
        if compiled is None:
            return None
        self.imports.update(compiled.imports)
        return Value(compiled.node, compiled.shape)

    def reads(self, *nodes: ast.AST) -> list[ast.stmt]:
        """The statements that read what expressions need of all instances of a type, as far as it is not known."""
        found: list[ast.stmt] = []
        for variable in sorted(loads(nodes) & self.extents.keys() - self.fresh):
            extent = self.extents[variable]
            extent.is_read = True
            method = attribute(name("steps"), extent.method)
            work = call("run_step", constant(f"all {extent.type.name}"), method)
            found.append(assign(variable, awaited(work)))
            self.fresh.add(variable)
        return found

    @contextmanager
    def branching(self) -> Iterator[Callable[[], AbstractContextManager[None]]]:
        """Around branches of which one is taken: each begins with what is known; what all of them know is known after."""
        before, after = set(self.fresh), set(self.fresh)

        @contextmanager
        def branch() -> Iterator[None]:
            self.fresh = set(before)
            yield
            after.intersection_update(self.fresh)

        yield branch
        self.fresh = after

    def referred(self, reference: Reference, scope: Scope) -> Value | None:
        """The value a reference leads to."""
        return self.value(
            FeatureReferenceExpression(span=reference.span, reference=reference), scope
        )

    def assignable(self, reference: Reference, scope: Scope) -> tuple[str, tuple[str, ...]] | None:
        """The variable an assignment changes, and the fields in it that lead to what is assigned."""
        path = reference.path
        while len(path) > 1 and (path[0],) not in scope.bindings and path[0] in scope.enclosing:
            path = path[1:]
        bound = scope.bindings.get(path[:1])
        if bound is None or not isinstance(bound.node, ast.Name):
            return None
        features = [self.model.element(at) for at in path[1:]]
        types = python_types(self.model)
        fields = tuple(types.field_name(each) for each in features if isinstance(each, Feature))
        return bound.node.id, fields

    def use(self, step: ActionUsage) -> StepUse:
        """Note that a step is called, and give its method a name."""
        method = self.methods.unique(snake(step.name or _unnamed(step)))
        given = outputs(self.model, step)
        workflow = workflow_of(self.model, step)
        several = None
        if len(given) > 1:
            several = self._several(method, given, workflow)
        label = self.label(step, method)
        use = StepUse(step, method, inputs(self.model, step), given, several, workflow, label)
        self.uses.append(use)
        return use

    def label(self, step: ActionUsage, method: str) -> str:
        """The label of a step that a method does."""
        label = self.labels.unique(step.name or method)
        self.labelled.setdefault(method, []).append(label)
        return label

    def _several(self, method: str, given: tuple[Port, ...], workflow: Element | None) -> str:
        """The class of several outputs: that of the workflow that does the step, else one of the step's own."""
        if workflow is not None:
            names = workflow_names(self.model)
            theirs = outputs(self.model, workflow) if isinstance(workflow, Type) else ()
            if [each.name for each in theirs] == [each.name for each in given]:
                found = f"{names.class_prefix(workflow)}Result"
                function = names.function(workflow)
                self.imports.add(ImportName(f"workflows.{function}", found, is_local=True))
                return found
        return self.classes.unique(f"{pascal(method)}Result")

    def parameter(self, port: Port, prefix: str, default: str | None = None) -> str:
        """A new parameter of the workflow for a parameter of a step that nothing gives a value."""
        wanted = port.name if port.name not in self.names else f"{prefix}_{port.name}"
        variable = self.names.unique(wanted)
        self.open.append((prefix, port, variable, default))
        return variable


def bind_results(
    model: Model, scope: Scope, step: Element, ports: Iterable[Port], values: Iterable[ast.expr]
) -> Scope:
    """The scope in which the outputs of a step stand for Python expressions."""
    for port, node in zip(ports, values, strict=True):
        for step_id in same_features(model, step):
            for at in same_features(model, port.feature):
                scope = scope.bind_path((step_id, at), Value(node, port.shape))
    return scope


def step_call(building: Building, graph: Graph, use: StepUse, scope: Scope) -> ast.expr:
    """`run_step("label", steps.method, parameter=…)` with the policies of the step around the method."""
    keywords = {port.name: argument(building, graph, use, port, scope) for port in use.inputs}
    method = policed(building, use, attribute(name("steps"), use.method))
    return call("run_step", constant(use.label), method, **keywords)


def argument(building: Building, graph: Graph, use: StepUse, port: Port, scope: Scope) -> ast.expr:
    """What a parameter of a step is given: by a flow or binding, by its value, or by whoever runs the workflow."""
    source = graph.sources.get((use.usage.id, port.feature.id))
    found = None
    if source is not None:
        found = building.referred(source, scope)
    default = None
    if found is None:
        expression = effective_value(building.model, port.feature)
        if expression is not None:
            found = building.value(expression, scope)
    if found is None:
        default = "None" if port.shape is Shape.OPTIONAL else None
        default = "()" if port.shape is Shape.MANY and _may_be_empty(building, port) else default
        return name(building.parameter(port, use.method, default))
    return fitted(found, port.shape)


def _may_be_empty(building: Building, port: Port) -> bool:
    return building.model.multiplicity(port.feature).lower == 0


def policed(building: Building, use: StepUse, method: ast.expr) -> ast.expr:
    """The method of a step with what the model asks for around it.

    From the inside out: tries, a time limit for all of them, a breaker that counts how they end, an approval.
    """
    model, step = building.model, use.usage
    retry = metadata_values(model, step, RETRY)
    if retry is not None:
        method = call("retrying", method, **_settings(retry, "attempts", "delay", "maximum"))
    timeout = metadata_values(model, step, TIMEOUT)
    if timeout is not None and "seconds" in timeout:
        method = call("limited", method, seconds=constant(timeout["seconds"]))
    breaker = metadata_values(model, step, BREAKER)
    if breaker is not None:
        settings = _settings(breaker, "failures", "pause")
        method = call("guarded", method, breaker=constant(step.qualified_name), **settings)
    approval = metadata_values(model, step, APPROVAL)
    if approval is not None:
        method = call("approved", method, **_settings(approval, "role"))
    return method


def _settings(values: Mapping[str, int | float | str], *names: str) -> dict[str, ast.expr]:
    return {each: constant(values[each]) for each in names if each in values}
