"""What is proven of durable runs; each proof gives its counts, and fails when one is wrong."""

from __future__ import annotations

import random
import time
from collections import Counter

from tests.durable.yard import Event, Yard

_KEPT = (
    "import json; from yard.durable import store\nwith store.transaction() as made:\n"
    " print(json.dumps([[r.run, r.step, r.ended_at] for r in made.execute(store.steps.select())]))"
)
_LEDGER = (
    "import hands, json; from yard.durable import store\nhands.prepare()\nwith store.engine().begin() as made:\n"
    " print(json.dumps([[r.run, r.step] for r in made.execute(hands.LEDGER.select())]))"
)
_STARTED = (
    "import json; from yard.durable import engine\nwith engine.client() as client:\n"
    " print(json.dumps([r.dequeued_at for r in client.list_workflows(name='horn', load_input=False)]))"
)
_STEPS = ("bill#", "book#", "pack#", "sign#", "weigh#")


def kills(yard: Yard, count: int, seed: int = 1, seconds: float = 3600.0) -> dict[str, int]:
    """kill -9 at random points: nothing is lost, what is kept is not done again, transactions happen once."""
    chance = random.Random(seed)
    runs = max(2, count // 5)
    yard.start_many("haul", [{"rounds": 4} for _ in range(runs)], "haul")
    done, batch = 0, runs
    end = time.monotonic() + seconds
    for _ in range(count):
        if time.monotonic() > end:
            break
        size, begun = yard.size(), time.monotonic()
        worker = yard.worker()
        while yard.size() == size and time.monotonic() - begun < 10.0:
            time.sleep(0.01)
        time.sleep(chance.uniform(0.0, 0.5))
        yard.kill(worker)
        done += 1
        if done % 20 == 0 and not yard.unfinished():
            yard.start_many("haul", [{"rounds": 4} for _ in range(runs)], f"more{done}-")
            batch += runs
    yard.worker()
    yard.finish()
    yard.stop()
    kept = yard.run(_KEPT)
    expected = batch * 4 * len(_STEPS)
    begun = [each for each in yard.events() if each.what == "begin"]
    times = {(run, step.replace(" ", "_")): at for run, step, at in kept}
    again = sum(each.at > times[(each.run, each.step)] for each in begun)
    ledger = Counter(map(tuple, yard.run(_LEDGER)))
    assert len(kept) == expected, (len(kept), expected)
    assert again == 0
    assert len(ledger) == batch * 4
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


def queue(yard: Yard, tasks: int, horns: int) -> dict[str, float]:
    """Two workers on one queue: never more at once than its limit, never more starts than its rate."""
    yard.start_many("crane", [{"number": at} for at in range(tasks)], "crane")
    yard.start_many("horn", [{"number": at} for at in range(horns)], "horn")
    for _ in range(2):
        yard.worker()
    yard.finish()
    yard.stop()
    lifts = [each for each in yard.events() if each.run.startswith("crane")]
    starts = sorted(yard.run(_STARTED))
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
    rung = [each.run for each in yard.events() if each.what == "end" and "bell@" in each.run]
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
        kept = [at for run, _, at in yard.run(_KEPT) if run.startswith(name)]
        found[f"steps/s, {runs} runs"] = round(len(kept) / (max(kept) - min(begun)), 1)
    return found
