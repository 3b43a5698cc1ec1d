# Generated from HFO_Deployment::SwarmConfiguration (ssot/hfo/deployment.sysml) and 24 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Every setting is read from its variable, has its default, keeps its limits; secrets are not shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pydantic import SecretStr, ValidationError
from pydantic_settings import BaseSettings

from hfo import settings

REQUIRED = object()
VARIABLES = {
    "DATABASE_URL",
    "OTEL_EXPORTER_OTLP_ENDPOINT",
    "OPENAI_BASE_URL",
    "OPENAI_API_KEY",
    "POSTGRES_PASSWORD",
    "MAXIMUM_CONCURRENT_AGENTS",
    "REQUEST_TIMEOUT",
    "LOG_LEVEL",
    "MODEL_SWARMLORD_PERSONA",
    "MODEL_RESEARCHER",
    "MODEL_PLANNER",
    "MODEL_EXECUTOR",
    "MODEL_VALIDATOR",
    "MODEL_SECURITY_REVIEWER",
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
        "sqlite:///hfo.db",
    ),
    Case(
        "SwarmConfiguration",
        "database_url",
        "DATABASE_URL",
        "given text",
        "given text",
        "sqlite:///hfo.db",
    ),
    Case(
        "SwarmConfiguration",
        "telemetry_endpoint",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "given text",
        "given text",
        None,
    ),
    Case(
        "SwarmConfiguration",
        "openai_base_url",
        "OPENAI_BASE_URL",
        "given text",
        "given text",
        "https://openrouter.ai/api/v1",
    ),
    Case(
        "SwarmConfiguration",
        "openai_api_key",
        "OPENAI_API_KEY",
        "hidden text",
        "hidden text",
        None,
    ),
    Case(
        "SwarmConfiguration",
        "postgres_password",
        "POSTGRES_PASSWORD",
        "hidden text",
        "hidden text",
        None,
    ),
    Case(
        "SwarmConfiguration",
        "maximum_concurrent_agents",
        "MAXIMUM_CONCURRENT_AGENTS",
        "",
        100,
        100,
        "0",
        limits=(
            ("0", False),
            ("1", True),
            ("999", True),
            ("1000", True),
            ("1001", False),
        ),
    ),
    Case(
        "SwarmConfiguration",
        "request_timeout",
        "REQUEST_TIMEOUT",
        "",
        120.0,
        120.0,
        "no such value",
        limits=(
            ("-0.5", False),
            ("0.0", False),
            ("0.5", True),
        ),
    ),
    Case(
        "SwarmConfiguration",
        "log_level",
        "LOG_LEVEL",
        "given text",
        "given text",
        "INFO",
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
    "case", [case for case in CASES if case.bad], ids=lambda case: case.variable
)
def test_bad_value(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no value of the setting's type is refused."""
    monkeypatch.setenv(case.variable, case.bad)
    with pytest.raises(ValidationError):
        made(case)


@pytest.mark.parametrize(
    ("case", "text", "is_accepted"),
    [(case, text, is_accepted) for case in CASES for text, is_accepted in case.limits],
    ids=lambda given: getattr(given, "variable", str(given)),
)
def test_limits(
    case: Case, text: str, is_accepted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Values on both sides of a limit, and at it."""
    monkeypatch.setenv(case.variable, text)
    if is_accepted:
        assert value(case) == float(text)
    else:
        with pytest.raises(ValidationError):
            made(case)


@pytest.mark.parametrize(
    "name",
    [
        "OPENAI_API_KEY",
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
