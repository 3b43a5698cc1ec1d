"""Messages between performances: who may accept what, over which connections, in which order.

A message is kept until somebody accepts it; an accept takes the earliest message that matches (KerML, Transfers;
SysML 7.17, accept and send actions). The class of an occurrence says what is connected in it, as pairs of ways to
features: `connections`, and `bindings` of ports. Knows occurrences and runs; must not know steps or models.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from .runs import Run, Waiting, current

__all__ = [
    "Message",
    "PostOffice",
    "accept",
    "addresses",
    "bound_ports",
    "deliver",
    "post_office",
    "send",
]

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Message:
    """What is sent, and the occurrences it may be accepted by; None is whoever accepts it."""

    payload: object
    targets: tuple[object, ...] | None = None


@dataclass(frozen=True, eq=False)
class _Accept:
    matches: Callable[[object], bool]
    addresses: tuple[object, ...]
    waiting: Waiting[object]

    def takes(self, message: Message) -> bool:
        if message.targets is not None and not any(
            one is other for one in self.addresses for other in message.targets
        ):
            return False
        return self.matches(message.payload)


@dataclass
class PostOffice:
    """The messages of one run that nobody has accepted, in the order in which they were sent."""

    run: Run
    messages: list[Message] = field(default_factory=list)
    _accepts: list[_Accept] = field(default_factory=list)

    def post(self, message: Message) -> None:
        """Hand a message to whoever has waited longest for such a one, or keep it."""
        for each in self._accepts:
            if self.run.is_waiting(each.waiting) and each.takes(message):
                self._accepts.remove(each)
                self.run.wake(each.waiting, message.payload)
                return
        self.messages.append(message)

    async def accept(self, accept: _Accept) -> object:
        """The payload of the earliest message that matches, waited for if there is none."""
        for message in self.messages:
            if accept.takes(message):
                self.messages.remove(message)
                return message.payload
        self._accepts.append(accept)
        try:
            return await self.run.wait(accept.waiting)
        finally:
            if accept in self._accepts:
                self._accepts.remove(accept)


def post_office(run: Run) -> PostOffice:
    """The messages of a run."""
    found = run.shared.setdefault(PostOffice, PostOffice(run))
    return cast(PostOffice, found)


def deliver(run: Run, payload: object, to: object = None) -> None:
    """A message from outside the run: for whoever accepts it, or for one occurrence.

    It comes when nobody can go on, after those that were delivered before.
    """
    message = Message(payload, None if to is None else (to,))
    run.happen(lambda: post_office(run).post(message))


def send(payload: object, *, via: object = None, to: object = None) -> None:
    """Send a message to an occurrence, or over what a port is connected to (SysML 7.17, send actions).

    Sent to several connected ports it can be accepted at each of them once. Without `via` and `to` it is for
    whoever accepts it.
    """
    run = current()
    run.tick()
    office = post_office(run)
    ports = () if via is None else _connected(via)
    receivers = _each(to)
    if receivers:
        for receiver in receivers:
            at = tuple(port for port in ports if _among(receiver, tuple(_owners(port))))
            office.post(Message(payload, (receiver, *at)))
    elif via is None:
        office.post(Message(payload))
    else:
        for port in ports:
            office.post(Message(payload, bound_ports(port)))


async def accept(
    by: object,
    matches: Callable[[object], bool],
    *,
    via: object = None,
    what: str = "a message",
    element: str = "",
) -> Any:
    """The payload of the next message that matches and is for the accepting performance, or comes in at a port."""
    run = current()
    run.tick()
    found = addresses(by) if via is None else bound_ports(via)
    waiting: Waiting[object] = Waiting(what, element)
    return await post_office(run).accept(_Accept(matches, found, waiting))


def addresses(occurrence: object) -> tuple[object, ...]:
    """Whose messages a performance accepts: its own, those of performances around it, and of who performs them."""
    found: list[object] = []
    at: object | None = occurrence
    while at is not None:
        found.append(at)
        if not getattr(at, "is_performance", False):
            break
        at = getattr(at, "owner", None)
    return tuple(found)


def _owners(occurrence: object) -> Iterator[object]:
    at = getattr(occurrence, "owner", None)
    while at is not None:
        yield at
        at = getattr(at, "owner", None)


def _each(value: object) -> tuple[object, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _pairs(occurrence: object, kind: str) -> Iterator[tuple[object, object]]:
    """The ends that owners of an occurrence connect, or bind to each other."""
    for owner in (occurrence, *_owners(occurrence)):
        for class_ in type(owner).__mro__:
            for one, other in vars(class_).get(kind, ()):
                for first in _led(owner, one):
                    for second in _led(owner, other):
                        yield first, second


def _led(occurrence: object, way: tuple[str, ...]) -> tuple[object, ...]:
    """What a way of attributes leads to."""
    found: tuple[object, ...] = (occurrence,)
    for attribute in way:
        found = tuple(
            value
            for each in found
            if not isinstance(each, str | int | float)
            for value in _each(getattr(each, attribute, None))
        )
    return found


def _others(occurrence: object, kind: str) -> list[object]:
    found: list[object] = []
    for one, other in _pairs(occurrence, kind):
        if one is occurrence:
            found.append(other)
        elif other is occurrence:
            found.append(one)
    return found


def bound_ports(port: object) -> tuple[object, ...]:
    """A port and all it is bound to, directly or not."""
    found = [port]
    for each in found:
        found += [other for other in _others(each, "bindings") if not _among(other, found)]
    return tuple(found)


def _connected(port: object) -> tuple[object, ...]:
    """The ports at the other ends of the connections of a port; each once."""
    own = bound_ports(port)
    found: list[object] = []
    for each in own:
        for other in _others(each, "connections"):
            if not _among(other, own) and not _among(other, found):
                found.append(other)
    return tuple(found)


def _among(occurrence: object, others: tuple[object, ...] | list[object]) -> bool:
    return any(occurrence is other for other in others)
