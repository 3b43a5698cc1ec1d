"""The settings and deployment passes: what they make is read by those who read it later."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.passes.generated import artifacts_of, model_of, run_python, run_tests, write

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")

PASSES = ("package", "data_types", "settings", "deployment")
TEXT = r"""
package Setup {
    private import AgentSystems::*;
    private import ScalarValues::*;
    enum def Level { enum low; enum high; }
    part def ShopConfiguration :> Configuration {
        doc /* Don't "quote" me: $(boom) `boom` ${HOME} */
        attribute databaseUrl : Url = "sqlite:///other.db" { doc /* The database. */ }
        attribute apiKey : Secret [0..1] { doc /* key
            EVIL=1 */ }
        attribute mustSet : String;
        attribute level : Level = Level::high;
        attribute hosts : String [0..*] = ("a", "b'c\"d");
        attribute tricky : String = "x # y ' \" $HOME \n EVIL=2 {{ y }}";
        attribute ratio : Real = 3;
        attribute slots : Positive = 4;
        attribute active : Boolean = true;
        attribute wait : Duration [0..1];
        assert constraint fewSlots { slots <= 12 }
        attribute endpoint : Url [0..1] { @Variable { name = "OTEL_EXPORTER_OTLP_ENDPOINT"; } }
        attribute odd : String [0..1] { @Variable { name = "A B; rm -rf"; } }
    }
    part def SecurityReviewerAgent :> Agent { attribute model : String = "deepseek/deepseek-chat"; }
    part deployment {
        part db : DatabaseService {
            doc /* Rows. */
            attribute :>> image = "postgres:16";
            attribute :>> ports = "5432:5432";
            attribute :>> environment = ("POSTGRES_PASSWORD=${POSTGRES_PASSWORD}", "ODD=a$b: #c\"", "=none");
            attribute :>> volumes = ("data:/var/lib/postgresql/data", "./init:/init");
            attribute :>> healthcheck = "pg_isready -U $POSTGRES_USER";
        }
        part jaegerAll : TelemetryService {
            attribute :>> image = "jaegertracing/all-in-one:1.62.0";
            attribute :>> ports = ("16686:16686", "4317:4317");
        }
        part shop : ApplicationService {
            attribute :>> command = "job list --name 'two words'";
            ref part :>> dependsOn = (db, jaegerAll);
        }
    }
}
"""


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    artifacts, found = artifacts_of(model_of({"setup.sysml": TEXT}), PASSES)
    assert not found
    return write(artifacts, tmp_path_factory.mktemp("code"))


@pytest.fixture(scope="module")
def compose(code: Path) -> Any:
    return yaml.safe_load((code / "made/deploy/docker-compose.yml").read_text(encoding="utf-8"))


def test_services(compose: Any) -> None:
    assert compose["name"] == "made"
    assert list(compose["services"]) == ["db", "jaeger-all", "shop"]
    assert compose["services"]["jaeger-all"]["ports"] == ["16686:16686", "4317:4317"]
    assert compose["volumes"] == {"data": {}}


def test_dollars_stand_for_themselves_except_in_names(compose: Any) -> None:
    service = compose["services"]["db"]
    assert service["environment"] == {
        "POSTGRES_PASSWORD": "${POSTGRES_PASSWORD}",
        "ODD": 'a$$b: #c"',
    }
    assert service["healthcheck"]["test"] == ["CMD-SHELL", "pg_isready -U $$POSTGRES_USER"]


def test_the_application_is_built_and_waits(compose: Any) -> None:
    service = compose["services"]["shop"]
    assert service["build"] == {"context": "../..", "dockerfile": "made/deploy/Dockerfile"}
    assert service["command"] == ["job", "list", "--name", "two words"]
    assert service["depends_on"] == {
        "db": {"condition": "service_healthy"},
        "jaeger-all": {"condition": "service_started"},
    }


def test_image_and_development_container(code: Path) -> None:
    docker = (code / "made/deploy/Dockerfile").read_text(encoding="utf-8")
    assert 'ENTRYPOINT ["python", "-m", "made"]' in docker
    text = (code / "made/.devcontainer/devcontainer.json").read_text(encoding="utf-8")
    container = json.loads("".join(line for line in text.splitlines() if line[:2] != "//"))
    assert container["service"] == "shop"
    for file in container["dockerComposeFile"]:
        assert (code / "made/.devcontainer" / file).is_file()
    other = (code / "made/.devcontainer/docker-compose.yml").read_text(encoding="utf-8")
    assert list(yaml.safe_load(other)["services"]) == ["shop"]
    needed = (code / "made/deploy/requirements.txt").read_text(encoding="utf-8")
    assert "pydantic-settings" in needed
    assert "sqlalchemy" not in needed


def test_environment_template(code: Path) -> None:
    """Docs stay comments, whatever they hold; a value that a file cannot hold exactly is not shown."""
    text = (code / "made/deploy/.env.template").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert lines == [
        "DATABASE_URL=sqlite:///other.db",
        "API_KEY=",
        "LEVEL=high",
        "RATIO=3.0",
        "SLOTS=4",
        "ACTIVE=true",
        "MODEL_SECURITY_REVIEWER=deepseek/deepseek-chat",
    ]
    for name in ("MUST_SET", "HOSTS", "TRICKY", "OTEL_EXPORTER_OTLP_ENDPOINT", "A_B_RM_RF"):
        assert f"# {name}=" in text.splitlines()


def test_settings_have_the_values_of_the_model(code: Path) -> None:
    program = (
        "from made.settings import ShopConfiguration as S; s = S(); "
        "print(repr((s.database_url, s.hosts, s.tricky, s.ratio, s.slots, s.active, s.must_set, s.api_key)))"
    )
    done = run_python(program, code, MUST_SET="set", API_KEY="hidden", SLOTS="9")
    assert done.returncode == 0, done.stderr
    values = (
        "sqlite:///other.db",
        ("a", "b'c\"d"),
        "x # y ' \" $HOME \n EVIL=2 {{ y }}",
        3.0,
        9,
        True,
        "set",
    )
    assert done.stdout.strip() == repr(values)[:-1] + ", SecretStr('**********'))"
    assert run_python(program, code).returncode != 0
    done = run_python(program, code, MUST_SET="set", SLOTS="13")
    assert "fewSlots does not hold: slots <= 12" in done.stderr


def test_generated_tests_pass(code: Path) -> None:
    assert "passed" in run_tests(code, "made/tests/test_settings.py")


def test_a_database_url_without_a_configuration(tmp_path: Path) -> None:
    text = "package P { private import AgentSystems::*; item def T :> Entity { attribute n : ScalarValues::Real; } }"
    artifacts, _ = artifacts_of(model_of({"p.sysml": text}), ("package", "settings"))
    code = write(artifacts, tmp_path)
    program = "from made.settings import DatabaseSettings as D; print(D().database_url)"
    assert run_python(program, code).stdout.strip() == "sqlite:///made.db"
    assert run_python(program, code, DATABASE_URL="sqlite://").stdout.strip() == "sqlite://"


def test_no_services_no_configuration_no_files() -> None:
    text = "package P { part def Q { attribute n : ScalarValues::Real; } part q : Q; }"
    artifacts, _ = artifacts_of(model_of({"p.sysml": text}), ("settings", "deployment"))
    assert list(artifacts) == []
