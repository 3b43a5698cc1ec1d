"""Names: any text gives an ASCII identifier that is no keyword and hides no builtin, always the same one."""

from __future__ import annotations

import builtins
import keyword
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.emit import names

STYLES = {
    "snake": names.snake,
    "pascal": names.pascal,
    "constant": names.constant,
    "field": names.field,
    "module": names.module,
    "package": names.package,
}
HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\"'\\{}%$#/.\0\n\r\t\u202e\u2066\u200b\ud800 __"),
    )
)


@pytest.mark.parametrize("style", STYLES)
@given(text=HOSTILE)
def test_any_text_gives_a_safe_identifier(style: str, text: str) -> None:
    name = STYLES[style](text)
    assert name.isascii()
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
    assert not keyword.issoftkeyword(name)
    assert not name.startswith("_")
    assert len(name) <= 90


@pytest.mark.parametrize("style", ["snake", "pascal", "constant"])
@given(text=st.sampled_from(sorted(dir(builtins))))
def test_no_builtin_is_hidden(style: str, text: str) -> None:
    assert STYLES[style](text) not in dir(builtins)


@pytest.mark.parametrize("style", STYLES)
@given(text=st.sampled_from([*keyword.kwlist, *keyword.softkwlist, "False", "NONE", "Class"]))
def test_no_keyword_comes_out(style: str, text: str) -> None:
    assert names.is_identifier(STYLES[style](text))


@pytest.mark.parametrize(
    ("name", "snake", "pascal", "constant"),
    [
        (
            "SecurityReviewerAgent",
            "security_reviewer_agent",
            "SecurityReviewerAgent",
            "SECURITY_REVIEWER_AGENT",
        ),
        ("HTTPServer", "http_server", "HTTPServer", "HTTP_SERVER"),
        ("trustScore", "trust_score", "TrustScore", "TRUST_SCORE"),
        ("HFO_SSOT", "hfo_ssot", "HFOSSOT", "HFO_SSOT"),
        ("getURLs2", "get_urls2", "GetURLs2", "GET_URLS2"),
        ("a b-c.d", "a_b_c_d", "ABCD", "A_B_C_D"),
        ("größe", "grosse", "Grosse", "GROSSE"),
        ("Ærø", "a_ero", "AEro", "A_ERO"),
        ("naïve café", "naive_cafe", "NaiveCafe", "NAIVE_CAFE"),
        ("Жук", "zheuka", "Zheuka", "ZHEUKA"),
        ("3d model", "n3_d_model", "N3DModel", "N3_D_MODEL"),
        ("", "nameless", "Nameless", "NAMELESS"),
        ("!!!", "nameless", "Nameless", "NAMELESS"),
        ("class", "class_", "Class", "CLASS"),
        ("input", "input_", "Input", "INPUT"),
        ("warning", "warning", "Warning_", "WARNING"),
        ("none", "none", "None_", "NONE"),
    ],
)
def test_styles(name: str, snake: str, pascal: str, constant: str) -> None:
    found = (names.snake(name), names.pascal(name), names.constant(name))
    assert found == (snake, pascal, constant)


def test_fields_keep_builtins_that_hurt_nobody() -> None:
    assert names.field("id") == "id"
    assert names.field("input") == "input"
    assert names.field("list") == "list_"
    assert names.field("copy") == "copy_"
    assert names.field("model_config") == "model_config_"


def test_modules_are_files_on_every_system() -> None:
    assert names.module("con") == "con_"
    assert names.module("LPT1") == "lpt1_"
    assert names.module("import") == "import_"


@given(st.sampled_from(sorted(sys.stdlib_module_names)))
def test_packages_hide_no_module(name: str) -> None:
    assert names.package(name) not in sys.stdlib_module_names


def test_long_names_are_cut_and_stay_apart() -> None:
    one, other = (names.module("x" * 500 + end) for end in "ab")
    assert len(one) <= 80
    assert one != other


def test_a_scope_gives_each_name_once_and_in_order() -> None:
    scope = names.Names(reserved=("Field",))
    found = [scope.unique(name) for name in ("a", "a", "a_2", "a", "Field", "class_", "class_")]
    assert found == ["a", "a_2", "a_2_2", "a_3", "Field_2", "class_", "class_2"]
    assert "a_3" in scope
    assert "b" not in scope


def test_file_scopes_ignore_case() -> None:
    scope = names.Names(ignore_case=True)
    assert [scope.unique(name) for name in ("Scout", "scout")] == ["Scout", "scout_2"]


@given(st.lists(st.sampled_from(["a", "A", "a_2", "a_2_2", "b"]), max_size=12))
def test_a_scope_never_repeats(wanted: list[str]) -> None:
    scope = names.Names()
    found = [scope.unique(name) for name in wanted]
    assert len(set(found)) == len(found)
