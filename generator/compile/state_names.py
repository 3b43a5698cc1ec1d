"""Which state definitions become machines, and what those are called.

The one place that decides it, so that documentation and tests agree with the definition. Knows states; must not
know how transitions are compiled.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from generator.compile.lives import lives, states_of_lives
from generator.compile.types import model_folder, python_types
from generator.emit.names import Names, module, pascal
from generator.ir import (
    Element,
    ElementId,
    ExhibitStateUsage,
    Feature,
    Model,
    Role,
    StateDefinition,
    StateUsage,
    Type,
)

__all__ = ["StateNames", "state_names", "substates"]

_RESERVED_CLASSES = (
    *("Any", "Callable", "EVENTS", "Event", "IllegalTransition", "MACHINES", "StrEnum"),
    *("TRANSITIONS", "Transition", "TypeAlias"),
)


class StateNames:
    """The state machines of a model and their Python names. Made once per model by `state_names`."""

    def __init__(self, model: Model) -> None:
        self._names: dict[ElementId, tuple[str, str]] = {}
        self._lives: dict[ElementId, str] = {}
        within = states_of_lives(model)
        modules: dict[str, Names] = {}
        classes: dict[str, Names] = {}
        for element in model.user_elements:
            if element.id in within or not _is_machine(model, element):
                continue
            folder = model_folder(element)
            label = element.name or ""
            at = modules.setdefault(folder, Names(ignore_case=True)).unique(module(label))
            known = python_types(model).class_names
            scope = classes.setdefault(folder, Names((*_RESERVED_CLASSES, *known)))
            self._names[element.id] = (at, _class_name(scope, pascal(label)))

        for life in lives(model):
            label = f"{life.entity.name}_{life.exhibited.name}"
            scope = modules.setdefault(model_folder(life.entity), Names(ignore_case=True))
            self._lives[life.status.id] = scope.unique(module(label))

    def of_life(self, status: Element) -> str | None:
        """Module below `states` of the transitions that drive an attribute; None for any other one."""
        return self._lives.get(status.id)

    def of(self, element: Element) -> tuple[str, str] | None:
        """Module below `states` and class of a state machine; None for anything else."""
        return self._names.get(element.id)


@lru_cache(maxsize=8)
def state_names(model: Model) -> StateNames:
    """The state machines of a model, named once."""
    return StateNames(model)


def _is_machine(model: Model, element: Element) -> bool:
    if not isinstance(element, StateDefinition | StateUsage) or element.name is None:
        return False
    owner = model.owner(element)
    if isinstance(element, StateUsage) and isinstance(owner, StateDefinition | StateUsage):
        return False
    if isinstance(element, ExhibitStateUsage) and element.reference is not None:
        return False
    return bool(substates(model, element, model.owned(element, StateUsage)))


def substates(
    model: Model, state: Element, pool: Sequence[Feature] | None = None
) -> tuple[StateUsage, ...]:
    """The states directly inside a state, inherited ones included unless a pool of features is given."""
    features = (
        pool if pool is not None else model.features(state) if isinstance(state, Type) else ()
    )
    roles = (Role.MEMBER, Role.FEATURE)
    return tuple(
        each
        for each in features
        if isinstance(each, StateUsage) and each.role in roles and each.direction is None
    )


def _class_name(scope: Names, wanted: str) -> str:
    """A name for a machine such that the name of its states is free too."""
    found = scope.unique(wanted)
    while f"{found}State" in scope:
        found = scope.unique(wanted)
    scope.unique(f"{found}State")
    return found
