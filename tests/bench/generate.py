"""Measures generation: a clean run, a run without change, a run after one changed type, beside its peers.

Run by `scripts/bench`. Prints CPU seconds (user and system, of the process and its children; the least
of several runs) and, for every row, the ratio to our clean run on the same model.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench import synthetic


@dataclass(frozen=True)
class Cost:
    """CPU seconds and peak resident memory in MiB of one command."""

    cpu: float
    memory: float


def measure(argv: Sequence[str], cwd: Path) -> Cost:
    """Run a command to its end and account for it; RuntimeError when it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryFile() as sink:
        process = subprocess.Popen(
            argv, cwd=cwd, stdout=sink, stderr=sink, stdin=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sink.seek(0)
            tail = sink.read().decode("utf-8", "replace")[-2000:]
            raise RuntimeError(f"{' '.join(argv)} ended with {process.returncode}\n{tail}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, usage.ru_maxrss / 1024)


def least(runs: int, prepare: Callable[[], object], argv: Sequence[str], cwd: Path) -> Cost:
    """The least CPU time of several runs, each after its preparation."""
    costs = []
    for _ in range(runs):
        prepare()
        costs.append(measure(argv, cwd))
    return min(costs, key=lambda cost: cost.cpu)


class Ours:
    """The three runs of our compiler on one synthetic model."""

    def __init__(self, folder: Path, types: int, options: Sequence[str]) -> None:
        self.folder = folder
        self.types = types
        self.model = folder / "synthetic.sysml"
        self.cache = folder / "cache"
        self.out = folder / "out"
        self.argv = [
            *(sys.executable, "-m", "generator.surfaces.cli", "generate", "--no-review"),
            *("--model", str(self.model), "--out", str(self.out), *options),
        ]
        os.environ["SSOT_CACHE"] = str(self.cache)

    def clean(self) -> None:
        """Nothing generated, nothing remembered."""
        shutil.rmtree(self.out, ignore_errors=True)
        shutil.rmtree(self.cache, ignore_errors=True)
        self.model.write_text(synthetic.sysml(self.types), encoding="utf-8")

    def generated(self) -> None:
        """The state after a run on the unchanged model."""
        self.model.write_text(synthetic.sysml(self.types), encoding="utf-8")
        measure(self.argv, self.folder)

    def changed(self) -> None:
        """The state after a run, with one type edited since."""
        self.generated()
        text = synthetic.sysml(self.types, changed=self.types // 2)
        self.model.write_text(text, encoding="utf-8")

    def rows(self, runs: int) -> list[tuple[str, Cost]]:
        """Cost of a clean run, of one without change and of one after a changed type."""
        rows = [("clean", least(runs, self.clean, self.argv, self.folder))]
        self.generated()
        rows.append(("no change", least(runs, lambda: None, self.argv, self.folder)))
        rows.append(("one changed type", least(runs, self.changed, self.argv, self.folder)))
        return rows


def peers(folder: Path, types: int, tools: Path | None) -> list[tuple[str, Sequence[str]]]:
    """Commands of the peers on the same types, as far as they are installed in `tools`."""
    if tools is None:
        return []
    (folder / "schema.json").write_text(synthetic.json_schema(types), encoding="utf-8")
    (folder / "schema.yaml").write_text(synthetic.linkml(types), encoding="utf-8")
    model = ("--output-model-type", "pydantic_v2.BaseModel", "--input-file-type", "jsonschema")
    commands = []
    generator = tools / "datamodel-codegen"
    if generator.exists():
        base = (str(generator), "--input", "schema.json", *model)
        commands += [
            ("datamodel-code-generator, black", (*base, "--output", "black.py")),
            (
                "datamodel-code-generator, ruff",
                (*base, "--output", "ruff.py", "--formatters", "ruff-format"),
            ),
        ]
    for label, program in (
        ("types", "gen-pydantic"),
        ("tables", "gen-sqla"),
        ("project", "gen-project"),
    ):
        if (tools / program).exists():
            commands.append((f"linkml, {label}", (str(tools / program), "schema.yaml")))
    return commands


def main() -> None:
    """Measure and print one table per size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--types", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--runs", type=int, default=3, help="runs of ours; the least counts")
    parser.add_argument("--tools", type=Path, help="folder with the programs of the peers")
    arguments = parser.parse_args()
    for types in arguments.types:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            print(f"\n{types} types with {synthetic.ATTRIBUTES} attributes\n")
            print("| what | CPU s | MiB | ratio to ours, same output |")
            print("|---|---|---|---|")
            _table(folder, types, arguments.runs, arguments.tools)


def _table(folder: Path, types: int, runs: int, tools: Path | None) -> None:
    reference = {}
    for label, options in (("types", ("--pass", "data_types")), ("all passes", ())):
        rows = Ours(folder, types, options).rows(runs)
        reference[label] = rows[0][1].cpu
        for state, cost in rows:
            _row(f"ours, {label}, {state}", cost, reference[label])
    for label, argv in peers(folder, types, tools):
        try:
            cost = measure(argv, folder)
        except RuntimeError as error:
            print(f"| {label} | failed: {str(error).splitlines()[-1]} | | |")
            continue
        whole = "project" in label
        _row(label, cost, reference["all passes" if whole else "types"])


def _row(label: str, cost: Cost, reference: float) -> None:
    print(
        f"| {label} | {cost.cpu:.2f} | {cost.memory:.0f} | {cost.cpu / reference:.2f} |", flush=True
    )


if __name__ == "__main__":
    main()
