"""Breaks generated modules in small ways and says how many of the mutants the generated tests kill.

Run by `scripts/mutate`. A sample holds the same mutants on every run over the same bytes. A mutant that its
module's own tests do not notice is tried again on all tests that import the module in any way.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.quorum.mutation import Candidate, Result, candidates, choose, reason, try_all
from generator.quorum.mutation.reasons import GAP

_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Row:
    """What became of the mutants of one part of a system."""

    system: str
    part: str
    mutants: int
    results: Sequence[Result]

    @property
    def killed(self) -> int:
        """How many were noticed."""
        return sum(each.killed for each in self.results)

    def shown(self) -> str:
        """The line of the table."""
        share = f"{self.killed / len(self.results):.0%}" if self.results else "-"
        return (
            f"| {self.system} | {self.part} | {self.mutants} | {len(self.results)} | {self.killed}"
            f" | {share} | {sum(each['reason'] == GAP for each in survivors(self.results))} |"
        )


def survivors(results: Sequence[Result]) -> list[dict[str, object]]:
    """What is said of the mutants that nobody noticed."""
    return [
        {
            "place": f"{each.candidate.module}:{each.candidate.mutant.line}",
            "scope": each.candidate.mutant.scope,
            "change": each.candidate.mutant.change,
            "reason": reason(each.candidate.mutant),
        }
        for each in results
        if not each.killed
    ]


def _run(code: Path, chosen: Sequence[Candidate], scratch: Path, wide: bool) -> list[Result]:
    results = try_all(code, chosen, scratch=scratch)
    left = [each.candidate for each in results if not each.killed] if wide else []
    again = {each.candidate: each for each in try_all(code, left, scratch=scratch, wide=True)}
    return [again.get(each.candidate, each) for each in results]


def _rows(arguments: argparse.Namespace) -> list[Row]:
    code = arguments.generated.resolve()
    rows = []
    for system in arguments.system or sorted(p.name for p in code.iterdir() if p.is_dir()):
        parts: dict[str, list[Candidate]] = {}
        for each in candidates(code, system):
            if each.part.startswith(arguments.part):
                parts.setdefault(each.part, []).append(each)
        for part, found in parts.items():
            chosen = found if arguments.all else choose(found, arguments.sample)
            with tempfile.TemporaryDirectory() as scratch:
                results = _run(code, chosen, Path(scratch), not arguments.own)
            rows.append(Row(system, part, len(found), results))
            if not arguments.json:
                for left in survivors(results):
                    print("survived: {place}: {scope}: {change} ({reason})".format(**left))
                print(rows[-1].shown(), flush=True)
    return rows


def _print(rows: Sequence[Row], as_json: bool) -> None:
    if as_json:
        body = [
            {
                "system": row.system,
                "part": row.part,
                "mutants": row.mutants,
                "tried": len(row.results),
                "killed": row.killed,
                "survivors": survivors(row.results),
            }
            for row in rows
        ]
        print(json.dumps(body, indent=2))
        return
    print(
        "\n| system | part | mutants | tried | killed | share | gaps |",
        "|---|---|---|---|---|---|---|",
        sep="\n",
    )
    for row in rows:
        print(row.shown())
    for system in dict.fromkeys(row.system for row in rows):
        mine = [row for row in rows if row.system == system]
        results = [each for row in mine for each in row.results]
        print(Row(system, "all", sum(row.mutants for row in mine), results).shown())


def main(given: Sequence[str] | None = None) -> int:
    """Print a line for each survivor and a table; exit 1 below the wanted share."""
    parser = argparse.ArgumentParser(prog="scripts/mutate", description=__doc__)
    parser.add_argument("--generated", type=Path, default=_ROOT / "generated")
    parser.add_argument("--system", action="append", help="a system, repeatable (default: all)")
    parser.add_argument("--part", default="", help="parts whose name begins so (default: all)")
    parser.add_argument("--sample", type=int, default=10, help="mutants per part")
    parser.add_argument("--all", action="store_true", help="every mutant; hours for a large system")
    parser.add_argument("--own", action="store_true", help="only a module's own tests count")
    parser.add_argument("--wanted", type=float, default=0.0, help="least share killed, 0 to 1")
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a table")
    arguments = parser.parse_args(given)
    rows = _rows(arguments)
    _print(rows, arguments.json)
    tried = sum(len(row.results) for row in rows)
    if not tried:
        print("there is nothing to break", file=sys.stderr)
        return 1
    return 0 if sum(row.killed for row in rows) / tried >= arguments.wanted else 1


if __name__ == "__main__":
    sys.exit(main())
