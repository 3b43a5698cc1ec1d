"""The shipped tables are those of the grammar, and the grammar is what it is said to be."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from generator.syntax.build import BUILDERS
from generator.syntax.table_builder import build, conflicts, digest, grammar_text
from generator.syntax.tables import GRAMMAR, Tables, decode, encode, load
from tests.syntax.corpus import OFFICIAL

_DIALECTS = [path.stem for path in sorted(GRAMMAR.glob("*.tables"))]
_FORGOTTEN = {"new"}  # used by the expression grammar of both standards, absent from their lists


@pytest.fixture(scope="module", params=_DIALECTS)
def rebuilt(request: pytest.FixtureRequest) -> tuple[str, Tables]:
    return request.param, build(request.param)


def test_shipped_tables_are_those_of_the_grammar(rebuilt: tuple[str, Tables]) -> None:
    dialect, tables = rebuilt
    shipped = (GRAMMAR / f"{dialect}.tables").read_bytes()
    mend = "run python -m generator.syntax.table_builder"
    assert digest(grammar_text(dialect)) == load(dialect).digest, mend
    assert encode(tables) == encode(decode(shipped)), mend


def test_only_known_conflicts() -> None:
    # A dangling `else` goes with the nearest `if`, as in every notation that has one.
    assert conflicts("sysml") == ("ELSE: <if_node : if_then>",)
    assert conflicts("kerml") == ()


@pytest.mark.parametrize("dialect", _DIALECTS)
def test_keywords_are_the_reserved_words_of_the_standard(dialect: str) -> None:
    name = {"sysml": "SysML", "kerml": "KerML"}[dialect]
    path = OFFICIAL / "bnf" / f"{name}-textual-bnf.kebnf"
    if not path.exists():
        pytest.skip("the grammar of the standard is not here (SSOT_CORPUS)")
    text = path.read_text(encoding="utf-8")
    listed = text[text.index("RESERVED_KEYWORD =") :]
    words = set(re.findall(r"'(\w+)'", listed[: re.search(r"\n\s*\n", listed).start()]))  # type: ignore[union-attr]
    ours = {text for text in load(dialect).texts if text[:1].isalpha()}
    assert ours == words | _FORGOTTEN


@pytest.mark.parametrize("dialect", _DIALECTS)
def test_rules_have_builder_methods(dialect: str) -> None:
    actions = {action for _, _, action, _ in load(dialect).productions} - {"=", "more"}
    assert sorted(action for action in actions if not hasattr(BUILDERS[dialect], action)) == []


def test_parsing_needs_no_lark() -> None:
    code = (
        "import sys; from generator.source import SourceFile; from generator.syntax import parse;"
        "root, found = parse(SourceFile('x.sysml', 'part x;'));"
        "print(len(root.members), len(found), 'lark' in sys.modules)"
    )
    root = GRAMMAR.parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["1", "0", "False"]
