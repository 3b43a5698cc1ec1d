"""Entities whose status follows the states they exhibit: the generated code does it, its tests notice what is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.passes.generated import (
    artifacts_of,
    broken,
    model_of,
    run_failing_tests,
    run_python,
    run_tests,
    write,
)

PASSES = (
    "package",
    "data_types",
    "calculations",
    "settings",
    "files",
    "persistence",
    "migrations",
    "states",
)

MODEL = """
package Shop {
    private import ScalarValues::*;
    private import AgentSystems::*;
    enum def Stage { open; packed; sentOut; lost; }
    attribute def Pack { attribute weight : Integer; }
    attribute def Send;
    item def Customer :> Entity { #key attribute id : Identifier; attribute name : String; }
    item def Order :> Entity {
        #key attribute number : Identifier;
        ref item customer : Customer [1];
        #StatusOf attribute stage : Stage default Stage::open;
        attribute weight : Natural default 0;
        attribute tries : Natural default 0;
        exhibit state life : OrderLife;
        assert constraint notHeavy { weight <= 100 }
    }
    state def OrderLife {
        in item order : Order;
        attribute tries : Natural := 0;
        entry; then open;
        state open;
        transition packing first open accept p : Pack if p.weight > 0 and tries < 3
            do action { assign order.weight := p.weight; assign tries := tries + 1; } then packed;
        state packed;
        transition first packed accept p : Pack if p.weight <= 0 then open;
        transition first packed accept Send then sentOut;
        state sentOut;
        transition first sentOut if order.weight == 13 then lost;
        state lost;
    }
}
"""

USE = """
import sqlalchemy as sa
from made.persistence import lives, repository, session
from made.states import order_life
from made.types.shop import Customer, Order, Pack, Send, Stage

session.upgrade()
engine = session.create_engine()
order = Order(customer=Customer(name="Ann"))
with session.session(engine) as found:
    found.merge(repository.write_order(order))
with session.session(engine) as found:
    packed = lives.fire_order(found, order, Pack(weight=13))
assert (packed.stage, packed.weight, packed.tries) == (Stage.PACKED, 13, 1)
for stale in (order, packed.model_copy(update={"tries": 0})):
    try:
        with session.session(engine) as found:
            lives.fire_order(found, stale, Send() if stale is not order else Pack(weight=1))
    except lives.Overtaken as fault:
        print(fault)
try:
    order_life.fire(order, Send())
except order_life.IllegalTransition as fault:
    print(fault)
try:
    order_life.fire(order, Pack(weight=101))
except ValueError as fault:
    print("notHeavy" in str(fault) or str(fault))
with session.session(engine) as found:
    print(lives.fire_order(found, packed, Send()).stage)
with session.session(engine) as found:
    print(found.scalars(sa.text("SELECT stage || weight || tries FROM orders")).all())
"""


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    artifacts, found = artifacts_of(model_of({"shop.sysml": MODEL}), PASSES)
    assert [each.message for each in found] == []
    return write(artifacts, tmp_path_factory.mktemp("code"))


def test_a_row_follows_the_states_and_the_late_are_told(code: Path, tmp_path: Path) -> None:
    done = run_python(USE, code, DATABASE_URL=f"sqlite:///{tmp_path / 'shop.db'}")
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.splitlines() == [
        "orders has changed since it was read",
        "orders has changed since it was read",
        "Send in state open: legal events are Pack",
        "True",
        "lost",
        "['lost131']",
    ]


def test_the_generated_tests_pass(code: Path) -> None:
    run_tests(code, "made/tests/states", "made/tests/persistence/test_lives.py")


@pytest.mark.parametrize(
    ("module", "old", "new"),
    [
        ("states/order_life.py", "item.tries < 3", "item.tries <= 3"),
        ("states/order_life.py", "Stage.SENT_OUT,\n        Stage.LOST", "Stage.PACKED,\n        Stage.LOST"),
        ("persistence/lives.py", '"tries",', '"stage",'),
    ],
)  # fmt: skip
def test_the_generated_tests_notice(
    code: Path, tmp_path: Path, module: str, old: str, new: str
) -> None:
    path = code / "made" / module
    suite = "states" if module.startswith("states") else "persistence/test_lives.py"
    with broken(path, old, new):
        run_failing_tests(code, "-x", f"made/tests/{suite}")
