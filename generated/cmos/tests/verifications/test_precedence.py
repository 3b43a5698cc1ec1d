# Generated from CMOS_Verification::PrecedenceTest (ssot/cmos/verification.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A mission in progress goes before the current one, and that before the queue, in the
order in which missions were added.

Verifies CMOS-REQ-008.
"""

from __future__ import annotations

from cmos.tests.verifications.performing import perform
from cmos.types.cmos_domain import MissionStatus
from cmos.workflows.add_mission import add_mission
from cmos.workflows.next_candidate import next_candidate
from cmos.workflows.show_backlog import show_backlog
from cmos.workflows.start_mission import start_mission
from cmos.workflows.update_mission import update_mission


def test_precedence() -> None:
    nothing = perform(next_candidate)
    perform(add_mission, id_="M2", name="First in the queue")
    perform(add_mission, id_="M1", name="Second")
    perform(add_mission, id_="M0", name="Third")
    queued = perform(next_candidate)
    perform(update_mission, id_="M1", status=MissionStatus.CURRENT)
    current = perform(next_candidate)
    perform(start_mission, id_="M0", summary="the third one")
    working = perform(next_candidate)
    shown = perform(show_backlog)
    assert nothing is None
    assert (None if queued is None else queued.id) == "M2"
    assert (None if current is None else current.id) == "M1"
    assert (None if working is None else working.id) == "M0"
    assert tuple(each.id for each in shown) == ("M0", "M1", "M2")
