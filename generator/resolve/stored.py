"""Resolved libraries as bytes, so that a process need not parse and resolve them again.

Symbols and elements are kept one by one, as rows of plain values and as records, and are made when somebody asks
for them: a model uses few of the many a library has. What is loaded is data: loading runs no code but that of the
model's own classes. Must not know where the bytes are kept.
"""

from __future__ import annotations

import gc
import io
import pickle
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, overload

from generator import ir
from generator.ir import ElementId, Library, Record, Role, SpecializationKind, Visibility
from generator.resolve.resolution import LibraryModel
from generator.resolve.symbols import Alias, General, ImportDeclaration, Symbol
from generator.source import SourceFile
from generator.syntax import ast

__all__ = ["DamagedLibraryError", "LiteralPickler", "dump_library", "load_library"]

_FORMAT = 2
_NO_NODE = ast.Usage(0, 0)
_NO_IMPORT = ast.Import(0, 0)
_NO_ALIAS = ast.AliasMember(0, 0)
_Row = tuple[Any, ...]


class DamagedLibraryError(Exception):
    """A part of a loaded library cannot be read: the library has to be resolved again."""


def dump_library(library: LibraryModel) -> bytes | None:
    """The bytes of a library that is in memory; None for one with filters, which need its trees to be applied."""
    if any(each.is_filtered for place in _places(library) for each in place.imports):
        return None
    sources = library.records.sources
    writer = _Writer(library)
    return pickle.dumps(
        (
            _FORMAT,
            [(each.path, len(each.text)) for each in sources],
            [pickle.dumps(writer.row(each), 5) for each in library.symbols],
            [pickle.dumps(writer.row(each), 5) for each in library.roots],
            [_packed(library.records.record(at), sources) for at in range(len(library.symbols))],
            dict(library.records.ids),
            dict(library.records.aliases),
        ),
        5,
    )


def load_library(data: bytes, sources: Sequence[SourceFile]) -> LibraryModel | None:
    """The library of some bytes; None when they are damaged or were made from other files than `sources`."""
    was_enabled = gc.isenabled()
    gc.disable()  # what is loaded stays alive, and looking for garbage meanwhile costs more than loading
    try:
        version, files, rows, roots, packed, ids, aliases = _Plain(io.BytesIO(data)).load()
        if version != _FORMAT or files != [(each.path, len(each.text)) for each in sources]:
            return None
        shelf = _Shelf(rows, roots, sources)
        records = StoredRecords(packed, ids, aliases, tuple(sources))
        return LibraryModel(shelf, tuple(shelf.root(at) for at in range(len(roots))), records)
    except Exception:  # whatever damaged bytes raise, the library can be resolved again
        return None
    finally:
        if was_enabled:
            gc.enable()


class StoredRecords:
    """Records that are unpacked when they are asked for, and then kept."""

    def __init__(
        self,
        packed: Sequence[bytes],
        ids: Mapping[str, ElementId],
        aliases: Mapping[str, ElementId],
        sources: Sequence[SourceFile],
    ) -> None:
        self._packed = packed
        self._made: list[Record | None] = [None] * len(packed)
        self.ids = ids
        self.aliases = aliases
        self.sources = sources

    def __len__(self) -> int:
        return len(self._packed)

    def record(self, at: int) -> Record:
        """The record at a position."""
        made = self._made[at]
        if made is None:
            unpickler = _Unpacker(io.BytesIO(self._packed[at]))
            unpickler.sources = self.sources
            made = self._made[at] = Record(*unpickler.load())
        return made


# -- elements -------------------------------------------------------------------------------------


class LiteralPickler(pickle.Pickler):
    """Writes an enumeration literal by its value.

    By itself Python before 3.11.4 writes one as a look-up by name, which is more than what is loaded may do.
    """

    def reducer_override(self, value: object) -> Any:
        """The class and the value of a literal; nothing of its own for anything else."""
        if isinstance(value, Enum):
            return type(value), (value.value,)
        return NotImplemented


class _Packer(LiteralPickler):
    """Writes a source file as its number."""

    numbers: Mapping[int, int]

    def persistent_id(self, value: object) -> int | None:
        return self.numbers[id(value)] if isinstance(value, SourceFile) else None


def _packed(record: Record, sources: Sequence[SourceFile]) -> bytes:
    stream = io.BytesIO()
    packer = _Packer(stream, 5)
    packer.numbers = {id(each): number for number, each in enumerate(sources)}
    packer.dump(tuple(record))
    return stream.getvalue()


