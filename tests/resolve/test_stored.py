"""A library that was stored and loaded gives the same models as the one in memory."""

from __future__ import annotations

import pickle
from dataclasses import fields
from pathlib import Path

import pytest

from generator.ir import (
    Direction,
    Element,
    Library,
    Model,
    Role,
    SpecializationKind,
    Visibility,
)
from generator.resolve import LibraryModel, resolve
from generator.resolve.stored import dump_library, load_library
from generator.source import SourceFile
from generator.syntax import parse
from tests.resolve.workspace import library_model

TEXT = """
package P {
    private import ScalarValues::*;
    private import Metaobjects::SemanticMetadata;
    enum def Level { low; high; }
    abstract part def Service; abstract part services : Service[0..*];
    metadata def service :> SemanticMetadata { :>> baseType = services meta SysML::Usage; }
    #service def Mail { attribute level : Level = Level::high; attribute size : Reel; }
    action run { first start; then action one { in x : Integer = 1; out y; } then done; }
    calc twice { in x : Real; return : Real; x * 2 }
    attribute four = twice(2);
    requirement r { subject s : Mail; require constraint { s.level == Level::low } }
    private import SI::*;
    attribute length1 = 5 [m];
}
"""


@pytest.fixture(scope="module")
def stored() -> bytes:
    return dump_library(library_model())


def _model(library: LibraryModel) -> tuple[Model, list[str]]:
    source = SourceFile("p.sysml", TEXT)
    tree, _ = parse(source)
    model, diagnostics = resolve([(source, tree)], library)
    return model, [f"{d.span.location()} {d.code} {d.message} {d.hint}" for d in diagnostics]


def _facts(model: Model, element: Element) -> list[str]:
    own = [repr(getattr(element, each.name)) for each in fields(element)]
    return [element.kind, *own, repr(model.specializations(element))]


def test_models_are_the_same(stored: bytes) -> None:
    library = load_library(stored, library_model().records.sources)
    assert library is not None
    model, found = _model(library)
    reference, expected = _model(library_model())
    assert found == expected
    assert len(found) == 1
    assert list(model.owned_ids) == list(reference.owned_ids)
    assert model.aliases == reference.aliases
    for element, other in zip(model.elements, reference.elements, strict=True):
        assert _facts(model, element) == _facts(reference, other)


def test_literals_are_written_by_value(stored: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some versions of Python would write them as calls of `getattr`, which loading refuses."""
    for kind in (Direction, Library, Role, SpecializationKind, Visibility):
        monkeypatch.setattr(
            kind, "__reduce_ex__", lambda self, _: (getattr, (type(self), self.name))
        )
    written = dump_library(library_model())
    assert written is not None
    library = load_library(written, library_model().records.sources)
    assert library is not None
    assert len([library.records.record(at) for at in range(len(library.records))]) > 1000


def test_bytes_are_reproducible(stored: bytes) -> None:
    library = load_library(stored, library_model().records.sources)
    assert library is not None
    assert dump_library(library_model()) == stored


def test_other_sources_are_refused(stored: bytes) -> None:
    assert load_library(stored, ()) is None


class _Hostile:
    def __init__(self, target: Path) -> None:
        self._target = target

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self._target,)


def test_damaged_and_hostile_bytes_are_refused(stored: bytes, tmp_path: Path) -> None:
    sources = library_model().records.sources
    assert load_library(stored[: len(stored) // 2], sources) is None
    assert load_library(b"", sources) is None
    assert load_library(pickle.dumps(_Hostile(tmp_path / "touched")), sources) is None
    assert not (tmp_path / "touched").exists()
