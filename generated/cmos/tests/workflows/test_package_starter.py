# Generated from CMOS_Health::PackageStarter (ssot/cmos/health.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow PackageStarter: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import backlog_of, is_inside
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import MissionStatus
from cmos.types.cmos_persistence import Mission, Sprint
from cmos.workflows.package_starter import package_starter

RESULTS: dict[str, Any] = {
    "all_sprint": st.lists(
        instances(
            Sprint,
            (
                "*.md",
                "cmos",
                "cmos/dist",
                "cmos/dist/",
                "cmos/dist/cmos/missions/backlog.yaml",
            ),
        ),
        max_size=4,
    ).map(tuple),
    "all_mission": st.lists(
        instances(
            Mission,
            (
                "*.md",
                "cmos",
                "cmos/dist",
                "cmos/dist/",
                "cmos/dist/cmos/missions/backlog.yaml",
            ),
        ),
        max_size=4,
    ).map(tuple),
    "list_files": st.lists(
        st.sampled_from(
            [
                "*.md",
                "cmos",
                "cmos/dist",
                "cmos/dist/",
                "cmos/dist/cmos/missions/backlog.yaml",
            ]
        )
        | st.text(max_size=9),
        min_size=0,
        max_size=3,
    ).map(tuple),
    "read": st.sampled_from(
        [
            "*.md",
            "cmos",
            "cmos/dist",
            "cmos/dist/",
            "cmos/dist/cmos/missions/backlog.yaml",
        ]
    )
    | st.text(max_size=9),
    "write_file": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    documents = steps.list_files(folder="cmos", pattern="*.md")
    for document in documents:
        if not is_inside(path=document, folder="cmos/dist/"):
            read = steps.read(path=document)
            steps.write_file(path="cmos/dist/" + document, content=read)
    all_mission = steps.all_mission()
    all_sprint = steps.all_sprint()
    backlog = backlog_of(
        sprints=all_sprint,
        missions=tuple(
            each for each in all_mission if each.status == MissionStatus.QUEUED
        ),
        dependencies=(),
    )
    steps.write_file(path="cmos/dist/cmos/missions/backlog.yaml", content=backlog)
    return "cmos/dist"


@settings(max_examples=50)
@given(
    data=st.data(),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(package_starter(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "PackageStarter",
        "all Mission",
        "all Sprint",
        "copy",
        "documents",
        "read",
        "write",
    }
    assert tracer.spans[:1] == [(None, "PackageStarter")]
