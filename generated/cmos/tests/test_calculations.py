# Generated from CMOS_Contexts::EventLines (ssot/cmos/contexts.sysml) and 23 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the calculations of CMOS, over values near the limits of the model."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

from hypothesis import given, strategies as st

from cmos import calculations
from cmos.calculations import (
    backlog_lines,
    context_with,
    decisions_of,
    earliest,
    entries,
    entry,
    event_lines,
    joined,
    queue_place,
    reaches,
    unfinished,
)
from cmos.support.sequences import at
from cmos.support.texts import to_string
from cmos.tests.values import instances
from cmos.types.cmos_domain import ContextName, DecisionKind, MissionStatus, Outcome
from cmos.types.cmos_health import Occasion
from cmos.types.cmos_persistence import (
    Context,
    Decision,
    Mission,
    MissionDependency,
    SessionEvent,
    Sprint,
)
from cmos.types.cmos_views import (
    Backlog,
    BacklogLine,
    DependencyEntry,
    MasterContext,
    MissionEntry,
    ProjectContext,
    SprintEntry,
)


def outcome(function: Callable[[], Any]) -> Any:
    """What a function gives, or the kind of failure it ends in."""
    try:
        return function()
    except (ArithmeticError, ValueError) as fault:
        return type(fault)


@given(
    id_=st.sampled_from([" by ", "- ", ": "]) | st.text(max_size=9),
    events=st.lists(
        instances(SessionEvent, (" by ", "- ", ": ")), min_size=0, max_size=3
    ).map(tuple),
)
def test_event_lines(id_: str, events: tuple[SessionEvent, ...]) -> None:
    """In the model: (events->select { in item each : SessionEvent; each.mission == id
    })->collect { in item each : SessionEvent; "- " + ToString(each.'action') + " by
    " + each.agent + ": " + each.summary }
    """
    found = outcome(lambda: calculations.event_lines(id_=id_, events=events))
    assert found == outcome(
        lambda: tuple(
            "- "
            + to_string(each_2.action)
            + " by "
            + each_2.agent
            + ": "
            + each_2.summary
            for each_2 in tuple(each for each in events if each.mission == id_)
        )
    )


