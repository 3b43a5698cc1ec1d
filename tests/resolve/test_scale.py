"""Long chains of dependence do not overflow, and size costs in proportion."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic, render_text
from generator.resolve import resolve
from generator.source import SourceFile
from generator.syntax import parse
from tests.cost import calls
from tests.resolve.workspace import library_model, model_of

LONG = 3000


def _chain(before: str, link: str, after: str, depth: int = LONG) -> str:
    return before + "".join(link.format(i, i + 1) for i in range(depth)) + after.format(depth)


@pytest.mark.parametrize(
    "text",
    [
        _chain("package P {", "part def D{0} :> D{1} {{ attribute :>> x; }}", "part def D{0} {{ attribute x; }} }}"),
        _chain("package P {", "alias a{0} for a{1};", "part def a{0}; part x : a0; }}"),
        _chain("", "package p{0} {{ public import p{1}::*; }}", "package p{0} {{ part def D; }} part x : p0::D;"),
        _chain("package P {", "part c{0} {{ part n :> c{1}.n; }}", "part c{0} {{ part n; }} }}"),
    ],
    ids=["redefinitions", "aliases", "imports", "features"],
)  # fmt: skip
def test_long_chain_resolves(text: str) -> None:
    assert model_of(text)[1] == ()


VERY_LONG = 10_000
ENDLESS = {
    "redefinitions": _chain("package P {", "part def D{0} :> D{1} {{ attribute :>> x; }}", "part def D{0} {{ attribute x; }} }}", VERY_LONG),
    "aliases": _chain("package P {", "alias a{0} for a{1};", "part def a{0}; part x : a0; }}", VERY_LONG),
    "imports": _chain("", "package p{0} {{ public import p{1}::*; }}", "package p{0} {{ part def D; }} part x : p0::D;", VERY_LONG),
    "features": _chain("package P {", "part c{0} {{ part n :> c{1}.n; }}", "part c{0} {{ part n; }} }}", VERY_LONG),
    "two generals each": _chain("package P { part def M;", "part def D{0} :> D{1}, M {{ attribute :>> x; }}", "part def D{0} {{ attribute x; }} }}", VERY_LONG),
    "values": _chain("package P {", "attribute v{0} = v{1};", "attribute v{0} = 1; }}", VERY_LONG),
    "members": "package P {" + "".join(f"part m{i};" for i in range(50_000)) + "}",
    "imports of one package": "".join(f"package p{i} {{ part def D{i}; }}" for i in range(300))
    + "package Q {" + "".join(f"private import p{i}::*; part x{i} : D{i};" for i in range(300)) + "}",
}  # fmt: skip
CIRCLES = {
    "specialisations": _chain("package P {", "part def D{0} :> D{1} {{ attribute :>> x; }}", "part def D{0} :> D0 {{ attribute x; }} }}", VERY_LONG),
    "aliases": _chain("package P {", "alias a{0} for a{1};", "alias a{0} for a0; part x : a0; }}", 1000),
    "imports": _chain("", "package p{0} {{ public import p{1}::*; part def D{0}; }}", "package p{0} {{ public import p0::*; }} part x : p0::D5;", VERY_LONG),
}  # fmt: skip


def _resolved(text: str) -> tuple[Diagnostic, ...]:
    source = SourceFile("p.sysml", text)
    return resolve([(source, parse(source)[0])], library_model())[1]


@pytest.mark.parametrize("case", ENDLESS)
def test_no_chain_is_too_long(case: str) -> None:
    assert _resolved(ENDLESS[case]) == ()


@pytest.mark.parametrize("case", CIRCLES)
def test_long_circles_end(case: str) -> None:
    expected = {"unresolved-name"} if case == "aliases" else set()
    assert {each.code for each in _resolved(CIRCLES[case])} == expected


def test_nested_bodies_cost_in_proportion_to_their_depth() -> None:
    text = "part a; attribute x = " + "a.{" * 200 + "a" + "}" * 200 + ";"
    source = SourceFile("p.sysml", text)
    model, _ = resolve([(source, parse(source)[0])], library_model())
    assert sum(1 for each in model.user_elements if each.kind == "ExpressionFeature") == 200


def _cost(types: int) -> int:
    lines = [
        f"part def T{i} :> T{i - i % 10} {{ part other : T{i // 2}; attribute q = other.a{i // 2};"
        + f"attribute a{i} : Real;" * (i % 10 > 0)
        + "}"
        for i in range(1, types)
    ]
    text = "package P { private import ScalarValues::*; part def T0;" + "".join(lines) + "}"
    source = SourceFile("p.sysml", text)
    tree, _ = parse(source)
    library = library_model()
    return calls(lambda: resolve([(source, tree)], library))


def test_the_cost_grows_in_proportion_to_size() -> None:
    assert _cost(1000) < 5 * _cost(250)


def test_thousands_of_equal_names_on_one_line_cost_in_proportion() -> None:
    """Each has its own qualified name, and what is said about each shows a part of the line only."""

    def cost(count: int) -> int:
        source = SourceFile("p.sysml", "package P {" + "part a : Unknown; " * count + "}")

        def work() -> None:
            found = resolve([(source, parse(source)[0])])[1]
            assert len(found) == count
            assert len(render_text(found)) < 500 * count

        return calls(work)

    assert cost(3200) < 5 * cost(800)


def test_a_very_long_unknown_name_is_reported_at_once() -> None:
    _, found = model_of(f"package P {{ part def {'m' * 100_000}; part x : {'m' * 99_999}; }}")
    assert [each.code for each in found] == ["unresolved-name"]
    assert found[0].hint is None


def test_unresolved_imports_do_not_multiply() -> None:
    imports = "".join(f"    private import Unknown{each}::*;\n" for each in range(200))
    _, found = model_of(f"package P {{\n{imports}    part x : Missing;\n}}\n")
    assert [each.code for each in found] == ["unresolved-name"] * 200
