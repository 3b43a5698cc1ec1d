"""A sample of what `scripts/prove` proves: a run is killed in the middle and loses nothing."""

from __future__ import annotations

from pathlib import Path

from tests.durable.proofs import kills
from tests.durable.storage import storage
from tests.durable.yard import yard


def test_killed_runs_lose_nothing_and_repeat_nothing_that_is_kept(tmp_path: Path) -> None:
    with yard(tmp_path, pause=0.01) as made:
        counts = kills(made, 2, runs=1)
    assert counts["kills"] == 2
    assert counts["steps kept"] == 20 * counts["runs"]


def test_what_a_killed_run_stores_is_stored_once(tmp_path: Path) -> None:
    found = storage(
        tmp_path, f"sqlite:///{tmp_path / 'quay.db'}", f"sqlite:///{tmp_path / 'runs.db'}"
    )
    assert found["deaths"] == 3
