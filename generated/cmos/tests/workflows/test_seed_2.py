# Generated from CMOS_Contexts::Seed (ssot/cmos/contexts.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow Seed: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from datetime import UTC
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import mission_with, reaches, sprint_with
from cmos.support.texts import to_string
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_persistence import Mission, MissionDependency, Sprint
from cmos.types.cmos_views import Backlog
from cmos.workflows.running import Refused
from cmos.workflows.seed_2 import seed_2

RESULTS: dict[str, Any] = {
    "all_sprint": st.lists(
        instances(
            Sprint,
            (
                0,
                1,
                "",
                " and ",
                " has no mission",
                " in the backlog",
                " missions imported, ",
                " on ",
                " would wait for each other in a circle",
                "/missions/backlog.yaml",
                "the dependency of ",
            ),
        ),
        max_size=4,
    ).map(tuple),
    "all_mission": st.lists(
        instances(
            Mission,
            (
                0,
                1,
                "",
                " and ",
                " has no mission",
                " in the backlog",
                " missions imported, ",
                " on ",
                " would wait for each other in a circle",
                "/missions/backlog.yaml",
                "the dependency of ",
            ),
        ),
        max_size=4,
    ).map(tuple),
    "all_mission_dependency": st.lists(
        instances(
            MissionDependency,
            (
                0,
                1,
                "",
                " and ",
                " has no mission",
                " in the backlog",
                " missions imported, ",
                " on ",
                " would wait for each other in a circle",
                "/missions/backlog.yaml",
                "the dependency of ",
            ),
        ),
        max_size=4,
    ).map(tuple),
    "now": st.datetimes(timezones=st.just(UTC)),
    "read": instances(
        Backlog,
        (
            0,
            1,
            "",
            " and ",
            " has no mission",
            " in the backlog",
            " missions imported, ",
            " on ",
            " would wait for each other in a circle",
            "/missions/backlog.yaml",
            "the dependency of ",
        ),
    ),
    "store_mission": st.none(),
    "store_mission_dependency": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    data_root: str | None,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    clock = steps.now()
    all_mission = steps.all_mission()
    known = len(all_mission)
    if data_root is not None:
        read = steps.read(
            path=(data_root if data_root is not None else "") + "/missions/backlog.yaml"
        )
        for sprint in read.sprints:
            all_sprint = steps.all_sprint()
            planned: Sprint | None = sprint_with(sprints=all_sprint, name=sprint.sprint)
            if planned is None and sprint.sprint != "":
                planned = Sprint(name=sprint.sprint, position=len(all_sprint) + 1)
            for each in sprint.missions:
                all_mission = steps.all_mission()
                same = mission_with(missions=all_mission, id_=each.id)
                if same is None:
                    steps.store_mission(
                        entity=Mission(
                            id=each.id,
                            name=each.name,
                            sprint=planned,
                            status=each.status,
                            position=(
                                each.position
                                if each.position > 0
                                else len(all_mission) + 1
                            ),
                            pattern=each.pattern,
                            rationale=each.rationale,
                            research=each.research,
                            notes=each.notes,
                            needs=each.needs,
                            details=each.details,
                            completed_at=each.completed_at,
                            added_at=clock,
                        )
                    )
        for edge in read.dependencies:
            all_mission = steps.all_mission()
            waiting = mission_with(missions=all_mission, id_=edge.from_)
            needed = mission_with(missions=all_mission, id_=edge.to)
            if waiting is None or needed is None:
                raise Refused(
                    "the dependency of "
                    + edge.from_
                    + " on "
                    + edge.to
                    + " has no mission"
                )
            all_mission_dependency = steps.all_mission_dependency()
            if reaches(
                dependencies=all_mission_dependency, origin=edge.to, goal=edge.from_
            ):
                raise Refused(
                    edge.from_
                    + " and "
                    + edge.to
                    + " would wait for each other in a circle"
                )
            dependent = waiting
            required = needed
            steps.store_mission_dependency(
                entity=MissionDependency(
                    dependent=dependent, required=required, type_=edge.type_
                )
            )
    all_mission = steps.all_mission()
    return (
        to_string(len(all_mission) - known)
        + " missions imported, "
        + to_string(len(all_mission))
        + " in the backlog"
    )


@settings(max_examples=50)
@given(
    data=st.data(),
    data_root=st.none()
    | st.sampled_from(
        [
            "",
            " and ",
            " has no mission",
            " in the backlog",
            " missions imported, ",
            " on ",
            " would wait for each other in a circle",
            "/missions/backlog.yaml",
            "the dependency of ",
        ]
    )
    | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    data_root: str | None,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(seed_2(script.steps, data_root=data_root)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, data_root=data_root))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "Seed",
        "all Mission",
        "all MissionDependency",
        "all Sprint",
        "clock",
        "keep",
        "link",
        "read",
    }
    assert tracer.spans[:1] == [(None, "Seed")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(seed_2).parameters
    assert parameters["data_root"].default is None
