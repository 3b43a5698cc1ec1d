"""What stands at a position: every name of the models, and each way a name can be found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from generator.ide import NameIndex, declaring_span, meaning_at
from generator.ir import Element
from generator.library import load
from generator.resolve import LibraryModel, resolve_library, resolve_names
from generator.source import SourceFile
from generator.syntax import ast, parse
from tests.resolve.workspace import corpus, library_model

ROOT = Path(__file__).parents[2]


def index_of(*sources: SourceFile, library: LibraryModel | None = None) -> NameIndex:
    """The names of some texts, resolved against the bundled library if no other is given."""
    trees = [(source, parse(source)[0]) for source in sources]
    return NameIndex(*resolve_names(trees, library or library_model()))


def names_in(node: object) -> Iterator[ast.Name]:
    """Every segment of every reference in a tree."""
    stack = [node]
    seen: set[int] = set()
    while stack:
        at = stack.pop()
        if isinstance(at, tuple | list):
            stack.extend(at)
        elif is_dataclass(at) and id(at) not in seen:
            seen.add(id(at))
            if isinstance(at, ast.QualifiedName):
                yield from at.segments
            else:
                stack.extend(getattr(at, each.name) for each in fields(at))


def unquoted(text: str) -> str:
    return text[1:-1].replace("\\'", "'") if text.startswith("'") else text


def check_names(index: NameIndex, source: SourceFile) -> int:
    """Every reference in a file is known, and leads to where its name is declared."""
    count = 0
    for name in names_in(parse(source)[0]):
        place = source.position(name.start)
        found = index.reference_at(source.path, name.start)
        assert found is not None, (source.path, place, name.text)
        assert (found.span.start, found.span.end) == (name.start, name.end)
        meaning = meaning_at(index, source.path, name.start)
        assert meaning is not None, (source.path, place, name.text)
        assert meaning.target.id == found.target or meaning.reference is None
        check_declaration(index, meaning.target, name.text)
        count += 1
    return count


def check_declaration(index: NameIndex, target: Element, text: str) -> None:
    """The place of a declaration shows the name that was used, unless an alias or `self` stands for it."""
    span = declaring_span(index.model, target)
    shown = unquoted(span.text)
    if target.name_span is not None:
        assert shown in (target.declared_name, target.short_name)
    elif target.name is not None and len(shown) < 60 and "\n" not in shown and span != target.span:
        assert shown in (target.name, target.short_name)


def test_every_name_of_our_models_resolves() -> None:
    sources = [
        SourceFile(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8"))
        for file in sorted((ROOT / "ssot").rglob("*.sysml"))
    ]
    index = index_of(*sources)
    assert sum(check_names(index, source) for source in sources) > 1000


def test_every_name_of_the_training_resolves() -> None:
    library, _ = load(corpus("official", "library"))
    base = resolve_library([(source, parse(source)[0]) for source in library])[0]
    files = sorted(corpus("official", "training").rglob("*.sysml"))
    sources = [SourceFile(file.name, file.read_text(encoding="utf-8")) for file in files]
    index = index_of(*sources, library=base)
    missing = [
        (source.path, source.position(name.start), name.text)
        for source in sources
        for name in names_in(parse(source)[0])
        if index.reference_at(source.path, name.start) is None
    ]
    assert missing == []


MODEL = """package Yard {
    private import Parts2::*;
    private import Parts2::Deep::**;
    alias Wagon for Car;
    part def Tram :> Car { part :>> engine { :>> power = 1; } }
    part tram : Tram;
    part wagon : Wagon;
    part well : Well;
    attribute force = tram.engine.power;
    part other : Parts2::'Big Car';
    action run { first start; then done; }
    part def Inner { part def Box; part box : Box; part deeper { part again : Box; } }
}
package Parts2 {
    part def Car { part engine : Engine; }
    part def <BC> 'Big Car' :> Car;
    part def Engine { attribute power : ScalarValues::Real; }
    package Deep { package Deeper { part def Well; } }
}
"""


@pytest.fixture(scope="module")
def index() -> NameIndex:
    """The names of the model above."""
    return index_of(SourceFile("yard.sysml", MODEL))


@pytest.mark.parametrize(
    ("before", "name", "target", "how"),
    [
        (":> ", "Car {", "Parts2::Car", "imported"),
        (":>> ", "engine", "Parts2::Car::engine", "inherited"),
        (":>> ", "power", "Parts2::Engine::power", "inherited"),
        ("part tram : ", "Tram", "Yard::Tram", "own"),
        ("wagon : ", "Wagon", "Parts2::Car", "alias"),
        ("well : ", "Well", "Parts2::Deep::Deeper::Well", "imported"),
        ("force = ", "tram", "Yard::tram", "own"),
        ("tram.", "engine", "Yard::Tram::engine", "inherited"),
        ("tram.engine.", "power", "Yard::Tram::engine::power", "own"),
        ("other : ", "Parts2", "Parts2", "top-level"),
        ("other : Parts2::", "'Big Car'", "Parts2::'Big Car'", "own"),
        ("power : ", "ScalarValues", "ScalarValues", "library"),
        ("again : ", "Box", "Yard::Inner::Box", "enclosing"),
        ("first ", "start", "Actions::Action::start", "inherited"),
    ],
)
def test_the_way_a_name_is_found(
    index: NameIndex, before: str, name: str, target: str, how: str
) -> None:
    at = MODEL.index(before + name) + len(before)
    meaning = meaning_at(index, "yard.sysml", at)
    assert meaning is not None
    assert meaning.way is not None
    assert (meaning.target.qualified_name, meaning.way.how) == (target, how)


def test_an_import_is_named_with_its_place(index: NameIndex) -> None:
    meaning = meaning_at(index, "yard.sysml", MODEL.index("Car {"))
    assert meaning is not None
    assert meaning.way is not None
    assert meaning.way.through == "private import Parts2::*;"
    assert meaning.way.place is not None
    assert meaning.way.place.line == 2


def test_a_chain_shows_its_path(index: NameIndex) -> None:
    meaning = meaning_at(index, "yard.sysml", MODEL.index("power;") + 2)
    assert meaning is not None
    assert [each.name for each in meaning.path] == ["tram", "engine", "power"]


def test_a_declaration_is_itself_and_knows_who_refers_to_it(index: NameIndex) -> None:
    meaning = meaning_at(index, "yard.sysml", MODEL.index("Car { part"))
    declared = meaning_at(index, "yard.sysml", MODEL.rindex("Car { part engine : Engine"))
    assert meaning is not None
    assert declared is not None
    assert declared.reference is None
    assert declared.target is meaning.target
    lines = [each.span.line for each in index.references_to(declared.target)]
    assert lines == [4, 5, 7, 16]
    short = meaning_at(index, "yard.sysml", MODEL.index("BC>"))
    assert short is not None
    assert short.target.name == "Big Car"


def test_nothing_is_between_names(index: NameIndex) -> None:
    assert meaning_at(index, "yard.sysml", MODEL.index("part tram")) is None
    assert meaning_at(index, "yard.sysml", len(MODEL)) is None
    assert meaning_at(index, "nowhere.sysml", 0) is None


def test_errors_elsewhere_do_not_matter() -> None:
    text = "part def A\npart def B { part x : ; part y : C; }\npart def C; part z : Unknown;"
    index = index_of(SourceFile("broken.sysml", text))
    meaning = meaning_at(index, "broken.sysml", text.index("C; }"))
    assert meaning is not None
    assert meaning.target.qualified_name == "C"
    assert meaning_at(index, "broken.sysml", text.index("Unknown")) is None
