"""`ssot query`: the language, the relations, the answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.surfaces.cli.names import complete_elements
from generator.workspace.query import FIELDS, PROPERTIES, RELATIONS, ask
from generator.workspace.query_language import And, Not, Or, QueryFault, Word, parse_query
from tests.cli.project import ROOT, Project
from tests.resolve.workspace import model_of

MODEL = """package Hive {
    metadata def Marked;
    requirement def <'R1'> Fast { doc /* It is fast. */ }
    requirement def Safe;
    abstract part def Scout { attribute range : Distance; port eye : Eye; }
    part def LongScout :> Scout { attribute :>> range = 5; @Marked; }
    attribute def Distance;
    port def Eye;
    part hive {
        part scout : LongScout;
        part 'big one' [2..5] : Scout;
        satisfy requirement fast : Fast by scout;
        connection link connect scout.eye to 'big one'.eye;
    }
}
"""


@pytest.fixture(scope="module")
def model() -> object:
    """The model above."""
    return model_of(MODEL)[0]


def names(model: object, query: str) -> list[str]:
    found = ask(model, parse_query(query))  # type: ignore[arg-type]
    return [each.qualified_name.removeprefix("Hive::") for each in found if each.name]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("PartDefinition", ["Scout", "LongScout"]),
        ("PartDefinition and abstract", ["Scout"]),
        ("PartDefinition and not abstract", ["LongScout"]),
        ("specializes(Scout) and PartUsage", ["hive::scout", "hive::'big one'"]),
        ("typed(LongScout)", ["hive::scout"]),
        ("typed(Hive::Scout)", ["hive::scout", "hive::'big one'"]),
        ("redefines(Scout::range)", ["LongScout::range"]),
        ("redefines(Hive::Scout::range) and valued", ["LongScout::range"]),
        ("owns(PortUsage)", ["Scout"]),
        ("contains(PortUsage) and not root", ["Scout"]),
        ("feature(PortUsage) and Definition", ["Scout", "LongScout"]),
        ("owned(Hive::hive) and PartUsage", ["hive::scout", "hive::'big one'"]),
        ("in(Hive::hive) and PartUsage and many", ["hive::'big one'"]),
        ("metadata(Marked)", ["LongScout"]),
        ("satisfies(RequirementDefinition)", ["hive::scout"]),
        ("RequirementDefinition and not satisfied", ["Safe"]),
        ("connects(Hive::hive::'big one')", ["hive::link"]),
        ('doc ~ "*fast*" or name = Eye', ["Fast", "Eye"]),
        ("short = R1", ["Fast"]),
        ("kind = PartUsage and name !~ s*", ["hive", "hive::'big one'"]),
        ("name != hive and PartUsage and not in(Hive::hive)", []),
        ("Scout or LongScout", ["Scout", "LongScout"]),
        ("documented", ["Fast"]),
        ("(PortDefinition or AttributeDefinition)", ["Distance", "Eye"]),
    ],
)
def test_what_a_query_finds(model: object, query: str, wanted: list[str]) -> None:
    if "Scout::range" in query and "Hive" not in query:
        with pytest.raises(QueryFault):
            names(model, query)
        return
    assert names(model, query) == wanted


def test_joints_bind_as_everywhere() -> None:
    a, b, c = (Word(name, at) for name, at in (("a", 0), ("b", 5), ("c", 15)))
    assert parse_query("a or b and not c") == Or((a, And((b, Not(c)))))


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "empty"),
        ("PartUsage PortUsage", "cannot stand here"),
        ("(PartUsage", "`)` is missing"),
        ("and", "is expected"),
        ("name =", "a value is missing"),
        ("not", "missing at the end"),
        ("nam = x", "did you mean `name`"),
        ("typd(Hive)", "did you mean `typed`"),
        ("PartUsge", "did you mean `PartUsage`"),
        ("Hive::Scuot", "did you mean `Hive::Scout`"),
        ('name ~ "open', "means nothing"),
        ("(" * 500 + "x" + ")" * 500, "nested too deeply"),
    ],
)
def test_queries_that_cannot_be_understood(model: object, query: str, message: str) -> None:
    with pytest.raises(QueryFault, match=message.replace("(", r"\(").replace(")", r"\)")):
        names(model, query)


def test_every_word_is_explained_and_can_be_asked(tmp_path: Path, model: object) -> None:
    project = Project.make(tmp_path, MODEL)
    listed = project.ssot("query", "--words", "--format", "json").json
    assert [set(each) for each in listed.values()] == [
        set(FIELDS),
        set(PROPERTIES),
        set(RELATIONS),
    ]
    for word in PROPERTIES:
        names(model, word)
    for word in RELATIONS:
        names(model, f"{word}(PartDefinition)")
    for word in FIELDS:
        names(model, f"{word} ~ *")
    page = (ROOT / "docs" / "exploring.md").read_text(encoding="utf-8")
    for word in (*PROPERTIES, *RELATIONS, *FIELDS):
        assert f"`{word}`" in page, word


def test_columns_counts_and_options(tmp_path: Path) -> None:
    project = Project.make(tmp_path, MODEL)
    out = project.ssot("query", "PartUsage", "--columns", "name,type").out
    assert "Hive::hive::scout      Hive::LongScout\n" in out
    assert project.ssot("query", "PartUsage", "--count").out == "3\n"
    assert project.ssot("query", "PartUsage", "--count", "--format", "json").json == {"count": 3}
    found = project.ssot(
        "query", "Feature", "-k", "PartUsage", "-n", "*::scout", "--format", "json"
    ).json
    assert [each["name"] for each in found["elements"]] == ["Hive::hive::scout"]
    assert project.ssot("query", "VerificationCaseUsage", code=1).out == ""
    project.ssot("query", "PartUsage", "--columns", "colour", code=2)
    assert "cannot stand here" in project.ssot("query", "a & b", code=2).err


def test_names_complete_level_by_level(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project.make(tmp_path, MODEL)
    monkeypatch.chdir(project.root)
    assert complete_elements("Hi") == ["Hive"]
    assert complete_elements("Hive::L") == ["Hive::LongScout"]
    assert complete_elements("typed(Hive::S") == ["typed(Hive::Safe", "typed(Hive::Scout"]
    assert "PartUsage" in complete_elements("Part")
    (project.root / "pyproject.toml").write_text("[tool.ssot]\nnonsense = 1\n")
    assert complete_elements("Hi") == []
