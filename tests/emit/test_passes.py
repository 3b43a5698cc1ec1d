"""Passes: found by folder, run on a model, rendered, formatted, remembered; a broken pass names itself."""

from __future__ import annotations

import ast
import pickle
from pathlib import Path
from textwrap import dedent

import pytest

from generator.emit import passes
from generator.emit.artifact import ArtifactSet
from generator.emit.environment import Templates
from generator.emit.passes import Pass, PassFault, discover, render
from generator.emit.views import ViewFault, view_digest
from tests.emit.models import model_of

SHELF = Path(__file__).parent / "fixtures" / "passes"
MODEL = """
package Hive {
    part def Scout { doc /* Looks around. */ attribute range; attribute 'top speed'; }
    part def 'class' { doc /* A name and a text \"\"\" that mean {{ nothing }} \\ here. */ }
}
"""
VIEWS = """
from dataclasses import dataclass
from generator.emit.passes import PassContext

@dataclass(frozen=True, slots=True)
class Page:
    path: str
    origins: tuple[str, ...]
    title: object = "t"

def select(model, context):
"""


class Spy(dict[bytes, str]):
    """A cache that counts what is put into it."""

    def put(self, key: bytes, text: str) -> None:
        self[key] = text


def shelf(model_text: str = MODEL, cache: Spy | None = None) -> ArtifactSet:
    """The artifacts of the pass in `fixtures`."""
    found, templates = discover(SHELF, ["shelf"])
    model = model_of(hive=model_text)
    artifacts, faults = render(model, passes=found, templates=templates, cache=cache)
    assert not faults
    return artifacts


def broken(
    folder: Path, select: str, template: str = "{{ it.title }}\n", path: str = "Page"
) -> ArtifactSet:
    """Run a pass made from the body of its `select` and a template."""
    home = folder / "mine"
    home.mkdir()
    (home / "views.py").write_text(VIEWS + "    " + select + "\n")
    (home / f"{path}.j2").write_text(template)
    found, templates = discover(folder, ["mine"])
    return render(model_of(hive=MODEL), passes=found, templates=templates)[0]


def test_a_pass_makes_artifacts_with_origins() -> None:
    artifacts = shelf()
    assert list(artifacts) == [
        "generated/hive/class_.py",
        "generated/hive/scout.py",
        "generated/hive/shelf.txt",
    ]
    scout = artifacts["generated/hive/scout.py"]
    assert scout.pass_name == "shelf"
    assert [(o.qualified_name, o.file, o.line) for o in scout.origins] == [
        ("Hive::Scout", "hive.sysml", 3)
    ]
    assert scout.text == dedent('''\
        # Generated from Hive::Scout (hive.sysml).
        # Do not edit: change the model and run `generate_from_ssot`.


        class Scout:
            """Looks around."""

            RANGE = "range"
            TOP_SPEED = "top speed"
        ''')


def test_texts_from_the_model_stay_texts() -> None:
    tree = ast.parse(shelf()["generated/hive/class_.py"].text)
    (definition,) = tree.body
    assert isinstance(definition, ast.ClassDef)
    assert ast.get_docstring(definition) == 'A name and a text """ that mean {{ nothing }} \\ here.'


def test_only_what_a_change_reaches_is_rendered_again() -> None:
    cache = Spy()
    shelf(MODEL, cache)
    before = set(cache)
    shelf(MODEL, cache)
    assert set(cache) == before
    changed = shelf(MODEL.replace("Looks around.", "Looks far around."), cache)
    fresh = [text for key, text in cache.items() if key not in before and text.startswith("# Gen")]
    assert fresh == [changed["generated/hive/scout.py"].text]


def test_another_salt_renders_again() -> None:
    cache = Spy()
    found, templates = discover(SHELF, ["shelf"])
    model = model_of(hive=MODEL)
    render(model, passes=found, templates=templates, cache=cache, salt=b"1")
    count = len(cache)
    render(model, passes=found, templates=templates, cache=cache, salt=b"2")
    assert len(cache) == 2 * count


def test_a_changed_template_renders_again(tmp_path: Path) -> None:
    cache = Spy()
    shelf(MODEL, cache)
    home = tmp_path / "shelf"
    home.mkdir()
    for name in ("views.py", "ShelfModule.j2"):
        (home / name).write_text(
            (SHELF / "shelf" / name).read_text() + ("\nEND = 1\n" if name[0] == "S" else "")
        )
    found, templates = discover(tmp_path, ["shelf"])
    artifacts, _ = render(model_of(hive=MODEL), passes=found, templates=templates, cache=cache)
    assert artifacts["generated/hive/scout.py"].text.endswith("END = 1\n")


def test_every_bundled_pass_loads_under_a_stable_name() -> None:
    found, _ = discover()
    assert found
    for each in found:
        module = each.select.__module__
        assert module.startswith(f"generator._templates.{each.name}.") or module == "functools"
        assert pickle.loads(pickle.dumps(each)).select is each.select


