"""The page about behaviour: action flows with their steps and data, state machines with their transitions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.draw import Drawing, DrawingKind
from generator.draw.notation import signature
from generator.draw.scope import Scope
from generator.draw.steps import steps_of
from generator.ir import Type

from .pictures import Picture, pictures
from .places import Link, Places, sentence

__all__ = ["Behavior", "BehaviorPage", "Step", "behavior_page"]


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the table of steps."""

    link: Link
    parameters: str
    doc: str


@dataclass(frozen=True, slots=True)
class Behavior:
    """The section of an action or a state machine."""

    name: str
    anchor: str
    doc: str
    parameters: tuple[str, ...]
    code: tuple[Link, ...]
    pictures: tuple[Picture, ...]
    steps: tuple[Step, ...]

    @property
    def is_described(self) -> bool:
        """Whether the model says in words what any of the steps does."""
        return any(step.doc for step in self.steps)


@dataclass(frozen=True, slots=True)
class BehaviorPage:
    """`docs/behavior.md`."""

    path: str
    origins: tuple[str, ...]
    title: str
    actions: tuple[Behavior, ...]
    machines: tuple[Behavior, ...]

    @property
    def summary(self) -> str:
        """What stands on the page."""
        return "Behavior: action flows and state machines"


def behavior_page(places: Places, drawn: Sequence[Drawing]) -> BehaviorPage | None:
    """The page about what a system does; None when the model says nothing of it."""
    actions = [each for each in drawn if each.kind is DrawingKind.ACTION]
    machines = [each for each in drawn if each.kind is DrawingKind.STATE]
    if not actions and not machines:
        return None
    return BehaviorPage(
        path=f"{places.system.name}/docs/behavior.md",
        origins=tuple(each.subject for each in (*actions, *machines)),
        title=places.system.title,
        actions=tuple(_behavior(places, each) for each in actions),
        machines=tuple(_behavior(places, each) for each in machines),
    )


def _behavior(places: Places, drawing: Drawing) -> Behavior:
    element = places.model[drawing.subject]
    return Behavior(
        name=places.label(element),
        anchor=drawing.name.lower(),
        doc=element.doc,
        parameters=signature(places.model, element),
        code=places.code(element),
        pictures=pictures(places.system.name, [drawing]),
        steps=_steps(places, element) if isinstance(element, Type) else (),
    )


def _steps(places: Places, action: Type) -> tuple[Step, ...]:
    scope = Scope(places.model, "", ())
    found = []
    for step in steps_of(scope, action):
        if not step.declared_name:
            continue
        type_ = places.model.type_of(step)
        target = type_ if type_ is not None and places.anchor(type_) else step
        doc = step.doc or (type_.doc if type_ is not None and type_.library is None else "")
        parameters = "; ".join(signature(places.model, step))
        link = Link(places.link(step).text.rpartition(".")[2], places.link(target).href)
        found.append(Step(link, parameters, sentence(doc)))
    return tuple(found)
