"""What is proven of durable runs; each proof gives its counts, and fails when one is wrong."""

from __future__ import annotations

import random
import time
from collections import Counter

from tests.durable.yard import Event, Yard

ROUNDS = 4
_STEPS = ("bill#", "book#", "pack#", "sign#", "weigh#")


def kills(
    yard: Yard, count: int, seed: int = 1, seconds: float = 3600.0, runs: int = 3
) -> dict[str, int]:
    """kill -9 at random points: nothing is lost, what is kept is not done again, transactions happen once."""
    done, batch = _killed(yard, random.Random(seed), count, seconds, runs)
    yard.worker()
    yard.finish()
    yard.stop()
    assert yard.failures() == []
    kept = yard.kept()
    expected = batch * ROUNDS * len(_STEPS)
    begun = [each for each in yard.events() if each.what == "begin"]
    again = sum(each.at > kept[each.run, each.step] for each in begun)
    ledger = Counter(yard.rows("SELECT run, step FROM ledger"))
    assert len(kept) == expected, (len(kept), expected)
    assert again == 0
    assert len(ledger) == batch * ROUNDS
    assert max(ledger.values()) == 1
    return {
        "kills": done,
        "runs": batch,
        "steps kept": len(kept),
        "steps lost": expected - len(kept),
        "kept steps begun again": again,
        "steps begun again that were in flight": len(begun) - len(kept),
        "transactional steps": len(ledger),
        "of these more than once": sum(each > 1 for each in ledger.values()),
    }


def _killed(
    yard: Yard, chance: random.Random, count: int, seconds: float, runs: int
) -> tuple[int, int]:
    """Kill workers that have runs to work on; how many were killed, and how many runs there were."""
    done = batch = 0
    end = time.monotonic() + seconds
    while done < count and time.monotonic() < end:
        if not batch or not yard.unfinished():
            yard.start_many("haul", [{"rounds": ROUNDS}] * runs, f"haul{batch}-")
            batch += runs
        before = len(yard.events())
        worker = yard.worker()
        while len(yard.events()) == before and yard.unfinished() and time.monotonic() < end:
            time.sleep(0.02)
        time.sleep(chance.uniform(0.0, 0.5))
        done += bool(yard.unfinished())
        yard.kill(worker)
    return done, batch


def queue(yard: Yard, tasks: int, horns: int) -> dict[str, float]:
    """Two workers on one queue: never more at once than its limit, never more starts than its rate."""
    yard.start_many("crane", [{"number": at} for at in range(tasks)], "crane")
    yard.start_many("horn", [{"number": at} for at in range(horns)], "horn")
    for _ in range(2):
        yard.worker()
    yard.finish()
    yard.stop()
    lifts = [each for each in yard.events() if each.run.startswith("crane")]
    query = "SELECT started_at_epoch_ms FROM dbos.workflow_status WHERE name = 'horn'"
    starts = sorted(at for (at,) in yard.rows(query))
    most = max(sum(at <= other < at + 1990 for other in starts) for at in starts)
    peak = _peak(lifts)
    assert peak <= 2
    assert most <= 5
    assert len(starts) == horns
    return {
        "tasks": tasks,
        "workers that took some": len({each.process for each in lifts}),
        "limit": 2,
        "peak": peak,
        "starts": len(starts),
        "rate limit in 2 s": 5,
        "most starts in 1.99 s": most,
    }


def _peak(events: list[Event]) -> int:
    running, peak = 0, 0
    for each in sorted(events, key=lambda event: event.at):
        running += 1 if each.what == "begin" else -1
        peak = max(peak, running)
    return peak


def schedule(yard: Yard, seconds: float) -> dict[str, float]:
    """A schedule of one second with two workers: each tick once."""
    for _ in range(2):
        yard.worker()
    time.sleep(seconds)
    yard.stop()
    rung = yard.bells()
    assert len(rung) == len(set(rung))
    assert len(rung) >= seconds / 2
    return {"seconds": seconds, "workers": 2, "ticks": len(rung), "distinct": len(set(rung))}


def approval(yard: Yard) -> dict[str, object]:
    """A step waits for a person over a kill -9; one is approved, one refused."""
    yard.start_many("ship", [{"name": "a"}, {"name": "b"}], "ship")
    worker = yard.worker()
    while not all(yard.command("show", f"ship{at}")["status"] == "waiting" for at in range(2)):
        time.sleep(0.2)
    yard.kill(worker)
    yard.command("approve", "ship0", "leave", "--by", "Ada")
    yard.command("approve", "ship1", "leave", "--reject", "--by", "Ada")
    begun = time.monotonic()
    yard.worker()
    yard.finish()
    took = time.monotonic() - begun
    yes, no = (yard.command("show", f"ship{at}") for at in range(2))
    assert (yes["status"], yes["result"]) == ("done", "a")
    assert (no["status"], no["failure"]) == ("failed", "NotApproved: leave was refused by Ada")
    prepared = Counter(each.run for each in yard.events() if each.what == "begin")
    assert prepared["ship0"] == 2
    assert prepared["ship1"] == 1
    return {
        "approved": yes["result"],
        "refused": no["failure"],
        "seconds after restart": round(took, 1),
    }


def speed(yard: Yard, rounds: int) -> dict[str, float]:
    """Kept steps per second: one run, then eight side by side."""
    found: dict[str, float] = {}
    for runs in (1, 8):
        name = f"speed{runs}-"
        yard.start_many("haul", [{"rounds": rounds // runs} for _ in range(runs)], name)
        yard.worker()
        yard.finish()
        yard.stop()
        begun = [each.at for each in yard.events() if each.run.startswith(name)]
        kept = yard.kept(name).values()
        found[f"steps/s, {runs} runs"] = round(len(kept) / (max(kept) - min(begun)), 1)
    return found
