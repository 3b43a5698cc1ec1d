"""An action as a module of a generated package: its program, and what a function needs to perform it.

For actions that wait for messages or times, end each other or run as graphs: more than the structured form can say.
Knows programs and workflows. Must not know templates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.compile.actions import (
    COMMAND,
    StepKind,
    definitions,
    inputs,
    kind_of_step,
    outputs,
    owned_steps,
)
from generator.compile.code import unparse
from generator.compile.entry import Entry
from generator.compile.program.bodies import has_body
from generator.compile.program.building import Building
from generator.compile.program.features import annotation
from generator.compile.program.module import classes_of, entry_of, imports_of
from generator.compile.workflow_names import workflow_names, workflow_of
from generator.compile.workflows import compile_workflow
from generator.diagnostics import Diagnostic
from generator.emit.names import Names, snake
from generator.ir import (
    AcceptActionUsage,
    ActionUsage,
    Element,
    Feature,
    MetadataUsage,
    Model,
    Role,
    TextualRepresentation,
    Type,
)

__all__ = ["Behavior", "External", "Field", "compile_behavior", "needs_engine"]


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter or result of the function: its attribute, type as text, and whether the model gives it a value."""

    attribute: str
    annotation: str
    has_value: bool


@dataclass(frozen=True, slots=True)
class External:
    """A step that the model does not describe: who performs the action does it."""

    method: str
    class_name: str
    element: str
    doc: str


@dataclass(frozen=True, slots=True)
class Behavior:
    """The module of an action. `signals` are the classes of messages it accepts, in textual order."""

    action: Type
    imports: tuple[str, ...]
    classes: tuple[str, ...]
    entry: Entry
    performance: str
    parameters: tuple[Field, ...]
    results: tuple[Field, ...]
    externals: tuple[External, ...]
    signals: tuple[str, ...]
    has_python: bool


@lru_cache(maxsize=128)
def needs_engine(model: Model, action: Type) -> bool:
    """Whether an action is more than the structured form can say, and nobody relies on that form of it.

    Commands and steps of other workflows call the structured function; their actions keep it.
    """
    if model.metadata(action, COMMAND) or _is_step_of_another(model, action):
        return False
    _, found = compile_workflow(model, action)
    annotated = {each.span for each in model.of_kind(MetadataUsage)}
    return any(each.code == "unsupported-action" and each.span not in annotated for each in found)


def _is_step_of_another(model: Model, action: Type) -> bool:
    names = workflow_names(model)
    return any(
        (performed := workflow_of(model, step)) is not None and performed.id == action.id
        for other in model.of_kind(Type)
        if other.id != action.id and names.function(other) is not None
        for step in model.descendants(other)
        if isinstance(step, ActionUsage)
    )


def compile_behavior(model: Model, action: Type) -> tuple[Behavior, tuple[Diagnostic, ...]]:
    """The module of an action, and what has no meaning in it."""
    building = Building(model)
    entry = entry_of(building, action, "action")
    performance = building.class_of(action)
    classes = classes_of(building)
    written = [model.element(at) for at in building.classes]
    behavior = Behavior(
        action,
        tuple(unparse(each) for each in imports_of(building, classes)[1:]),
        tuple(unparse(each) for each in classes),
        entry,
        performance or entry.root,
        tuple(
            _field(building, each.feature)
            for each in sorted(inputs(model, action), key=lambda port: _has_value(port.feature))
        ),
        tuple(_field(building, each.feature) for each in outputs(model, action)),
        tuple(_externals(building, written)),
        tuple(dict.fromkeys(_signals(building, written))),
        any(model.owned(each, TextualRepresentation) for each in written),
    )
    return behavior, tuple(dict.fromkeys(building.diagnostics))


def _has_value(feature: Feature) -> bool:
    return feature.value is not None


def _field(building: Building, feature: Feature) -> Field:
    text = unparse(annotation(building, feature))
    return Field(building.types.attribute(feature), text, _has_value(feature))


def _externals(building: Building, written: list[Element]) -> Iterator[External]:
    model = building.model
    methods = Names()
    for each in written:
        if type(each) is not ActionUsage and not _is_plain_perform(each):
            continue
        assert isinstance(each, ActionUsage)  # noqa: S101 - both are
        if kind_of_step(model, each) not in (StepKind.EXTERNAL, StepKind.AGENT):
            continue
        if any(_is_described(building, one) for one in (each, *definitions(model, each))):
            continue
        doc = each.doc or next((one.doc for one in definitions(model, each) if one.doc), "")
        method = methods.unique(snake(each.name or "step"))
        yield External(method, building.classes[each.id], each.qualified_name, doc)


def _is_plain_perform(element: Element) -> bool:
    return element.kind == "PerformActionUsage" and getattr(element, "reference", None) is None


def _is_described(building: Building, action: Element) -> bool:
    return isinstance(action, Type) and (
        has_body(building, action) or bool(owned_steps(building.model, action))
    )


def _signals(building: Building, written: list[Element]) -> Iterator[str]:
    model = building.model
    for each in written:
        for accept in (each, *model.descendants(each)):
            if isinstance(accept, AcceptActionUsage) and accept.trigger == "signal":
                for payload in model.owned_with_role(accept, Role.PAYLOAD):
                    types = model.types(payload) if isinstance(payload, Feature) else ()
                    yield from (
                        building.classes[one.id] for one in types if one.id in building.classes
                    )
