"""Filters: no text, however hostile, means anything in the notation it is carried into."""

from __future__ import annotations

import ast
import io
import json
import shlex
import sqlite3
import tokenize
import tomllib
import unicodedata
from html.parser import HTMLParser

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.emit import text as filters

PIECES = [
    '"',
    "'",
    '"""',
    "'''",
    "\\",
    "\n",
    "\r\n",
    "\r",
    "\0",
    "\t",
    "{{ it }}",
    "{% raw %}",
    "${x}",
    "$x",
    "`",
    "``",
    "</script>",
    "<b>",
    "&amp;",
    "-->",
    "*/",
    "#",
    "# type: ignore",
    "# noqa",
    "# fmt: off",
    "coding: latin-1",
    "\u202e",
    "\u2066",
    "\u2028",
    "\u0085",
    "\ud800",
    "\udfff",
    "\x7f",
    "\x1b[31m",
    "\ufeff",
    "é",
    "漢",
    "😀",
    "[x](javascript:1)",
    "![x](y)",
    "|",
    "* ",
    "1. ",
    "- ",
    "> ",
    "==",
    "---",
    "%",
    "';--",
    " ",
    "a",
    "word",
]
HOSTILE = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


def is_visible(text: str, *, keep: str = "\n") -> bool:
    """Whether a text holds no character that a reader cannot see."""
    return all(
        char in keep or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
        for char in text
    )


@given(HOSTILE)
def test_pystr_is_the_text_and_nothing_else(text: str) -> None:
    literal = filters.pystr(text)
    assert ast.literal_eval(literal) == text
    assert is_visible(literal, keep="")
    (statement,) = ast.parse(literal).body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Constant)