def test_views_may_import_siblings(tmp_path: Path) -> None:
    home = tmp_path / "mine"
    home.mkdir()
    (home / "words.py").write_text("TITLE = 'from a sibling'\n")
    select = 'yield Page("hive/a.txt", ("Hive",), TITLE)'
    (home / "views.py").write_text(
        VIEWS.replace("from data", "from .words import TITLE\nfrom data") + "    " + select
    )
    (home / "Page.j2").write_text("{{ it.title }}\n")
    found, templates = discover(tmp_path, ["mine"])
    artifacts, _ = render(model_of(hive=MODEL), passes=found, templates=templates)
    assert artifacts["generated/hive/a.txt"].text == "from a sibling\n"


def test_a_template_may_be_replaced_alone(tmp_path: Path) -> None:
    (tmp_path / "data_types").mkdir()
    (tmp_path / "data_types" / "TypesPackage.j2").write_text("# mine\n")
    _, templates = discover(tmp_path)
    assert templates.render("data_types/TypesPackage.j2", object(), {}) == "# mine\n"


def test_an_unknown_pass_is_a_message_with_a_suggestion() -> None:
    with pytest.raises(PassFault, match="did you mean `data_types`"):
        discover(None, ["data_type"])


@pytest.mark.parametrize(
    ("select", "template", "message"),
    [
        ("yield 3", "", "int is no frozen dataclass"),
        ('yield Page("a.txt", ("Hive",), 1 / 0)', "", "ZeroDivisionError"),
        ('yield Page("a.txt", ())', "", "names no origin"),
        ('yield Page("a.txt", ["Hive"])', "", "has no `origins"),
        ('yield Page(None, ("Hive",))', "", "has no `path"),
        ('yield Page("a.txt", ("Nobody",))', "", "the origin Nobody is no element"),
        ('yield Page("a.txt", ("Hive",), [1])', "", "a view holds a list"),
        ('yield Page("a.txt", ("Hive",), model)', "", "a view holds a Model"),
        ('yield Page("a.txt", ("Hive",))', "{{ it.missing }}", "has no attribute 'missing'"),
        ('yield Page("a.txt", ("Hive",))', "{{ other }}", "'other' is undefined"),
        ('yield Page("a.txt", ("Hive",), None)', "{{ it.title }}", "prints None"),
        ('yield Page("a.txt", ("Hive",))', "{% for %}", "template mine/Page.j2:1"),
        ('yield Page("a.txt", ("Hive",))', "{{ it.__class__.__mro__ }}", "unsafe"),
        ('yield Page("a.txt", ("Hive",))', '{% include "../../secret" %}', "does not exist"),
        ('yield Page("a.py", ("Hive",))', "def f(:\n", "cannot parse"),
        ('yield Page("a.txt", ("Hive",), "\\ud800")', "{{ it.title }}", "lone surrogate"),
    ],
)
def test_a_broken_pass_is_a_fault_that_names_it(
    tmp_path: Path, select: str, template: str, message: str
) -> None:
    with pytest.raises(PassFault, match="pass `mine`") as caught:
        broken(tmp_path, select, template)
    assert message in str(caught.value)


def test_a_view_without_a_template_names_it(tmp_path: Path) -> None:
    with pytest.raises(PassFault, match=r"template mine/Page\.j2 does not exist"):
        broken(tmp_path, 'yield Page("a.txt", ("Hive",))', path="Other")


def test_a_pass_that_cannot_be_loaded_names_itself(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "views.py").write_text("import nothing_like_this\n")
    with pytest.raises(PassFault, match="pass `mine` cannot be loaded: ModuleNotFoundError"):
        discover(tmp_path, ["mine"])
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "views.py").write_text("")
    with pytest.raises(PassFault, match="pass `empty` has no function `select"):
        discover(tmp_path, ["empty"])


def test_a_path_of_two_views_is_a_diagnostic_at_the_element(tmp_path: Path) -> None:
    home = tmp_path / "mine"
    home.mkdir()
    select = 'yield Page("hive/a.txt", ("Hive::Scout",)); yield Page("hive/A.txt", ("Hive",))'
    (home / "views.py").write_text(VIEWS + "    " + select)
    (home / "Page.j2").write_text("x")
    found, templates = discover(tmp_path, ["mine"])
    artifacts, faults = render(model_of(hive=MODEL), passes=found, templates=templates)
    assert len(artifacts) == 1
    assert [(each.code, each.severity, each.span.line) for each in faults] == [
        ("emit-path-claimed-twice", "error", 2)
    ]


def test_equal_views_have_equal_digests_and_others_do_not() -> None:
    found, _ = discover(SHELF, ["shelf"])
    kind = found[0].select.__globals__["ShelfModule"]

    def make(**values: object) -> object:
        plain = {"path": "a", "origins": ("x",), "class_name": "C", "doc": "", "titles": ()}
        return kind(**(plain | values))

    assert view_digest(make()) == view_digest(make(doc="".join([])))
    variants = [
        make(),
        make(doc="a"),
        make(titles=(("a", "b"),)),
        make(titles=(("a",), ("b",))),
        make(doc="\ud800"),
    ]
    assert len({view_digest(each) for each in variants}) == len(variants)
    with pytest.raises(ViewFault):
        view_digest(make(doc={"a"}))


def test_templates_never_leave_their_roots(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "root").mkdir()
    templates = Templates([tmp_path / "root"])
    with pytest.raises(passes.TemplateFault):
        templates.render("../secret", object(), {})


def test_a_pass_is_data() -> None:
    assert Pass.__dataclass_params__.frozen  # type: ignore[attr-defined]
