# Generated from CMOS_ContextVerification::SeedTest (ssot/cmos/verification_contexts.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A backlog from outside is imported once, and a circle in it is refused as a whole.

Verifies CMOS-REQ-018.
"""

from __future__ import annotations

import re

import pytest

from cmos.files import write_file
from cmos.persistence.repository import Repository
from cmos.tests.verifications.performing import ask, perform
from cmos.types.cmos_domain import MissionStatus
from cmos.types.cmos_views import Backlog, DependencyEntry, MissionEntry, SprintEntry
from cmos.workflows.running import Refused
from cmos.workflows.seed_2 import seed_2
from cmos.workflows.show_backlog import show_backlog


def test_seed() -> None:
    write_file(
        "wrong/missions/backlog.yaml",
        Backlog(
            sprints=(
                SprintEntry(
                    sprint="S",
                    missions=(
                        MissionEntry(
                            id="M1", name="One", status=MissionStatus.COMPLETED
                        ),
                        MissionEntry(id="M2", name="Two", needs=("a key",)),
                    ),
                ),
            ),
            dependencies=(
                DependencyEntry(from_="M2", to="M1", type_="t"),
                DependencyEntry(from_="M1", to="M2"),
            ),
        ),
    )
    with pytest.raises(
        Refused, match=re.escape("would wait for each other in a circle")
    ):
        perform(seed_2, data_root="wrong")
    untouched = perform(show_backlog)
    write_file(
        "good/missions/backlog.yaml",
        Backlog(
            sprints=(
                SprintEntry(
                    sprint="S",
                    missions=(
                        MissionEntry(
                            id="M1", name="One", status=MissionStatus.COMPLETED
                        ),
                        MissionEntry(id="M2", name="Two", needs=("a key",)),
                    ),
                ),
            ),
            dependencies=(DependencyEntry(from_="M2", to="M1", type_="t"),),
        ),
    )
    imported = perform(seed_2, data_root="good")
    again = perform(seed_2, data_root="good")
    all_mission = ask(Repository.all_mission)
    all_mission_dependency = ask(Repository.all_mission_dependency)
    assert not untouched
    assert imported == "2 missions imported, 2 in the backlog"
    assert again == "0 missions imported, 2 in the backlog"
    assert tuple(each.status for each in all_mission) == (
        MissionStatus.COMPLETED,
        MissionStatus.QUEUED,
    )
    assert tuple(
        each.name
        for each in tuple(
            each.sprint for each in all_mission if each.sprint is not None
        )
    ) == ("S", "S")
    assert tuple(item for each in all_mission for item in each.needs) == ("a key",)
    assert tuple(
        each.id for each in tuple(each.required for each in all_mission_dependency)
    ) == ("M1",)
    assert tuple(each.type_ for each in all_mission_dependency) == ("t",)
