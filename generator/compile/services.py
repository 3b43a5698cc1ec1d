"""Steps that the generated system does itself: keeping and removing rows, journals, files, the clock, refusals.

Knows the actions of `AgentSystems` that stand for them and what a step of each is called with. Must not know in which
order steps run, nor how a system does them.
"""

from __future__ import annotations

import ast
from enum import StrEnum

from generator.compile.actions import Port, effective_value, inputs, outputs
from generator.compile.building import Building, StepUse
from generator.compile.code import Shape, attribute, call, constant, name
from generator.compile.lives import lives
from generator.compile.references import fitted
from generator.compile.scope import Scope
from generator.compile.state_names import state_names
from generator.compile.statements import assign, give_back, unparse_block
from generator.compile.types import Annotation, ImportName, python_types
from generator.emit.names import snake
from generator.ir import ActionUsage, Element, Feature, Model, Type

__all__ = [
    "Service",
    "changes",
    "is_stored",
    "kept_type",
    "refusal",
    "service_body",
    "service_of",
    "service_use",
]


class Service(StrEnum):
    """What a system does itself."""

    STORE = "AgentSystems::Persistence::Store"
    REMOVE = "AgentSystems::Persistence::Remove"
    CHECK = "AgentSystems::Persistence::CheckDatabase"
    FIRE = "AgentSystems::Persistence::Fire"
    APPEND = "AgentSystems::Files::Append"
    READ = "AgentSystems::Files::ReadFile"
    WRITE = "AgentSystems::Files::WriteFile"
    LIST = "AgentSystems::Files::ListFiles"
    NOW = "AgentSystems::Workflows::ReadClock"
    REFUSE = "AgentSystems::Workflows::Refuse"


_KEEPING = (Service.STORE, Service.REMOVE, Service.APPEND)
_FUNCTIONS = {
    Service.READ: ("files", "read_file"),
    Service.WRITE: ("files", "write_file"),
    Service.LIST: ("files", "list_files"),
    Service.NOW: ("workflows.running", "now"),
}
_METHODS = {
    Service.CHECK: "check_database",
    Service.WRITE: "write_file",
    Service.LIST: "list_files",
    Service.NOW: "now",
}


def service_of(model: Model, step: Element) -> Service | None:
    """Which service a step is, if it is one."""
    if not isinstance(step, ActionUsage):
        return None
    for each in Service:
        if model.specializes(step, each.value):
            return each
    return None


def is_stored(service: Service) -> bool:
    """Whether the database or a journal does it, which are shared by all workflows of one run."""
    return service in (*_KEEPING, Service.CHECK)


def changes(service: Service | None) -> bool:
    """Whether rows are others afterwards; a step that is no service may do anything."""
    return service in (None, Service.STORE, Service.REMOVE)


def kept_type(model: Model, step: Type) -> Type | None:
    """The type of what a step stores, removes or appends: as its parameter says, else as its value does."""
    ports = inputs(model, step)
    if not ports:
        return None
    feature = ports[0].feature
    own = _specific(model, model.types(feature))
    if own is not None:
        return own
    value = effective_value(model, feature)
    return None if value is None else _specific(model, model.inference.of(value).types)


def _specific(model: Model, types: tuple[Element, ...]) -> Type | None:
    found = (each for each in types if isinstance(each, Type) and each.library is None)
    return next((each for each in found if python_types(model).class_name(each)), None)