@given(HOSTILE, st.sampled_from([0, 4, 8]))
def test_docstring_is_one_string(text: str, indent: int) -> None:
    pad = " " * indent
    opener = "".join("    " * at + "class C:\n" for at in range(indent // 4))
    code = f"{opener}{pad}{filters.docstring(text, indent)}\n{pad}after = 1\n"
    tree: ast.AST = ast.parse(code)
    for _ in range(indent // 4):
        assert isinstance(tree, ast.Module | ast.ClassDef)
        (tree,) = tree.body
    assert isinstance(tree, ast.Module | ast.ClassDef)
    first, second = tree.body
    assert isinstance(first, ast.Expr)
    assert isinstance(first.value, ast.Constant)
    assert isinstance(first.value.value, str)
    assert isinstance(second, ast.Assign)
    assert is_visible(code)


def test_docstring_keeps_what_it_says() -> None:
    found = ast.literal_eval(filters.docstring('He said """no""" and \\n "yes"', 0))
    assert found.strip() == 'He said """no""" and \\n "yes"'


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_an_empty_doc_is_no_empty_docstring(text: str) -> None:
    assert ast.literal_eval(filters.docstring(text)).strip()


@given(HOSTILE)
def test_docstrings_fit_unless_a_word_does_not(text: str) -> None:
    longest = max((len(word) for word in filters.plain(text, keep="\n").split()), default=0)
    for line in filters.docstring(text, 4).split("\n"):
        assert len(line) <= max(88, 2 * longest + 16)


@given(HOSTILE)
def test_comment_is_only_comments(text: str) -> None:
    code = filters.comment(text) + "\n"
    assert is_visible(code)
    kinds = {token.type for token in tokenize.generate_tokens(io.StringIO(code).readline)}
    assert kinds <= {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.ENDMARKER}


@pytest.mark.parametrize(
    "order",
    [
        "type: ignore",
        "noqa",
        "noqa: E501",
        "ruff: noqa",
        "fmt: off",
        "nosec",
        "pragma: no cover",
        "mypy: ignore-errors",
        "-*- coding: latin-1 -*-",
        "flake8: noqa",
        "x # type: ignore",
    ],
)
def test_comments_give_no_orders_to_tools(order: str) -> None:
    line = filters.comment(order)
    assert not ast.parse(f"x = 1  {line}\n", type_comments=True).type_ignores
    assert f"# {order}" not in line
    source = f"{line}\nx = 'é'\n".encode()
    assert tokenize.detect_encoding(io.BytesIO(source).readline)[0] == "utf-8"


@given(HOSTILE)
def test_yaml_reads_the_text_back(text: str) -> None:
    expected = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if expected == text:
        assert yaml.safe_load(f"key: {filters.yamlstr(text)}") == {"key": text}
    assert isinstance(yaml.safe_load(f"key: {filters.yamlstr(text)}")["key"], str)


@given(HOSTILE)
def test_compose_interpolates_nothing(text: str) -> None:
    value = filters.composestr(text)
    assert "$" not in value.replace("$$", "")


@given(HOSTILE)
def test_toml_reads_the_text_back(text: str) -> None:
    found = tomllib.loads(f"key = {filters.tomlstr(text)}")
    assert list(found) == ["key"]
    assert found["key"] == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


@given(HOSTILE)
def test_json_reads_the_text_back(text: str) -> None:
    found = json.loads(filters.jsonstr(text))
    assert found == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


class _Parsed(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(HOSTILE)
def test_html_shows_the_text_and_no_element(text: str) -> None:
    parsed = _Parsed()
    parsed.feed(f'<p title="{filters.htmltext(text)}">{filters.htmltext(text)}</p>')
    assert parsed.tags == ["p"]
    assert parsed.text == filters.plain(text, keep="\n")


@given(HOSTILE)
def test_markdown_shows_the_text_and_no_markup(text: str) -> None:
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(filters.mdtext(text))
    parsed = _Parsed()
    parsed.feed(rendered)
    assert parsed.tags in (["p"], [])
    expected = " ".join(filters.plain(text).split())
    assert " ".join(parsed.text.replace("\u200b", "").split()) == expected.replace("\u200b", "")


@given(HOSTILE)
def test_markdown_paragraphs_hold_no_markup(text: str) -> None:
    parsed = _Parsed()
    parsed.feed(MarkdownIt("commonmark", {"html": True}).render(filters.mdblock(text)))
    assert set(parsed.tags) <= {"p"}


@given(HOSTILE)
def test_markdown_code_is_one_span(text: str) -> None:
    parsed = _Parsed()
    parsed.feed(MarkdownIt("commonmark").render(f"a {filters.mdcode(text)} z"))
    assert parsed.tags == ["p", "code"]


@given(HOSTILE)
def test_dot_strings_end_where_they_should(text: str) -> None:
    found = filters.dotstr(text)
    body = found[1:-1]
    assert (found[0], found[-1]) == ('"', '"')
    assert '"' not in body.replace("\\\\", "").replace('\\"', "")
    assert "\n" not in found


@given(HOSTILE)
def test_mermaid_labels_hold_nothing_special(text: str) -> None:
    found = filters.mermaidstr(text)
    assert not set(found[1:-1]) & set("\"'[](){}<>|;\n`%") - {";"}


@given(HOSTILE)
def test_shell_words_are_one_word(text: str) -> None:
    assert shlex.split(filters.shellstr(text)) == [" ".join(filters.plain(text).split())]


@given(HOSTILE)
def test_dotenv_values_stay_on_their_line(text: str) -> None:
    value = filters.envstr(text)
    assert "\n" not in value
    assert value.count("'") in (0, 2)


@given(HOSTILE)
def test_sql_strings_are_strings(text: str) -> None:
    (found,) = sqlite3.connect(":memory:").execute(f"SELECT {filters.sqlstr(text)}").fetchone()
    assert found == filters.plain(text, keep="\n")


@given(HOSTILE)
def test_plain_text_is_visible(text: str) -> None:
    assert is_visible(filters.plain(text), keep="")
    assert is_visible(filters.plain(text, keep="\n"))
