"""Proves what is said about durable runs, with processes that are killed, and prints the counts: `scripts/prove`."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.durable import proofs
from tests.durable.storage import storage
from tests.durable.yard import Yard, yard
from tests.schema.databases import KINDS, database


def main() -> int:
    """Run the proofs and print a line for each."""
    parser = argparse.ArgumentParser(prog="scripts/prove", description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    parser.add_argument("--seconds", type=float, default=15.0, help="how long the schedule runs")
    parser.add_argument("--limit", type=float, default=3600.0, help="seconds of killing at most")
    parser.add_argument("--database", choices=KINDS, action="append")
    parser.add_argument("only", nargs="*", help="kills, queue, schedule, approval, storage, speed")
    given = parser.parse_args()
    chosen: dict[str, tuple[float, Callable[[Yard], object]]] = {
        "approval": (0.0, proofs.approval),
        "schedule": (0.0, lambda made: proofs.schedule(made, given.seconds)),
        "queue": (0.1, lambda made: proofs.queue(made, 40, 16)),
        "storage": (0.0, lambda made: storage(made.folder / "quay", made.url, made.url)),
        "speed": (0.0, lambda made: proofs.speed(made, 80)),
        "kills": (0.02, lambda made: proofs.kills(made, given.kills, given.seed, given.limit)),
    }
    for kind in given.database or KINDS:
        for name, (pause, proof) in chosen.items():
            if not given.only or name in given.only:
                with _place(kind, pause) as made:
                    print(kind, name, proof(made), flush=True)
    return 0


@contextmanager
def _place(kind: str, pause: float) -> Iterator[Yard]:
    with (
        tempfile.TemporaryDirectory() as name,
        database(kind, Path(name)) as url,
        yard(Path(name), url, pause) as made,
    ):
        yield made


if __name__ == "__main__":
    sys.exit(main())
