# Generated from CMOS_ContextVerification::HealthTest (ssot/cmos/verification_contexts.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The health of the database is told, with the mission that is worked on and the last
sessions, and noted each time.

Verifies CMOS-REQ-004, CMOS-REQ-019, CMOS-REQ-021.
"""

from __future__ import annotations

from cmos.files import read_file
from cmos.tests.verifications.performing import perform
from cmos.types.cmos_domain import HealthEvent
from cmos.workflows.add_mission import add_mission
from cmos.workflows.show_current import show_current
from cmos.workflows.start_mission import start_mission
from cmos.workflows.validate_health import validate_health


def test_health() -> None:
    perform(add_mission, id_="M1", name="One")
    perform(add_mission, id_="M2", name="Two")
    perform(start_mission, id_="M1", summary="work")
    healthy = perform(validate_health)
    current = perform(show_current)
    noted = read_file(
        "cmos/telemetry/events/database-health.jsonl", tuple[HealthEvent, ...]
    )
    assert healthy == "the database is healthy"
    assert current.health == "the database is healthy"
    assert current.active_mission == "M1"
    assert tuple(each.id for each in current.missions) == ("M1",)
    assert current.session_count == 1
    assert tuple(each.summary for each in current.sessions) == ("work",)
    assert tuple(
        each.active_mission
        for each in current.contexts
        if each.active_mission is not None
    ) == ("M1", "M1")
    assert tuple(each.status for each in noted) == ("healthy", "healthy")
    assert tuple(each.missions for each in noted) == (2, 2)
