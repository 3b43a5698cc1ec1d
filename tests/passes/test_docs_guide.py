"""The pages written by hand tell the truth: commands, options, models, code, reviewers and links."""

from __future__ import annotations

import pkgutil
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.draw import DrawingKind
from generator.emit.artifact import Artifact
from generator.quorum import policy_of, reviewers
from generator.workspace import Workspace
from tests.passes import cli_page

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs"
PAGES = sorted(GUIDE.glob("*.md"))
FENCE = re.compile(r"^```(?P<kind>\w*)(?: file=(?P<file>\S+))?\n(?P<text>.*?)^```$", re.M | re.S)
ON_PATH = ("python", "cd", "pip")


@dataclass(frozen=True)
class Fence:
    """A fenced block of a page."""

    page: Path
    kind: str
    file: str
    text: str


def fences(page: Path) -> list[Fence]:
    text = page.read_text(encoding="utf-8")
    return [
        Fence(page, found["kind"], found["file"] or "", found["text"])
        for found in FENCE.finditer(text)
    ]


FENCES = [fence for page in PAGES for fence in fences(page)]


def test_the_guide_is_complete() -> None:
    names = {page.stem for page in PAGES}
    assert names >= {"index", "getting-started", "model-to-code", "quorum", "cli", "agent-systems"}


# -- commands -------------------------------------------------------------------------------------


def shown_commands() -> list[tuple[str, str]]:
    """Each line after a prompt, and each `ssot …` in running text, with its page."""
    found = []
    for page in PAGES:
        if page.stem == "cli":
            continue
        text = page.read_text(encoding="utf-8")
        found += [(page.name, line[2:]) for line in text.splitlines() if line.startswith("$ ")]
        found += [(page.name, code) for code in re.findall(r"`(ssot [a-z][^`\n]*)`", text)]
    return found


@pytest.mark.parametrize(("page", "line"), shown_commands())
def test_shown_commands_exist(page: str, line: str) -> None:
    words = shlex.split(line)
    if words[0] != "ssot":
        exists = words[0] in ON_PATH or (ROOT / words[0]).is_file()
        assert exists, f"{page}: {line}"
        return
    known = dict(cli_page.commands())
    length = 3 if " ".join(words[:3]) in known else 2
    command = known.get(" ".join(words[:length]))
    assert command is not None, f"{page}: {line}"
    options = {name for each in command.params for name in (*each.opts, *each.secondary_opts)}
    used = {word.partition("=")[0] for word in words[length:] if word[:1] == "-" != word}
    assert used <= options, f"{page}: {line}"


def test_the_page_of_the_command_line_is_current() -> None:
    now = (GUIDE / "cli.md").read_text(encoding="utf-8")
    assert now == cli_page.page(), "run: python -m tests.passes.cli_page"


def test_the_page_of_the_command_line_names_every_option() -> None:
    text = cli_page.page()
    for name, command in cli_page.commands():
        section = text.split(f"\n## {name}\n")[1].split("\n## ")[0]
        for parameter in command.params:
            if parameter.param_type_name == "option":
                assert f"`{parameter.opts[0]}`" in section


# -- models and code ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Artifact]]:
    """What the models of the pages give, rendered and on disk."""
    folder = tmp_path_factory.mktemp("guide")
    for fence in FENCES:
        if fence.kind == "sysml" and fence.file:
            path = folder / fence.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(fence.text, encoding="utf-8")
    artifacts, found = Workspace.open(folder / "ssot", out=folder).render()
    assert not [each for each in found if each.severity.value == "error"]
    for key, artifact in artifacts.items():
        target = folder / key
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(artifact.text, encoding="utf-8")
    return folder, dict(artifacts)


@pytest.mark.parametrize(
    "fence", [each for each in FENCES if each.kind == "python" and each.file], ids=lambda f: f.file
)
def test_shown_code_is_what_is_generated(
    fence: Fence, generated: tuple[Path, dict[str, Artifact]]
) -> None:
    """Each shown line stands in the file, in the order shown; lines between may be left out."""
    _, artifacts = generated
    rest = iter(artifacts[fence.file].text.splitlines())
    for line in fence.text.splitlines():
        if line.strip():
            assert any(each == line for each in rest), f"{fence.file}: {line}"


def test_named_files_are_generated(generated: tuple[Path, dict[str, Artifact]]) -> None:
    _, artifacts = generated
    text = (GUIDE / "model-to-code.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:generated|diagrams)/[\w/.]+\.\w+)`", text)
    assert len(named) >= 7
    assert [path for path in named if path not in artifacts] == []


def test_the_program_of_the_first_page_prints_what_it_says(
    generated: tuple[Path, dict[str, Artifact]],
) -> None:
    folder, _ = generated
    blocks = fences(GUIDE / "getting-started.md")
    (program,) = [each.text for each in blocks if each.kind == "python" and not each.file]
    (output,) = [each.text for each in blocks if each.kind == "text"]
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder / "generated",
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(folder / "generated"), "OTEL_TRACES_EXPORTER": "none"},
        check=False,
    )
    assert done.stdout.splitlines()[-1:] == output.splitlines(), done.stderr[-2000:]


def test_the_shown_policy_is_read(tmp_path: Path) -> None:
    (block,) = [each for each in fences(GUIDE / "quorum.md") if each.kind == "sysml"]
    model = tmp_path / "policy.sysml"
    model.write_text(
        f"package P {{ private import AgentSystems::*;\n{block.text}\n}}", encoding="utf-8"
    )
    policy = policy_of(Workspace.open(model).check()[0])
    assert (policy.required, policy.vetoes) == (3, ("security", "tests", "types"))
    assert policy.every_requirement_satisfied
    assert policy.every_requirement_verified


# -- lists and links ------------------------------------------------------------------------------


def test_every_reviewer_is_on_its_page() -> None:
    text = (GUIDE / "quorum.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    assert sorted(table) == sorted(each.name for each in pkgutil.iter_modules(reviewers.__path__))


def test_every_kind_of_diagram_is_on_its_page() -> None:
    text = (GUIDE / "diagrams.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| `(\w+)(?:-NAME)?` \|", text, re.MULTILINE)
    assert sorted(table) == sorted(kind.value for kind in DrawingKind)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for href in re.findall(r"\]\(<?([^)>#\s]+)(?:#[^)>\s]*)?>?\)", text):
        assert (page.parent / href).exists(), href