def service_use(building: Building, step: ActionUsage, service: Service) -> StepUse:
    """How a service is called; those that do the same share a method."""
    model = building.model
    given, taken = inputs(model, step), outputs(model, step)
    method = _METHODS.get(service, "")
    if service in _KEEPING:
        type_ = kept_type(model, step)
        verb = service.value.rpartition("::")[2].lower()
        if type_ is None:
            building.report(step.span, f"`{step.name or verb}`, of which nothing says what it is,")
        method = f"{verb}_{snake((type_.name if type_ is not None else None) or 'item')}"
        annotation = python_types(model).of_type(type_)
        given = tuple(Port(each.feature, each.name, annotation, Shape.ONE) for each in given[:1])
    if service is Service.FIRE:
        method, given, taken = _firing(building, step)
    if service is Service.WRITE:  # one method for contents of any type
        anything = python_types(model).of_type(None)
        given = (*given[:1], *(Port(p.feature, p.name, anything, p.shape) for p in given[1:]))
    known = building.shared.get(method) if method else None
    if known is not None:
        label = building.label(step, known.method)
        return StepUse(step, known.method, given, taken, label=label)
    unique = building.methods.unique(method or snake(step.name or "read"))
    use = StepUse(step, unique, given, taken, label=building.label(step, unique))
    if method:
        building.shared[method] = use
    building.uses.append(use)
    return use


def _firing(
    building: Building, step: ActionUsage
) -> tuple[str, tuple[Port, ...], tuple[Port, ...]]:
    """The method, the parameters and the result of a step that lets an event happen to an entity."""
    model = building.model
    given, taken = inputs(model, step), outputs(model, step)
    type_ = kept_type(model, step)
    life = next((each for each in lives(model) if type_ and each.entity.id == type_.id), None)
    module = None if life is None else state_names(model).of_life(life.status)
    if life is None or module is None or len(given) != 2 or not taken:
        building.report(step.span, f"`{step.name or 'fire'}`, of which no status follows states,")
        return "", given, taken
    item = python_types(model).of_type(life.entity)
    event = Annotation(f"{module}.Event", (ImportName("states", module, is_local=True),))
    ports = (
        Port(given[0].feature, given[0].name, item, Shape.ONE),
        Port(given[1].feature, given[1].name, event, Shape.ONE),
    )
    result = Port(taken[0].feature, taken[0].name, item, Shape.ONE)
    return f"fire_{snake(life.entity.name or 'item')}", ports, (result,)


def _fired(building: Building, use: StepUse) -> str:
    """`fire(entity, event)`; that no transition is open is a refusal."""
    entity, event = use.inputs
    module = event.annotation.text.partition(".")[0]
    called = call(attribute(name(module), "fire"), name(entity.name), name(event.name))
    handler = ast.ExceptHandler(
        type=attribute(name(module), "IllegalTransition"),
        name="fault",
        body=[raise_refused(building, call("str", name("fault")), name("fault"))],
    )
    tried = ast.Try(body=[give_back(called)], handlers=[handler], orelse=[], finalbody=[])
    return unparse_block([tried])


def service_body(building: Building, use: StepUse, service: Service) -> str | None:
    """The statements of a service that needs nothing but the system itself; None when it is not known of what."""
    if service is Service.FIRE:
        is_known = len(use.inputs) == 2 and use.inputs[1].annotation.text.endswith(".Event")
        return _fired(building, use) if is_known else None
    module, function = _FUNCTIONS[service]
    building.imports.add(ImportName(module, function, is_local=True))
    arguments: list[ast.expr] = [name(each.name) for each in use.inputs]
    if service is not Service.READ:
        return unparse_block([give_back(call(function, *arguments))])
    type_ = ast.parse(use.result, mode="eval").body
    variable = "content" if "content" not in {each.name for each in use.inputs} else "found"
    return unparse_block(
        [assign(variable, call(function, *arguments, type_), type_), give_back(name(variable))]
    )


def refusal(building: Building, step: ActionUsage, scope: Scope) -> list[ast.stmt]:
    """`raise Refused(reason)`."""
    feature = next((each.feature for each in inputs(building.model, step)), None)
    reason: ast.expr = constant(step.doc or step.name or "refused")
    value = effective_value(building.model, feature) if isinstance(feature, Feature) else None
    if value is not None:
        found = building.value(value, scope)
        if found is not None:
            reason = fitted(found, Shape.ONE)
    return [raise_refused(building, reason)]


def raise_refused(building: Building, reason: ast.expr, cause: ast.expr | None = None) -> ast.stmt:
    """The statement that ends a run for a reason."""
    building.imports.add(ImportName("workflows.running", "Refused", is_local=True))
    return ast.Raise(exc=call("Refused", reason), cause=cause)
