# Generated from CMOS_ContextVerification::DamageTest (ssot/cmos/verification_contexts.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A damaged database is told and noted; an empty one takes its place, and is seeded
again.

Verifies CMOS-REQ-041, CMOS-REQ-019.
"""

from __future__ import annotations

import re

import pytest

from cmos.files import read_file, write_file
from cmos.persistence.repository import Repository
from cmos.tests.verifications.performing import ask, perform
from cmos.types.cmos_domain import HealthEvent
from cmos.workflows.add_mission import add_mission
from cmos.workflows.export_backlog import export_backlog
from cmos.workflows.running import Refused
from cmos.workflows.seed_2 import seed_2
from cmos.workflows.validate_health import validate_health


def test_damage() -> None:
    perform(add_mission, id_="M1", name="One")
    perform(export_backlog, output="kept/missions/backlog.yaml")
    write_file(
        "cmos/db/cmos.sqlite",
        "this is no database, and long enough to be taken for one",
    )
    with pytest.raises(Refused, match=re.escape("the database is unhealthy")):
        perform(validate_health)
    write_file("cmos/db/cmos.sqlite", "")
    again = perform(seed_2, data_root="kept")
    healthy = perform(validate_health)
    noted = read_file(
        "cmos/telemetry/events/database-health.jsonl", tuple[HealthEvent, ...]
    )
    all_mission = ask(Repository.all_mission)
    assert again == "1 missions imported, 1 in the backlog"
    assert healthy == "the database is healthy"
    assert tuple(each.id for each in all_mission) == ("M1",)
    assert tuple(each.status for each in noted) == ("unhealthy", "healthy")
    assert len(tuple(item for each in noted for item in each.problems)) == 1
