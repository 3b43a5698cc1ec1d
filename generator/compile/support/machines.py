"""State machines as they are described: states in states, what is done in them, and the transitions between them.

Knows nothing of models; `machine_runs` executes what is described here. Standard library only: generated packages
carry this module as it is. SysML 2.0, clause 7.18.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeAlias, TypeVar

__all__ = [
    "DONE",
    "Accept",
    "After",
    "At",
    "Machine",
    "Node",
    "State",
    "Step",
    "Transition",
    "Trigger",
    "When",
]

S = TypeVar("S")

DONE = "done"
"""The name under which the end of a state is a target: `done`, or `outer.done` inside `outer`."""

Step: TypeAlias = Callable[[S, Any], Awaitable[object] | None]
"""What is done on entering, in, on leaving a state, or between two: given the subject, and the event that led to it."""


@dataclass(frozen=True, slots=True)
class Accept:
    """Waits for an event of a class; with `via` only for one that came through that port or through none.

    `port` gives the port itself where it is an object.
    """

    signal: type[Any] | tuple[type[Any], ...]
    via: str = ""
    port: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class After(Generic[S]):
    """Waits for a time in seconds, counted from the moment the source was entered."""

    seconds: Callable[[S], float]


@dataclass(frozen=True, slots=True)
class At(Generic[S]):
    """Waits for an instant, in seconds of the machine's clock; one that has passed comes at once."""

    instant: Callable[[S], float]


@dataclass(frozen=True, slots=True)
class When(Generic[S]):
    """Waits until a condition holds; one that holds when the source is entered comes at once."""

    condition: Callable[[S], bool]


Trigger: TypeAlias = Accept | After[S] | At[S] | When[S]


@dataclass(frozen=True, slots=True)
class Transition(Generic[S]):
    """A way from a state to a state, both as dotted paths below the machine.

    Without trigger it is taken when its source has completed. The initial transitions of a state have its own path
    as `source`.
    """

    source: str
    target: str
    trigger: Trigger[S] | None = None
    guard: Callable[[S, Any], bool] | None = None
    effect: Step[S] | None = None
    label: str = ""

    def __str__(self) -> str:
        return self.label or f"{self.source} to {self.target}"


@dataclass(frozen=True, slots=True)
class State(Generic[S]):
    """A state and the states in it: all of them at once when it is parallel, else one at a time.

    `initial` are tried in their order when it is entered; without them its first state is entered.
    """

    name: str
    states: tuple[State[S], ...] = ()
    parallel: bool = False
    initial: tuple[Transition[S], ...] = ()
    entry: Step[S] | None = None
    do: Step[S] | None = None
    exit: Step[S] | None = None


@dataclass(slots=True, eq=False)
class Node(Generic[S]):
    """A state at its place in a machine; `is_final` is the end of the state around it."""

    path: str
    state: State[S]
    parent: Node[S] | None
    depth: int
    is_final: bool = False
    children: list[Node[S]] = field(default_factory=list)
    transitions: list[Transition[S]] = field(default_factory=list)

    def around(self) -> Iterator[Node[S]]:
        """The node itself and the nodes around it, from the inside out."""
        node: Node[S] | None = self
        while node is not None:
            yield node
            node = node.parent

    def is_within(self, other: Node[S]) -> bool:
        """Whether it is another node or lies inside it."""
        return any(each is other for each in self.around())

    @property
    def is_composite(self) -> bool:
        """Whether it has states that are not all active at once."""
        return bool(self.state.states) and not self.state.parallel


class Machine(Generic[S]):
    """A described machine; ValueError when a transition leads from or to a state that is not there.

    Its own entry, do and exit actions are those of `root`, whose name does not appear in paths.
    """

    def __init__(self, root: State[S], transitions: Sequence[Transition[S]] = ()) -> None:
        self.transitions = tuple(transitions)
        self._nodes: dict[str, Node[S]] = {}
        self.root = self._node(root, None, "")
        for each in self.transitions:
            self.node(each.source).transitions.append(each)
            self.node(each.target)
        for node in tuple(self._nodes.values()):
            for each in node.state.initial:
                if not self.node(each.target).is_within(node):
                    raise ValueError(f"{each} leaves the state it begins in")

    def _node(self, state: State[S], parent: Node[S] | None, path: str) -> Node[S]:
        node = Node(path, state, parent, 0 if parent is None else parent.depth + 1)
        if path in self._nodes:
            raise ValueError(f"two states are called {path}")
        self._nodes[path] = node
        for each in state.states:
            node.children.append(self._node(each, node, f"{path}.{each.name}".lstrip(".")))
        has_end = node.is_composite or parent is None
        if has_end and all(each.name != DONE for each in state.states):
            end = self._node(State(DONE), node, f"{path}.{DONE}".lstrip("."))
            end.is_final = True
            node.children.append(end)
        return node

    def node(self, path: str) -> Node[S]:
        """The state with a path; "" is the machine itself. ValueError when there is none."""
        found = self._nodes.get(path)
        if found is None:
            raise ValueError(f"there is no state {path or 'outside the machine'}")
        return found

    def paths(self) -> tuple[str, ...]:
        """The paths of all states, outer ones first, in their order."""
        return tuple(path for path, node in self._nodes.items() if path and not node.is_final)

    def domain(self, transition: Transition[S]) -> Node[S]:
        """The innermost state that a transition stays in: everything inside it is left."""
        target = self.node(transition.target)
        source = self.node(transition.source)
        around = source.around()
        next(around)  # a transition of a state to itself, or into itself, leaves it
        for each in around:
            is_above = each is not target and target.is_within(each)
            if is_above and (not each.state.parallel or each.parent is None):
                return each
        return self.root
