# Generated from HFO_Deployment::SwarmConfiguration (ssot/hfo/deployment.sysml) and 12 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Where the database is, asked quickly, is where the settings say it is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from hfo import location
from hfo.settings import DatabaseSettings

NAME = location.VARIABLE


def stand(folder: Path, given: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder, with nothing in the environment but what is given."""
    monkeypatch.chdir(folder)
    monkeypatch.delenv(NAME, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {NAME: "sqlite:///a.db"},
        {NAME: ""},
        {NAME.lower(): "sqlite:///b.db"},
        {NAME.lower(): ""},
    ],
)
@pytest.mark.parametrize("file", ["", f"{NAME}=sqlite:///c.db"])
def test_the_settings_say_the_same(
    given: dict[str, str], file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is in the environment, in any spelling, and in a file `.env`."""
    stand(tmp_path, given, monkeypatch)
    if file:
        (tmp_path / ".env").write_text(file, encoding="utf-8")
    assert location.database_url() == DatabaseSettings().database_url


@pytest.mark.parametrize(
    ("given", "expected"),
    [({}, location.DEFAULT), ({NAME: "sqlite:///a.db"}, "sqlite:///a.db")],
)
def test_a_plain_answer_needs_no_settings(
    given: dict[str, str],
    expected: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Their library, which takes long to load, stays where it is."""
    stand(tmp_path, given, monkeypatch)
    monkeypatch.setitem(sys.modules, "hfo.settings", None)
    assert location.database_url() == expected