class _Plain(pickle.Unpickler):
    """Gives back plain values and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name} is no plain value")


class _Unpacker(pickle.Unpickler):
    """Gives back classes of the model and nothing else."""

    sources: Sequence[SourceFile]

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("generator.ir.") or (module, name) == ("generator.source", "Span"):
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a model")

    def persistent_load(self, number: int) -> SourceFile:
        return self.sources[number]


# -- symbols --------------------------------------------------------------------------------------


class _Writer:
    """Turns symbols into rows; roots have the numbers -1, -2, …"""

    def __init__(self, library: LibraryModel) -> None:
        self._numbers: dict[int, int] = {id(each): each.id for each in library.symbols}
        for number, root in enumerate(library.roots, start=1):
            self._numbers[id(root)] = -number
        self._sources = {id(each): at for at, each in enumerate(library.records.sources)}

    def _number(self, symbol: Symbol | None) -> int | None:
        return None if symbol is None else self._numbers[id(symbol)]

    def row(self, symbol: Symbol) -> _Row:
        return (
            symbol.kind.__name__,
            self._number(symbol.owner),
            self._number(symbol.outer),
            self._sources[id(symbol.source)],
            (symbol.start, symbol.end, symbol.name_start, symbol.name_end, symbol.position),
            (symbol.declared_name, symbol.short_name, symbol.name, symbol.direction),
            (
                symbol.role.value,
                symbol.visibility.value,
                symbol.library.value if symbol.library else None,
            ),
            [self._numbers[id(each)] for each in symbol.members],
            {name: self._entry(entry) for name, entry in symbol.names.items()},
            {name: self._numbers[id(each)] for name, each in symbol.derived.items()},
            sorted(symbol.hidden or ()),
            [self._numbers[id(each)] for each in symbol.parameters],
            [self._general(each) for each in symbol.generals or ()],
            [self._import(each) for each in symbol.imports],
            (symbol.is_broken, self._number(symbol.base)),
        )

    def _entry(self, entry: Symbol | Alias) -> int | _Row:
        if isinstance(entry, Symbol):
            return self._numbers[id(entry)]
        return (entry.visibility.value, self._number(entry.target))

    def _general(self, general: General) -> _Row:
        path = tuple(self._numbers[id(each)] for each in general.path)
        return (general.kind.value, path, general.is_implied, general.is_conjugated)

    def _import(self, declaration: ImportDeclaration) -> _Row:
        return (
            declaration.name,
            declaration.is_namespace,
            declaration.is_recursive,
            declaration.is_all,
            declaration.visibility.value,
            self._number(declaration.target),
        )


class _StoredSymbol(Symbol):
    """A symbol of a stored library: until something is asked about it, only its number is known."""

    __slots__ = ("number", "shelf")

    def __init__(self, number: int, shelf: _Shelf) -> None:
        self.number = number
        self.shelf = shelf

    def __getattr__(self, name: str) -> Any:
        """Called for what is not there yet."""
        if name in Symbol.__slots__:
            self.shelf.fill(self)
            return object.__getattribute__(self, name)
        raise AttributeError(name)


class _Shelf(Sequence[Symbol]):
    """The symbols of a stored library by number; roots have the numbers -1, -2, …"""

    def __init__(
        self, rows: Sequence[bytes], roots: Sequence[bytes], sources: Sequence[SourceFile]
    ) -> None:
        self._rows = rows
        self._root_rows = roots
        self._sources = sources
        self._made: list[_StoredSymbol | None] = [None] * (len(rows) + len(roots))

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Symbol: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Symbol]: ...
    def __getitem__(self, at: int | slice) -> Symbol | Sequence[Symbol]:
        if isinstance(at, slice):
            return [self._symbol(each) for each in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        return self._symbol(at)

    def root(self, at: int) -> Symbol:
        """The symbol of a file."""
        return self._symbol(-1 - at)

    def _symbol(self, number: int) -> Symbol:
        found = self._made[number]
        if found is None:
            found = self._made[number] = _StoredSymbol(number, self)
        return found

    def fill(self, symbol: _StoredSymbol) -> None:
        """Set everything that is known about a symbol."""
        number = symbol.number
        data = self._rows[number] if number >= 0 else self._root_rows[-1 - number]
        try:
            self._set(symbol, _Plain(io.BytesIO(data)).load())
        except Exception as fault:
            raise DamagedLibraryError(f"symbol {number}") from fault

    def _set(self, symbol: _StoredSymbol, row: _Row) -> None:
        at = self._symbol
        symbol.id = ElementId(max(symbol.number, -1))
        symbol.kind = getattr(ir, row[0])
        symbol.node = _NO_NODE
        symbol.owner = None if row[1] is None else at(row[1])
        symbol.outer = None if row[2] is None else at(row[2])
        symbol.source = self._sources[row[3]]
        symbol.start, symbol.end, symbol.name_start, symbol.name_end, symbol.position = row[4]
        symbol.declared_name, symbol.short_name, symbol.name, symbol.direction = row[5]
        role, visibility, library = row[6]
        symbol.role = Role(role)
        symbol.visibility = Visibility(visibility)
        symbol.library = Library(library) if library else None
        symbol.members = [at(each) for each in row[7]]
        symbol.names = {
            name: at(entry) if isinstance(entry, int) else self._alias(symbol, entry)
            for name, entry in row[8].items()
        }
        symbol.derived = {name: at(each) for name, each in row[9].items()}
        symbol.hidden = frozenset(row[10])
        symbol.parameters = [at(each) for each in row[11]]
        symbol.generals = symbol.partial = [self._general(each) for each in row[12]]
        symbol.imports = [self._import(symbol, each) for each in row[13]]
        symbol.is_broken, base = row[14]
        symbol.base = None if base is None else at(base)
        symbol.added = ()
        symbol.naming = symbol.result = None
        symbol.is_resolving = symbol.is_filtering = False

    def _general(self, row: _Row) -> General:
        kind, path, is_implied, is_conjugated = row
        symbols = tuple(self._symbol(at) for at in path)
        return General(SpecializationKind(kind), symbols, None, is_implied, is_conjugated)

    def _alias(self, owner: Symbol, row: _Row) -> Alias:
        visibility, target = row
        found = None if target is None else self._symbol(target)
        return Alias(owner, _NO_ALIAS, Visibility(visibility), found, is_resolved=True)

    def _import(self, owner: Symbol, row: _Row) -> ImportDeclaration:
        name, is_namespace, is_recursive, is_all, visibility, target = row
        return ImportDeclaration(
            owner,
            _NO_IMPORT,
            name,
            is_namespace,
            is_recursive,
            is_all,
            Visibility(visibility),
            None if target is None else self._symbol(target),
            is_resolved=True,
        )


def _places(library: LibraryModel) -> Iterator[Symbol]:
    yield from library.roots
    yield from library.symbols
