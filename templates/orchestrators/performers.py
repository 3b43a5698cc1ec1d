"""Who does the steps the model gives to agents or to other workflows, and the lines that hand a step over.

Knows agents, ports and workflows. Must not know how a module is laid out.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.compile.actions import StepKind, definitions, effective_value, outputs, python_body
from generator.compile.agents import agent_names, input_port, output_port
from generator.compile.types import ImportName, python_types
from generator.compile.workflow_names import workflow_names
from generator.compile.workflows import StepCode, Workflow, compile_workflow
from generator.emit import names
from generator.ir import ActionUsage, Element, ElementId, Feature, Model, Type

__all__ = ["Handover", "PerformerView", "Performers"]

TOOL = "AgentSystems::Agents::Tool"


@dataclass(frozen=True, slots=True)
class PerformerView:
    """A parameter of the constructor of default steps, and the value of the attribute of that name."""

    name: str
    annotation: str
    value: str
    is_optional: bool


@dataclass(frozen=True, slots=True)
class Handover:
    """How an agent is asked to do a step: the attribute that holds it, its request, and what is read of its answer.

    `arguments` are field and parameter, `results` result of the step ("" for its only one) and field of the answer.
    """

    performer: str
    request: str
    arguments: tuple[tuple[str, str], ...]
    results: tuple[tuple[str, str], ...]


class Performers:
    """The agents and inner workflows that do steps of one workflow, each once."""

    def __init__(
        self, model: Model, workflow: Workflow, around: frozenset[ElementId] = frozenset()
    ) -> None:
        self._model = model
        self._around = around | {workflow.action.id}
        self._steps = workflow.steps
        self._scope = names.Names(each.name for each in workflow.steps)
        self._known: dict[ElementId, str] = {}
        self._views: list[PerformerView] = []
        self._imports: set[ImportName] = set()
        self.handovers: dict[str, Handover] = {}
        self._bodies = {each.name: self._body(each) for each in workflow.steps}

    @property
    def views(self) -> tuple[PerformerView, ...]:
        """The performers in the order of their first step."""
        return tuple(self._views)

    @property
    def imports(self) -> frozenset[ImportName]:
        """What the lines of the steps mention."""
        return frozenset(self._imports)

    @property
    def is_complete(self) -> bool:
        """Whether default steps can be made without being given anything, and do every step."""
        known = all(each.body is not None or self.body(each) is not None for each in self._steps)
        return known and all(each.is_optional for each in self._views)

    @property
    def unmatched(self) -> tuple[StepCode, ...]:
        """The steps allocated to an agent whose ports do not have their parameters."""
        asked = (each for each in self._steps if each.kind is StepKind.AGENT)
        return tuple(each for each in asked if self.body(each) is None)

    def body(self, step: StepCode) -> str | None:
        """The lines of a step that somebody else does; None when nobody is known."""
        return self._bodies.get(step.name)

    def _body(self, step: StepCode) -> str | None:
        if step.kind is StepKind.AGENT and step.performer is not None:
            return self._agent(step, step.performer.definition)
        if step.kind is StepKind.WORKFLOW and step.workflow is not None:
            return self._workflow(step, step.workflow)
        return None

    # -- agents -----------------------------------------------------------------------------------

    def _agent(self, step: StepCode, definition: Type) -> str | None:
        given = _type(self._model, input_port(self._model, definition))
        taken = _type(self._model, output_port(self._model, definition))
        if given is None or taken is None:
            return None
        types = python_types(self._model)
        arguments = _matched([each.label for each in step.parameters], _fields(self._model, given))
        results = _matched([each.label for each in step.result.fields], _fields(self._model, taken))
        class_name, module = types.class_name(given), types.module(given)
        if arguments is None or results is None or class_name is None or module is None:
            return None
        self._imports.add(ImportName(f"types.{module}", class_name, is_local=True))
        agent = self._agent_name(definition)
        if agent is None:
            return None
        shown = ", ".join(
            f"{field}={step.parameters[at].name}" for at, field in enumerate(arguments)
        )
        names_of_results = [each.name for each in step.result.fields]
        if step.result.class_name is None:
            names_of_results = [""] * len(results)
        self.handovers[step.name] = Handover(
            agent,
            class_name,
            tuple((field, step.parameters[at].name) for at, field in enumerate(arguments)),
            tuple(zip(names_of_results, results, strict=True)),
        )
        call = f"await self.{agent}.run({class_name}({shown}))"
        return _given(step, call, results)

    def _agent_name(self, definition: Type) -> str | None:
        class_ = agent_names(self._model).of(definition)
        if class_ is None:
            return None
        if definition.id not in self._known:
            name = self._scope.unique(names.snake(definition.name or ""))
            self._known[definition.id] = name
            self._imports.add(class_)
            if _is_given_tools(self._model, definition):
                self._views.append(PerformerView(name, class_.name, name, False))
            else:
                made = f"{name} or {class_.name}()"
                self._views.append(PerformerView(name, f"{class_.name} | None", made, True))
        return self._known[definition.id]

    # -- workflows --------------------------------------------------------------------------------

    def _workflow(self, step: StepCode, action: Element) -> str | None:
        function = workflow_names(self._model).function(action)
        if function is None or not isinstance(action, Type):
            return None
        inner, _ = compile_workflow(self._model, action)
        known = {each.name for each in step.parameters}
        needed = {each.name for each in inner.parameters if each.default is None}
        same = {each.name for each in inner.parameters}
        if not needed <= known or not known <= same:
            return None
        self._imports.add(ImportName(f"workflows.{function}", function, is_local=True))
        shown = [f"{each.name}={each.name}" for each in step.parameters]
        if inner.steps:
            shown.insert(0, f"self.{self._steps_name(step, inner)}")
        # What a workflow gives beyond the outputs of the step that performs it is for nobody here.
        gives = "return " if step.result.fields else ""
        return f"{gives}await {function}({', '.join(shown)})"

    def _steps_name(self, step: StepCode, inner: Workflow) -> str:
        protocol = f"{inner.class_prefix}Steps"
        is_optional = (
            inner.action.id not in self._around
            and Performers(self._model, inner, self._around).is_complete
        )
        name = self._scope.unique(f"{inner.function}_steps")
        self._imports.add(ImportName(f"workflows.{inner.function}", protocol, is_local=True))
        annotation = f"{protocol} | None" if is_optional else protocol
        self._views.append(PerformerView(name, annotation, name, is_optional))
        return name


def _is_given_tools(model: Model, agent: Type) -> bool:
    """Whether an agent has tools the model does not say how to do, so that it is made with them."""
    for feature in model.features(agent):
        if not isinstance(feature, ActionUsage) or feature.library is not None:
            continue
        for action in (*definitions(model, feature), feature):
            if isinstance(action, Type) and model.specializes(action, TOOL):
                made = outputs(model, action)
                computed = len(made) == 1 and effective_value(model, made[0].feature) is not None
                if python_body(model, action) is None and not computed:
                    return True
                break
    return False


def _type(model: Model, port: Feature | None) -> Type | None:
    return None if port is None else model.type_of(port)


def _fields(model: Model, type_: Type) -> dict[str, str]:
    """The Python field of each feature of a type, by the name of the feature."""
    fields = python_types(model).members(type_)
    return {each.name or "": fields[each.id] for each in model.features(type_) if each.id in fields}


def _matched(labels: list[str], fields: dict[str, str]) -> list[str] | None:
    """The field for each name: the one of that name, or the only one there is."""
    if all(label in fields for label in labels):
        return [fields[label] for label in labels]
    if len(labels) == len(fields) == 1:
        return list(fields.values())
    return None


def _given(step: StepCode, call: str, fields: list[str]) -> str:
    """The lines that give back what was made by a call, as the step gives it."""
    if not fields:
        return call
    if step.result.class_name is None:
        return f"output = {call}\nreturn output.{fields[0]}"
    values = ", ".join(
        f"{each.name}=output.{field}"
        for each, field in zip(step.result.fields, fields, strict=True)
    )
    return f"output = {call}\nreturn {step.result.class_name}({values})"