@given(
    mission=instances(
        Mission,
        (
            "\n",
            "\n\n",
            "# ",
            "## Findings\n\n",
            "## Sessions\n\n",
            ": ",
            "Pattern: ",
            "Sprint: ",
            "Status: ",
            "none",
        ),
    ),
    events=st.lists(
        instances(
            SessionEvent,
            (
                "\n",
                "\n\n",
                "# ",
                "## Findings\n\n",
                "## Sessions\n\n",
                ": ",
                "Pattern: ",
                "Sprint: ",
                "Status: ",
                "none",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
)
def test_research_report(mission: Mission, events: tuple[SessionEvent, ...]) -> None:
    """In the model: "# " + mission.id + ": " + mission.name + "\\n\\n" + "Status: " +
    ToString(mission.status) + "\\n" + "Sprint: " + (mission.sprint.name ?? "none") +
    "\\n" + "Pattern: " + ToString(mission.pattern) + "\\n\\n" + "## Findings\\n\\n" +
    Joined(texts = mission.notes, between = "\\n\\n") + "\\n\\n" + "## Sessions\\n\\n" +
    Joined(texts = EventLines(events = events, id = mission.id), between = "\\n") +
    "\\n"
    """
    found = outcome(
        lambda: calculations.research_report(mission=mission, events=events)
    )
    assert found == outcome(
        lambda: "# "
        + mission.id
        + ": "
        + mission.name
        + "\n\n"
        + "Status: "
        + to_string(mission.status)
        + "\n"
        + "Sprint: "
        + next(
            (
                found
                for found in (None if mission.sprint is None else mission.sprint.name,)
                if found is not None
            ),
            "none",
        )
        + "\n"
        + "Pattern: "
        + to_string(mission.pattern)
        + "\n\n"
        + "## Findings\n\n"
        + joined(texts=mission.notes, between="\n\n")
        + "\n\n"
        + "## Sessions\n\n"
        + joined(texts=event_lines(events=events, id_=mission.id), between="\n")
        + "\n"
    )


@given(
    occasion=st.sampled_from(Occasion),
)
def test_duties_of(occasion: Occasion) -> None:
    """In the model: if occasion == Occasion::preflight ? ("Load cmos/agents.md; it is
    not optional", "Honor the overrides of the directories that are edited", "Review
    the backlog entry of the candidate mission (mission next)", "Confirm that the
    database is sound (validate health)") else if occasion == Occasion::mission ?
    ("Run the test suites that belong to what was changed (git diff)", "Run validate
    docs if documents were changed", "Document the results in the notes of the
    mission", "Keep to the active mission; split the backlog if the work grows",
    "Commit only the exported report of a research mission") else if occasion ==
    Occasion::session ? ("Check the database (db show current)", "Look through
    cmos/telemetry/events/database-health.jsonl for anomalies", "Verify that the last
    missions are tracked") else if occasion == Occasion::sprint ? ("Review the test
    results of the last sprint", "Update cmos/tests/performance/benchmarks.json if
    the runtime changed, and look for trends", "Add fixtures for new rules and
    templates", "Archive old events of cmos/telemetry/events") else if occasion ==
    Occasion::documents ? ("Keep procedures of maintainers in the guide, material for
    others below cmos/docs or cmos/foundational-docs", "Replace repeated roadmap or
    architecture text by links", "Review each document when patterns, schema or
    telemetry change", "Update the guide when behaviour changes persist") else if
    occasion == Occasion::maintenance ? ("Seed again after a change of the schema or
    when data is imported (seed)", "Archive old telemetry", "Package and reset the
    starter before it is distributed") else if occasion == Occasion::incident ?
    ("Blocked: document what would unblock it (mission block)", "Fallback: review
    telemetry, document the root cause, update the pattern (mission review)",
    "Database: check telemetry and schema, seed again if it is damaged", "Security:
    roll back at once, review the audit log, strengthen the guardrail") else ("Never
    put secrets into prompts, notes or logs; use the environment", "Confirm the OWASP
    fixtures below cmos/tests/security", "Apply the guidance on rate limits", "Update
    the security checklist when controls change")
    """
    found = outcome(lambda: calculations.duties_of(occasion=occasion))
    assert found == outcome(
        lambda: (
            (
                "Load cmos/agents.md; it is not optional",
                "Honor the overrides of the directories that are edited",
                "Review the backlog entry of the candidate mission (mission next)",
                "Confirm that the database is sound (validate health)",
            )
            if occasion == Occasion.PREFLIGHT
            else (
                (
                    "Run the test suites that belong to what was changed (git diff)",
                    "Run validate docs if documents were changed",
                    "Document the results in the notes of the mission",
                    "Keep to the active mission; split the backlog if the work grows",
                    "Commit only the exported report of a research mission",
                )
                if occasion == Occasion.MISSION
                else (
                    (
                        "Check the database (db show current)",
                        "Look through cmos/telemetry/events/database-health.jsonl for anomalies",
                        "Verify that the last missions are tracked",
                    )
                    if occasion == Occasion.SESSION
                    else (
                        (
                            "Review the test results of the last sprint",
                            "Update cmos/tests/performance/benchmarks.json if the runtime changed, and look for trends",
                            "Add fixtures for new rules and templates",
                            "Archive old events of cmos/telemetry/events",
                        )
                        if occasion == Occasion.SPRINT
                        else (
                            (
                                "Keep procedures of maintainers in the guide, material for others below cmos/docs or cmos/foundational-docs",
                                "Replace repeated roadmap or architecture text by links",
                                "Review each document when patterns, schema or telemetry change",
                                "Update the guide when behaviour changes persist",
                            )
                            if occasion == Occasion.DOCUMENTS
                            else (
                                (
                                    "Seed again after a change of the schema or when data is imported (seed)",
                                    "Archive old telemetry",
                                    "Package and reset the starter before it is distributed",
                                )
                                if occasion == Occasion.MAINTENANCE
                                else (
                                    (
                                        "Blocked: document what would unblock it (mission block)",
                                        "Fallback: review telemetry, document the root cause, update the pattern (mission review)",
                                        "Database: check telemetry and schema, seed again if it is damaged",
                                        "Security: roll back at once, review the audit log, strengthen the guardrail",
                                    )
                                    if occasion == Occasion.INCIDENT
                                    else (
                                        "Never put secrets into prompts, notes or logs; use the environment",
                                        "Confirm the OWASP fixtures below cmos/tests/security",
                                        "Apply the guidance on rate limits",
                                        "Update the security checklist when controls change",
                                    )
                                )
                            )
                        )
                    )
                )
            )
        )
    )


@given(
    path=st.text(max_size=9),
    folder=st.text(max_size=9),
)
def test_is_inside(path: str, folder: str) -> None:
    """In the model: StringFunctions::Length(path) >= StringFunctions::Length(folder)
    and StringFunctions::Substring(path, 1, StringFunctions::Length(folder)) ==
    folder
    """
    found = outcome(lambda: calculations.is_inside(path=path, folder=folder))
    assert found == outcome(
        lambda: len(path) >= len(folder) and path[: len(folder)] == folder
    )


@given(
    sprint=st.none() | st.sampled_from([""]) | st.text(max_size=9),
)
def test_sprint_name(sprint: str | None) -> None:
    """In the model: sprint ?? "" """
    found = outcome(lambda: calculations.sprint_name(sprint=sprint))
    assert found == outcome(lambda: sprint if sprint is not None else "")


@given(
    promoted=st.none()
    | st.sampled_from(["", "next is ", "no mission is ready"])
    | st.text(max_size=9),
)
def test_promotion(promoted: str | None) -> None:
    """In the model: if isEmpty(promoted) ? "no mission is ready" else "next is " +
    (promoted ?? "")
    """
    found = outcome(lambda: calculations.promotion(promoted=promoted))
    assert found == outcome(
        lambda: (
            "no mission is ready"
            if promoted is None
            else "next is " + (promoted if promoted is not None else "")
        )
    )


@given(
    ended=st.sampled_from(Outcome),
)
def test_is_passing(ended: Outcome) -> None:
    """In the model: ended == Outcome::worker_timeout or ended ==
    Outcome::evaluation_call_failure or ended == Outcome::network_errors
    """
    found = outcome(lambda: calculations.is_passing(ended=ended))
    assert found == outcome(
        lambda: ended == Outcome.WORKER_TIMEOUT
        or ended == Outcome.EVALUATION_CALL_FAILURE
        or ended == Outcome.NETWORK_ERRORS
    )


@given(
    id_=st.text(max_size=9),
    missions=st.lists(instances(Mission, (1,)), min_size=0, max_size=3).map(tuple),
)
def test_mission_with(id_: str, missions: tuple[Mission, ...]) -> None:
    """In the model: (missions->select { in item each : Mission; each.id == id })#(1)"""
    found = outcome(lambda: calculations.mission_with(id_=id_, missions=missions))
    assert found == outcome(
        lambda: at(tuple(each for each in missions if each.id == id_), 1)
    )


@given(
    name=st.text(max_size=9),
    sprints=st.lists(instances(Sprint, (1,)), min_size=0, max_size=3).map(tuple),
)
def test_sprint_with(name: str, sprints: tuple[Sprint, ...]) -> None:
    """In the model: (sprints->select { in item each : Sprint; each.name == name })#(1)"""
    found = outcome(lambda: calculations.sprint_with(name=name, sprints=sprints))
    assert found == outcome(
        lambda: at(tuple(each for each in sprints if each.name == name), 1)
    )


@given(
    name=st.sampled_from(ContextName),
    contexts=st.lists(instances(Context, (1,)), min_size=0, max_size=3).map(tuple),
)
def test_context_with(name: ContextName, contexts: tuple[Context, ...]) -> None:
    """In the model: (contexts->select { in item each : Context; each.name == name
    })#(1)
    """
    found = outcome(lambda: calculations.context_with(name=name, contexts=contexts))
    assert found == outcome(
        lambda: at(tuple(each for each in contexts if each.name == name), 1)
    )


@given(
    id_=st.text(max_size=9),
    dependencies=st.lists(instances(MissionDependency), min_size=0, max_size=3).map(
        tuple
    ),
)
def test_unfinished(id_: str, dependencies: tuple[MissionDependency, ...]) -> None:
    """In the model: (dependencies->select { in item each : MissionDependency;
    each.dependent.id == id and each.required.status != MissionStatus::Completed })
    ->collect { in item each : MissionDependency; each.required.id }
    """
    found = outcome(lambda: calculations.unfinished(id_=id_, dependencies=dependencies))
    assert found == outcome(
        lambda: tuple(
            each_2.required.id
            for each_2 in tuple(
                each
                for each in dependencies
                if each.dependent.id == id_
                and each.required.status != MissionStatus.COMPLETED
            )
        )
    )


@given(
    missions=st.lists(instances(Mission), min_size=0, max_size=3).map(tuple),
)
def test_queue_place(missions: tuple[Mission, ...]) -> None:
    """In the model: missions->minimize { in item each : Mission; each.position }"""
    found = outcome(lambda: calculations.queue_place(missions=missions))
    assert found == outcome(
        lambda: min((each.position for each in missions), default=None)
    )


@given(
    missions=st.lists(instances(Mission, (1,)), min_size=0, max_size=3).map(tuple),
)
def test_earliest(missions: tuple[Mission, ...]) -> None:
    """In the model: (missions->select { in item each : Mission; each.position ==
    QueuePlace(missions = missions) })#(1)
    """
    found = outcome(lambda: calculations.earliest(missions=missions))
    assert found == outcome(
        lambda: at(
            tuple(
                each
                for each in missions
                if each.position == queue_place(missions=missions)
            ),
            1,
        )
    )


@given(
    missions=st.lists(instances(Mission, (1,)), min_size=0, max_size=3).map(tuple),
    dependencies=st.lists(
        instances(MissionDependency, (1,)), min_size=0, max_size=3
    ).map(tuple),
)
def test_next_mission(
    missions: tuple[Mission, ...], dependencies: tuple[MissionDependency, ...]
) -> None:
    """In the model: (Earliest(missions = missions->select { in item each : Mission;
    each.status == MissionStatus::'In Progress' }), Earliest(missions =
    missions->select { in item each : Mission; each.status == MissionStatus::Current
    }), Earliest(missions = missions->select { in item each : Mission; each.status ==
    MissionStatus::Queued and isEmpty(Unfinished(id = each.id, dependencies =
    dependencies)) }))#(1)
    """
    found = outcome(
        lambda: calculations.next_mission(missions=missions, dependencies=dependencies)
    )
    assert found == outcome(
        lambda: at(
            (
                *tuple(
                    each
                    for each in (
                        earliest(
                            missions=tuple(
                                each
                                for each in missions
                                if each.status == MissionStatus.IN_PROGRESS
                            )
                        ),
                    )
                    if each is not None
                ),
                *tuple(
                    each
                    for each in (
                        earliest(
                            missions=tuple(
                                each_2
                                for each_2 in missions
                                if each_2.status == MissionStatus.CURRENT
                            )
                        ),
                    )
                    if each is not None
                ),
                *tuple(
                    each
                    for each in (
                        earliest(
                            missions=tuple(
                                each_3
                                for each_3 in missions
                                if each_3.status == MissionStatus.QUEUED
                                and (
                                    not unfinished(
                                        id_=each_3.id, dependencies=dependencies
                                    )
                                )
                            )
                        ),
                    )
                    if each is not None
                ),
            ),
            1,
        )
    )


@given(
    origin=st.text(max_size=9),
    goal=st.text(max_size=9),
    dependencies=st.lists(instances(MissionDependency), min_size=0, max_size=3).map(
        tuple
    ),
)
def test_reaches(
    origin: str, goal: str, dependencies: tuple[MissionDependency, ...]
) -> None:
    """In the model: origin == goal or (dependencies->select { in item each :
    MissionDependency; each.dependent.id == origin }) ->exists { in item each :
    MissionDependency; Reaches(dependencies = dependencies->reject { in item other :
    MissionDependency; other.dependent.id == origin }, origin = each.required.id,
    goal = goal) }
    """
    found = outcome(
        lambda: calculations.reaches(
            origin=origin, goal=goal, dependencies=dependencies
        )
    )
    assert found == outcome(
        lambda: origin == goal
        or any(
            reaches(
                dependencies=tuple(
                    other for other in dependencies if other.dependent.id != origin
                ),
                origin=each_2.required.id,
                goal=goal,
            )
            for each_2 in tuple(
                each for each in dependencies if each.dependent.id == origin
            )
        )
    )


@given(
    between=st.sampled_from([""]) | st.text(max_size=9),
    texts=st.lists(
        st.sampled_from([""]) | st.text(max_size=9), min_size=0, max_size=3
    ).map(tuple),
)
def test_joined(between: str, texts: tuple[str, ...]) -> None:
    """In the model: (texts->reduce { in before : String; in next : String; before +
    between + next }) ?? ""
    """
    found = outcome(lambda: calculations.joined(between=between, texts=texts))
    assert found == outcome(
        lambda: next(
            (
                found
                for found in (
                    (
                        reduce(lambda before, next_: before + between + next_, texts)
                        if texts
                        else None
                    ),
                )
                if found is not None
            ),
            "",
        )
    )


@given(
    mission=instances(Mission),
)
def test_entry(mission: Mission) -> None:
    """In the model: new MissionEntry(id = mission.id, name = mission.name, status =
    mission.status, position = mission.position, pattern = mission.pattern, rationale
    = mission.rationale, research = mission.research, notes = mission.notes, needs =
    mission.needs, details = mission.details, completedAt = mission.completedAt)
    """
    found = outcome(lambda: calculations.entry(mission=mission))
    assert found == outcome(
        lambda: MissionEntry(
            id=mission.id,
            name=mission.name,
            status=mission.status,
            position=mission.position,
            pattern=mission.pattern,
            rationale=mission.rationale,
            research=mission.research,
            notes=mission.notes,
            needs=mission.needs,
            details=mission.details,
            completed_at=mission.completed_at,
        )
    )


@given(
    sprint=st.sampled_from([""]) | st.text(max_size=9),
    missions=st.lists(instances(Mission, ("",)), min_size=0, max_size=3).map(tuple),
)
def test_entries(sprint: str, missions: tuple[Mission, ...]) -> None:
    """In the model: (missions->select { in item each : Mission; (each.sprint.name ??
    "") == sprint }) ->collect { in item each : Mission; Entry(mission = each) }
    """
    found = outcome(lambda: calculations.entries(sprint=sprint, missions=missions))
    assert found == outcome(
        lambda: tuple(
            entry(mission=each_2)
            for each_2 in tuple(
                each
                for each in missions
                if next(
                    (
                        found
                        for found in (
                            None if each.sprint is None else each.sprint.name,
                        )
                        if found is not None
                    ),
                    "",
                )
                == sprint
            )
        )
    )


@given(
    sprints=st.lists(instances(Sprint, ("",)), min_size=0, max_size=3).map(tuple),
    missions=st.lists(instances(Mission, ("",)), min_size=0, max_size=3).map(tuple),
    dependencies=st.lists(
        instances(MissionDependency, ("",)), min_size=0, max_size=3
    ).map(tuple),
)
def test_backlog_of(
    sprints: tuple[Sprint, ...],
    missions: tuple[Mission, ...],
    dependencies: tuple[MissionDependency, ...],
) -> None:
    """In the model: new Backlog(sprints = (sprints->collect { in item each : Sprint;
    new SprintEntry(sprint = each.name, missions = Entries(missions = missions,
    sprint = each.name)) }, new SprintEntry(sprint = "", missions = Entries(missions
    = missions, sprint = ""))) ->select { in item each : SprintEntry; each.sprint !=
    "" or notEmpty(each.missions) }, dependencies = dependencies->collect { in item
    each : MissionDependency; new DependencyEntry('from' = each.dependent.id, 'to' =
    each.required.id, type = each.type) })
    """
    found = outcome(
        lambda: calculations.backlog_of(
            sprints=sprints, missions=missions, dependencies=dependencies
        )
    )
    assert found == outcome(
        lambda: Backlog(
            sprints=tuple(
                each_2
                for each_2 in (
                    *tuple(
                        SprintEntry(
                            sprint=each.name,
                            missions=entries(missions=missions, sprint=each.name),
                        )
                        for each in sprints
                    ),
                    SprintEntry(
                        sprint="", missions=entries(missions=missions, sprint="")
                    ),
                )
                if each_2.sprint != "" or bool(each_2.missions)
            ),
            dependencies=tuple(
                DependencyEntry(
                    from_=each_3.dependent.id, to=each_3.required.id, type_=each_3.type_
                )
                for each_3 in dependencies
            ),
        )
    )


@given(
    status=st.sampled_from(MissionStatus),
    missions=st.lists(instances(Mission), min_size=0, max_size=3).map(tuple),
    dependencies=st.lists(instances(MissionDependency), min_size=0, max_size=3).map(
        tuple
    ),
)
def test_backlog_lines(
    status: MissionStatus,
    missions: tuple[Mission, ...],
    dependencies: tuple[MissionDependency, ...],
) -> None:
    """In the model: (missions->select { in item each : Mission; each.status == status
    })->collect { in item each : Mission; new BacklogLine(id = each.id, status =
    each.status, name = each.name, sprint = each.sprint.name, waitsFor =
    Unfinished(id = each.id, dependencies = dependencies), needs = each.needs) }
    """
    found = outcome(
        lambda: calculations.backlog_lines(
            status=status, missions=missions, dependencies=dependencies
        )
    )
    assert found == outcome(
        lambda: tuple(
            BacklogLine(
                id=each_2.id,
                status=each_2.status,
                name=each_2.name,
                sprint=None if each_2.sprint is None else each_2.sprint.name,
                waits_for=unfinished(id_=each_2.id, dependencies=dependencies),
                needs=each_2.needs,
            )
            for each_2 in tuple(each for each in missions if each.status == status)
        )
    )


@given(
    missions=st.lists(instances(Mission), min_size=0, max_size=3).map(tuple),
    dependencies=st.lists(instances(MissionDependency), min_size=0, max_size=3).map(
        tuple
    ),
)
def test_board(
    missions: tuple[Mission, ...], dependencies: tuple[MissionDependency, ...]
) -> None:
    """In the model: (BacklogLines(missions = missions, dependencies = dependencies,
    status = MissionStatus::'In Progress'), BacklogLines(missions = missions,
    dependencies = dependencies, status = MissionStatus::Current),
    BacklogLines(missions = missions, dependencies = dependencies, status =
    MissionStatus::Queued), BacklogLines(missions = missions, dependencies =
    dependencies, status = MissionStatus::Blocked), BacklogLines(missions = missions,
    dependencies = dependencies, status = MissionStatus::Completed))
    """
    found = outcome(
        lambda: calculations.board(missions=missions, dependencies=dependencies)
    )
    assert found == outcome(
        lambda: (
            *backlog_lines(
                missions=missions,
                dependencies=dependencies,
                status=MissionStatus.IN_PROGRESS,
            ),
            *backlog_lines(
                missions=missions,
                dependencies=dependencies,
                status=MissionStatus.CURRENT,
            ),
            *backlog_lines(
                missions=missions,
                dependencies=dependencies,
                status=MissionStatus.QUEUED,
            ),
            *backlog_lines(
                missions=missions,
                dependencies=dependencies,
                status=MissionStatus.BLOCKED,
            ),
            *backlog_lines(
                missions=missions,
                dependencies=dependencies,
                status=MissionStatus.COMPLETED,
            ),
        )
    )


@given(
    contexts=st.lists(instances(Context, (0, 1)), min_size=0, max_size=3).map(tuple),
    missions=st.lists(instances(Mission, (0, 1)), min_size=0, max_size=3).map(tuple),
)
def test_project_context_of(
    contexts: tuple[Context, ...], missions: tuple[Mission, ...]
) -> None:
    """In the model: new ProjectContext(activeMission = ContextWith(contexts = contexts,
    name = ContextName::PROJECT).activeMission, sessionCount = ContextWith(contexts =
    contexts, name = ContextName::PROJECT).sessionCount ?? 0, lastSession =
    ContextWith(contexts = contexts, name = ContextName::PROJECT).lastSession,
    updatedAt = ContextWith(contexts = contexts, name =
    ContextName::PROJECT).updatedAt, current = ((missions->select { in item each :
    Mission; each.id == ContextWith(contexts = contexts, name =
    ContextName::PROJECT).activeMission }) ->collect { in item each : Mission;
    Entry(mission = each) })#(1))
    """
    found = outcome(
        lambda: calculations.project_context_of(contexts=contexts, missions=missions)
    )
    assert found == outcome(
        lambda: ProjectContext(
            active_mission=next(
                (
                    each.active_mission
                    for each in tuple(
                        each
                        for each in (
                            context_with(contexts=contexts, name=ContextName.PROJECT),
                        )
                        if each is not None
                    )
                    if each.active_mission is not None
                ),
                None,
            ),
            session_count=next(
                (
                    found
                    for found in (
                        next(
                            (
                                each.session_count
                                for each in tuple(
                                    each
                                    for each in (
                                        context_with(
                                            contexts=contexts, name=ContextName.PROJECT
                                        ),
                                    )
                                    if each is not None
                                )
                            ),
                            None,
                        ),
                    )
                    if found is not None
                ),
                0,
            ),
            last_session=next(
                (
                    each.last_session
                    for each in tuple(
                        each
                        for each in (
                            context_with(contexts=contexts, name=ContextName.PROJECT),
                        )
                        if each is not None
                    )
                    if each.last_session is not None
                ),
                None,
            ),
            updated_at=next(
                (
                    each.updated_at
                    for each in tuple(
                        each
                        for each in (
                            context_with(contexts=contexts, name=ContextName.PROJECT),
                        )
                        if each is not None
                    )
                ),
                None,
            ),
            current=at(
                tuple(
                    entry(mission=each_2)
                    for each_2 in tuple(
                        each
                        for each in missions
                        if each.id
                        == next(
                            (
                                each.active_mission
                                for each in tuple(
                                    each
                                    for each in (
                                        context_with(
                                            contexts=contexts, name=ContextName.PROJECT
                                        ),
                                    )
                                    if each is not None
                                )
                                if each.active_mission is not None
                            ),
                            None,
                        )
                    )
                ),
                1,
            ),
        )
    )


@given(
    kind=st.sampled_from(DecisionKind),
    decided=st.lists(instances(Decision), min_size=0, max_size=3).map(tuple),
)
def test_decisions_of(kind: DecisionKind, decided: tuple[Decision, ...]) -> None:
    """In the model: decided->select { in item each : Decision; each.kind == kind }"""
    found = outcome(lambda: calculations.decisions_of(kind=kind, decided=decided))
    assert found == outcome(
        lambda: tuple(each for each in decided if each.kind == kind)
    )


@given(
    contexts=st.lists(instances(Context, (0,)), min_size=0, max_size=3).map(tuple),
    decided=st.lists(instances(Decision, (0,)), min_size=0, max_size=3).map(tuple),
)
def test_master_context_of(
    contexts: tuple[Context, ...], decided: tuple[Decision, ...]
) -> None:
    """In the model: new MasterContext(activeMission = ContextWith(contexts = contexts,
    name = ContextName::MASTER).activeMission, sessionCount = ContextWith(contexts =
    contexts, name = ContextName::MASTER).sessionCount ?? 0, lastSession =
    ContextWith(contexts = contexts, name = ContextName::MASTER).lastSession,
    updatedAt = ContextWith(contexts = contexts, name =
    ContextName::MASTER).updatedAt, decisions = DecisionsOf(decided = decided, kind =
    DecisionKind::decision), constraints = DecisionsOf(decided = decided, kind =
    DecisionKind::'constraint'), insights = DecisionsOf(decided = decided, kind =
    DecisionKind::insight))
    """
    found = outcome(
        lambda: calculations.master_context_of(contexts=contexts, decided=decided)
    )
    assert found == outcome(
        lambda: MasterContext(
            active_mission=next(
                (
                    each.active_mission
                    for each in tuple(
                        each
                        for each in (
                            context_with(contexts=contexts, name=ContextName.MASTER),
                        )
                        if each is not None
                    )
                    if each.active_mission is not None
                ),
                None,
            ),
            session_count=next(
                (
                    found
                    for found in (
                        next(
                            (
                                each.session_count
                                for each in tuple(
                                    each
                                    for each in (
                                        context_with(
                                            contexts=contexts, name=ContextName.MASTER
                                        ),
                                    )
                                    if each is not None
                                )
                            ),
                            None,
                        ),
                    )
                    if found is not None
                ),
                0,
            ),
            last_session=next(
                (
                    each.last_session
                    for each in tuple(
                        each
                        for each in (
                            context_with(contexts=contexts, name=ContextName.MASTER),
                        )
                        if each is not None
                    )
                    if each.last_session is not None
                ),
                None,
            ),
            updated_at=next(
                (
                    each.updated_at
                    for each in tuple(
                        each
                        for each in (
                            context_with(contexts=contexts, name=ContextName.MASTER),
                        )
                        if each is not None
                    )
                ),
                None,
            ),
            decisions=decisions_of(decided=decided, kind=DecisionKind.DECISION),
            constraints=decisions_of(decided=decided, kind=DecisionKind.CONSTRAINT),
            insights=decisions_of(decided=decided, kind=DecisionKind.INSIGHT),
        )
    )
