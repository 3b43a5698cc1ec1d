"""Breaks generated modules in small ways and counts how many of the mutants the generated tests kill.

Run by `scripts/mutate`. Mutants are spread evenly over the chosen modules, the same ones on every run.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.mutation.operators import Mutant, mutants

_ROOT = Path(__file__).parents[2]


def choose(modules: list[Path], count: int) -> list[tuple[Path, Mutant]]:
    """`count` mutants at even distances over all mutants of the modules (all of them if there are fewer)."""
    everything = [
        (module, mutant)
        for module in modules
        for mutant in mutants(module.read_text(encoding="utf-8"))
    ]
    if len(everything) <= count:
        return everything
    return [everything[(2 * at + 1) * len(everything) // (2 * count)] for at in range(count)]


def killed(generated: Path, module: Path, mutant: Mutant) -> bool:
    """Whether the generated tests of the module's system fail when the mutant stands in its place."""
    system = module.relative_to(generated).parts[0]
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        shutil.copytree(
            generated / system, copy / system, ignore=shutil.ignore_patterns("__pycache__")
        )
        (copy / module.relative_to(generated)).write_text(mutant.text, encoding="utf-8")
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"),
                *("--import-mode=importlib", "-o", "addopts=", f"{system}/tests"),
            ],
            cwd=copy,
            env={**os.environ, "PYTHONPATH": name, "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=600,
        )
    return done.returncode != 0


def main() -> int:
    """Run the mutants and print a line for each survivor and a table; exit 1 below the wanted share."""
    parser = argparse.ArgumentParser(prog="scripts/mutate", description=__doc__)
    parser.add_argument("--generated", type=Path, default=_ROOT / "generated")
    parser.add_argument("--system", default="*", help="a system (default: all)")
    parser.add_argument("--part", nargs="+", default=["agents", "workflows"], help="sub-packages")
    parser.add_argument("--count", type=int, default=30, help="mutants per part")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--wanted", type=float, default=0.0, help="least share killed, 0 to 1")
    arguments = parser.parse_args()
    generated = arguments.generated.resolve()
    rows, total, dead = [], 0, 0
    for part in arguments.part:
        modules = sorted(
            path
            for path in generated.glob(f"{arguments.system}/{part}/**/*.py")
            if path.name != "__init__.py"
        )
        chosen = choose(modules, arguments.count)
        with ThreadPoolExecutor(arguments.jobs) as pool:
            verdicts = list(pool.map(lambda pair: killed(generated, *pair), chosen))
        for (module, mutant), dies in zip(chosen, verdicts, strict=True):
            if not dies:
                place = f"{module.relative_to(generated)}:{mutant.line}"
                print(f"survived: {place}: {mutant.change}", flush=True)
        rows.append(f"| {part} | {len(modules)} | {len(chosen)} | {sum(verdicts)} |")
        total, dead = total + len(chosen), dead + sum(verdicts)
    print("\n| part | modules | mutants | killed |\n|---|---|---|---|", *rows, sep="\n")
    if not total:
        print("there is nothing to break", file=sys.stderr)
        return 1
    print(f"\n{dead} of {total} mutants killed: {dead / total:.0%}")
    return 0 if dead / total >= arguments.wanted else 1


if __name__ == "__main__":
    sys.exit(main())
