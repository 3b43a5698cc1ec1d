"""The security reviewer of the workflow document, generated and run against real servers on loopback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .generated import artifacts_of, model_of, project_models, run_python, write
from .language_model import provider
from .trace_receiver import receiver

REVIEW = """
import asyncio, json, sys
from hfo.agents import SecurityReviewerAgent

code = "SELECT * FROM users WHERE id = " + "user_input"
state = {"code": code, "mission_id": "mission-7"}
if sys.argv[1:] == ["in a loop"]:
    async def main():
        return SecurityReviewerAgent().execute(state)
    result = asyncio.run(main())
elif sys.argv[1:] == ["many at once"]:
    from hfo.types.hfo_security import CodeArtifact
    async def main():
        agent = SecurityReviewerAgent()
        return await asyncio.gather(*(agent.run(CodeArtifact(code=str(n))) for n in range(8)))
    result = {"reports": len(asyncio.run(main()))}
else:
    result = SecurityReviewerAgent().execute(state)
print(json.dumps(result))
"""
CHECKED = ["SQL injection", "XSS", "auth bypass"]
GOOD = {"findings": ["SQL injection"], "checked": CHECKED}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    model = model_of(project_models("hfo"))
    artifacts, _ = artifacts_of(model)
    return write(artifacts, tmp_path_factory.mktemp("live"))


def test_the_document_works_to_the_letter(made: Path) -> None:
    with provider([GOOD]) as served:
        done = run_python(REVIEW, made, OPENAI_BASE_URL=served.url)
    assert done.returncode == 0, done.stderr
    assert "SQL injection" in json.loads(done.stdout)["findings"]
    (asked,) = served.asked
    assert asked["model"] == "deepseek/deepseek-chat"
    said = json.dumps(asked["messages"])
    assert "Scan code for SQL injection, XSS, auth bypasses" in said
    assert "SELECT * FROM users WHERE id = user_input" in said


def test_the_environment_names_the_model_and_the_key(made: Path) -> None:
    with provider([GOOD]) as served:
        done = run_python(
            REVIEW,
            made,
            OPENAI_BASE_URL=served.url,
            OPENAI_API_KEY="a key",
            MODEL_SECURITY_REVIEWER="qwen/qwen3-coder:free",
        )
    assert done.returncode == 0, done.stderr
    assert [asked["model"] for asked in served.asked] == ["qwen/qwen3-coder:free"]
    assert served.keys == ["Bearer a key"]


def test_a_requirement_that_is_not_satisfied_goes_back_to_the_model(made: Path) -> None:
    answers = [{"findings": [], "checked": ["XSS"]}, {"findings": "none"}, GOOD]
    with provider(answers) as served:
        done = run_python(REVIEW, made, OPENAI_BASE_URL=served.url)
    assert done.returncode == 0, done.stderr
    assert len(served.asked) == 3
    refused = json.dumps(served.asked[1]["messages"][-1])
    assert "ChecksEveryVulnerabilityClass is not satisfied: sqlInjectionChecked" in refused
    assert "authenticationBypassChecked" in refused
    assert "crossSiteScriptingChecked" not in refused
    assert "checked" in json.dumps(served.asked[2]["messages"][-1])


def test_a_requirement_that_is_never_satisfied_ends_the_run(made: Path) -> None:
    with provider([{"findings": [], "checked": ["XSS"]}]) as served:
        done = run_python(REVIEW, made, OPENAI_BASE_URL=served.url)
    assert done.returncode != 0
    assert "UnexpectedModelBehavior" in done.stderr
    assert len(served.asked) == 3


def test_a_busy_provider_is_asked_again(made: Path) -> None:
    with provider([503, 429, GOOD]) as served:
        done = run_python(REVIEW, made, OPENAI_BASE_URL=served.url)
    assert done.returncode == 0, done.stderr
    assert len(served.asked) == 3


@pytest.mark.parametrize("where", ["in a loop", "many at once"])
def test_it_runs_within_an_event_loop_and_side_by_side(made: Path, where: str) -> None:
    code = f"import sys; sys.argv.append({where!r})\n{REVIEW}"
    with provider([GOOD]) as served:
        done = run_python(code, made, OPENAI_BASE_URL=served.url)
    assert done.returncode == 0, done.stderr
    assert len(served.asked) == (1 if where == "in a loop" else 8)
    assert "Event loop is closed" not in done.stderr


def test_without_an_endpoint_the_variables_are_named(made: Path) -> None:
    done = run_python(REVIEW, made)
    assert done.returncode != 0
    assert "OPENAI_BASE_URL" in done.stderr


def test_a_test_cannot_reach_a_real_model(made: Path) -> None:
    refusing = "import pydantic_ai.models\npydantic_ai.models.ALLOW_MODEL_REQUESTS = False\n"
    with provider([GOOD]) as served:
        done = run_python(refusing + REVIEW, made, OPENAI_BASE_URL=served.url)
    assert "requests are not allowed" in done.stderr
    assert served.asked == []


def test_the_span_of_a_run_reaches_an_otlp_receiver(made: Path) -> None:
    with receiver() as received, provider([GOOD]) as served:
        done = run_python(
            REVIEW,
            made,
            OPENAI_BASE_URL=served.url,
            OTEL_EXPORTER_OTLP_ENDPOINT=received.endpoint,
        )
    assert done.returncode == 0, done.stderr
    (span,) = received.spans
    assert span.name == "SecurityReviewerAgent.execute"
    assert span.service == "hfo"
    assert span.attributes == {"mission_id": "mission-7", "tokens_used": 123}
    assert "SecurityReviewerAgent.execute" not in done.stderr


def test_the_span_of_a_run_is_shown_when_nobody_receives_it(made: Path) -> None:
    with provider([GOOD]) as served:
        done = run_python(REVIEW, made, OPENAI_BASE_URL=served.url)
    (line,) = done.stderr.splitlines()
    assert line.startswith("SecurityReviewerAgent.execute ")
    assert line.endswith(" ok mission_id='mission-7' tokens_used=123")
