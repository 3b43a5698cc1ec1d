"""What a model knows about the libraries it stands on: elements that are shared by many models.

A library's elements come first in a model: their ids are their positions in it. Where they are kept, and
whether they are read only when asked for, is the business of who provides them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar, overload

from generator.ir.expressions import ElementId
from generator.source import SourceFile

if TYPE_CHECKING:
    from generator.ir.elements import Element
    from generator.ir.relationships import Specialization

__all__ = ["ElementRecords", "HeldRecords", "Layered", "Record"]

T = TypeVar("T")


class Record(NamedTuple):
    """An element, the ids of its owned members in source order, and its specialisations."""

    element: Element
    owned: tuple[ElementId, ...]
    specializations: tuple[Specialization, ...]


class ElementRecords(Protocol):
    """The elements of some libraries. `ids` and `aliases` are by qualified name."""

    @property
    def ids(self) -> Mapping[str, ElementId]: ...
    @property
    def aliases(self) -> Mapping[str, ElementId]: ...
    @property
    def sources(self) -> Sequence[SourceFile]: ...
    def __len__(self) -> int: ...
    def record(self, at: int) -> Record:
        """The record at a position, the same one each time."""
        ...


@dataclass(frozen=True, slots=True)
class HeldRecords:
    """Records that are all in memory; without arguments, those of no library at all."""

    records: Sequence[Record] = ()
    ids: Mapping[str, ElementId] = field(default_factory=dict)
    aliases: Mapping[str, ElementId] = field(default_factory=dict)
    sources: Sequence[SourceFile] = ()

    def __len__(self) -> int:
        return len(self.records)

    def record(self, at: int) -> Record:
        """The record at a position."""
        return self.records[at]


class Layered(Sequence[T]):
    """One column of the records of the libraries, then what a model has itself."""

    __slots__ = ("_column", "_count", "_own", "_records")

    def __init__(
        self, records: ElementRecords, column: Callable[[Record], T], own: tuple[T, ...]
    ) -> None:
        self._records = records
        self._column = column
        self._count = len(records)
        self._own = own

    def __len__(self) -> int:
        return self._count + len(self._own)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(len(self))))
        own = at - self._count
        if own >= 0:
            return self._own[own]
        if at < 0:
            return self[at + len(self)]
        return self._column(self._records.record(at))

    def __iter__(self) -> Iterator[T]:
        for at in range(self._count):
            yield self._column(self._records.record(at))
        yield from self._own
