# Generated from AIOS_Deployment::WorkflowConfiguration (ssot/aios/deployment.sysml) and 16 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Every setting is read from its variable, has its default, keeps its limits; secrets are not shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pydantic import SecretStr, ValidationError
from pydantic_settings import BaseSettings

from aios import settings

REQUIRED = object()
VARIABLES = {
    "DATABASE_URL",
    "OTEL_TRACES_EXPORTER",
    "POSTGRES_PASSWORD",
}


class Case(NamedTuple):
    """One setting: a text for its variable, the value expected of it, and the value without it."""

    settings: str
    name: str
    variable: str
    given: str
    expected: object
    default: object
    bad: str = ""
    limits: tuple[tuple[str, bool], ...] = ()
    """Texts next to the limits of a setting, and whether they are accepted."""


CASES = [
    Case(
        "DatabaseSettings",
        "database_url",
        "DATABASE_URL",
        "given text",
        "given text",
        "sqlite:///state/aios.db",
    ),
    Case(
        "WorkflowConfiguration",
        "database_url",
        "DATABASE_URL",
        "given text",
        "given text",
        "sqlite:///state/aios.db",
    ),
    Case(
        "WorkflowConfiguration",
        "traces_exporter",
        "OTEL_TRACES_EXPORTER",
        "given text",
        "given text",
        "none",
    ),
    Case(
        "WorkflowConfiguration",
        "postgres_password",
        "POSTGRES_PASSWORD",
        "hidden text",
        "hidden text",
        None,
    ),
]
# A constraint may refuse examples of the others.
GIVEN = [case for case in CASES if case.given]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Required variables are set, all others are not, and no file is near."""
    monkeypatch.chdir(tmp_path)
    for variable in VARIABLES | {case.variable for case in CASES}:
        monkeypatch.delenv(variable, raising=False)
    for case in CASES:
        if case.default is REQUIRED:
            monkeypatch.setenv(case.variable, case.given)


def made(case: Case) -> BaseSettings:
    """The settings a case is about."""
    kind: type[BaseSettings] = getattr(settings, case.settings)
    return kind()


def value(case: Case) -> Any:
    """The value of a setting, in clear."""
    found = getattr(made(case), case.name)
    return found.get_secret_value() if isinstance(found, SecretStr) else found


@pytest.mark.parametrize("case", GIVEN, ids=lambda case: case.variable)
def test_variable(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting has the value of its variable."""
    monkeypatch.setenv(case.variable, case.given)
    assert value(case) == case.expected
    assert type(value(case)) is type(case.expected)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.variable)
def test_default(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its variable, or with an empty one, a setting has its default, or the settings cannot be made."""
    monkeypatch.delenv(case.variable, raising=False)
    if case.default is REQUIRED:
        with pytest.raises(ValidationError):
            made(case)
    else:
        assert value(case) == case.default
        monkeypatch.setenv(case.variable, "")
        assert value(case) == case.default


@pytest.mark.parametrize("case", GIVEN, ids=lambda case: case.variable)
def test_file(case: Case, tmp_path: Path) -> None:
    """A file `.env` in the working folder is read too."""
    lines = [f"{each.variable}={each.given!r}" for each in GIVEN if each is not case]
    text = "\n".join([*lines, f"{case.variable}='{case.given}'"])
    (tmp_path / ".env").write_text(text, encoding="utf-8")
    assert value(case) == case.expected


@pytest.mark.parametrize("case", GIVEN, ids=lambda case: case.variable)
def test_value_given_by_name(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program may give a setting by its name; nothing changes it afterwards."""
    monkeypatch.delenv(case.variable, raising=False)
    given: dict[str, Any] = {case.name: case.expected}
    found = getattr(settings, case.settings)(**given)
    held = getattr(found, case.name)
    assert (
        held.get_secret_value() if isinstance(held, SecretStr) else held
    ) == case.expected
    with pytest.raises(ValidationError, match="frozen"):
        setattr(found, case.name, case.expected)


@pytest.mark.parametrize(
    "name",
    [
        "POSTGRES_PASSWORD",
    ],
)
def test_secret_is_not_shown(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in a text nor in a dump."""
    case = next(each for each in CASES if each.variable == name)
    monkeypatch.setenv(name, "never show this")
    found = made(case)
    assert "never show this" not in f"{found!r} {found} {found.model_dump()}"
    assert value(case) == "never show this"


def test_template_names_every_variable() -> None:
    """The template of the environment file, each variable once."""
    file = Path(settings.__file__).parent / "deploy" / ".env.template"
    lines = file.read_text(encoding="utf-8").splitlines()
    names = [line.removeprefix("# ").partition("=")[0] for line in lines if "=" in line]
    assert set(names) >= VARIABLES
    assert all(names.count(variable) == 1 for variable in VARIABLES)
