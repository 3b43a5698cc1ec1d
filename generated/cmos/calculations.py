# Generated from CMOS_Contexts::EventLines (ssot/cmos/contexts.sysml) and 23 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Calculations of CMOS: one function for each calculation definition of the model."""

from __future__ import annotations

from functools import reduce

from .support.sequences import at
from .support.texts import to_string
from .types.cmos_domain import ContextName, DecisionKind, MissionStatus, Outcome
from .types.cmos_health import Occasion
from .types.cmos_persistence import (
    Context,
    Decision,
    Mission,
    MissionDependency,
    SessionEvent,
    Sprint,
)
from .types.cmos_views import (
    Backlog,
    BacklogLine,
    DependencyEntry,
    MasterContext,
    MissionEntry,
    ProjectContext,
    SprintEntry,
)


def event_lines(*, id_: str, events: tuple[SessionEvent, ...] = ()) -> tuple[str, ...]:
    """The events of a mission as lines of a report."""
    return tuple(
        "- " + to_string(each_2.action) + " by " + each_2.agent + ": " + each_2.summary
        for each_2 in tuple(each for each in events if each.mission == id_)
    )


def research_report(*, mission: Mission, events: tuple[SessionEvent, ...] = ()) -> str:
    """The report of a mission as Markdown."""
    return (
        "# "
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


def duties_of(*, occasion: Occasion) -> tuple[str, ...]:
    """What only people and agents can see to, by occasion."""
    return (
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


def is_inside(*, path: str, folder: str) -> bool:
    """Whether a path is below a folder."""
    return len(path) >= len(folder) and path[: len(folder)] == folder


def sprint_name(*, sprint: str | None = None) -> str:
    """The name of a sprint that may be left out."""
    return sprint if sprint is not None else ""


def promotion(*, promoted: str | None = None) -> str:
    """What to do next."""
    return (
        "no mission is ready"
        if promoted is None
        else "next is " + (promoted if promoted is not None else "")
    )


def is_passing(*, ended: Outcome) -> bool:
    """Whether a try failed for a reason that may pass: it is tried once more."""
    return (
        ended == Outcome.WORKER_TIMEOUT
        or ended == Outcome.EVALUATION_CALL_FAILURE
        or ended == Outcome.NETWORK_ERRORS
    )


def mission_with(*, id_: str, missions: tuple[Mission, ...] = ()) -> Mission | None:
    """The mission with an id."""
    return at(tuple(each for each in missions if each.id == id_), 1)


def sprint_with(*, name: str, sprints: tuple[Sprint, ...] = ()) -> Sprint | None:
    """The sprint with a name."""
    return at(tuple(each for each in sprints if each.name == name), 1)


def context_with(
    *, name: ContextName, contexts: tuple[Context, ...] = ()
) -> Context | None:
    """The context with a name."""
    return at(tuple(each for each in contexts if each.name == name), 1)


def unfinished(
    *, id_: str, dependencies: tuple[MissionDependency, ...] = ()
) -> tuple[str, ...]:
    """The missions a mission still waits for."""
    return tuple(
        each_2.required.id
        for each_2 in tuple(
            each
            for each in dependencies
            if each.dependent.id == id_
            and each.required.status != MissionStatus.COMPLETED
        )
    )


def queue_place(*, missions: tuple[Mission, ...] = ()) -> int | None:
    """The lowest place of some missions in the queue."""
    return min((each.position for each in missions), default=None)


def earliest(*, missions: tuple[Mission, ...] = ()) -> Mission | None:
    """The mission of some that comes first in the queue."""
    return at(
        tuple(
            each for each in missions if each.position == queue_place(missions=missions)
        ),
        1,
    )


def next_mission(
    *,
    missions: tuple[Mission, ...] = (),
    dependencies: tuple[MissionDependency, ...] = (),
) -> Mission | None:
    """What to work on: a mission in progress, else the current one, else the first of
    the queue whose dependencies are
    completed.
    """
    return at(
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
                                not unfinished(id_=each_3.id, dependencies=dependencies)
                            )
                        )
                    ),
                )
                if each is not None
            ),
        ),
        1,
    )


def reaches(
    *, origin: str, goal: str, dependencies: tuple[MissionDependency, ...] = ()
) -> bool:
    """Whether a mission waits for another one, directly or by way of others."""
    return origin == goal or any(
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


def joined(*, between: str, texts: tuple[str, ...] = ()) -> str:
    """Texts one after the other with something between them."""
    return next(
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


def entry(*, mission: Mission) -> MissionEntry:
    """A mission as it stands in files."""
    return MissionEntry(
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


def entries(
    *, sprint: str, missions: tuple[Mission, ...] = ()
) -> tuple[MissionEntry, ...]:
    """The missions of one sprint, as they stand in files; of none when the name is
    empty.
    """
    return tuple(
        entry(mission=each_2)
        for each_2 in tuple(
            each
            for each in missions
            if next(
                (
                    found
                    for found in (None if each.sprint is None else each.sprint.name,)
                    if found is not None
                ),
                "",
            )
            == sprint
        )
    )


def backlog_of(
    *,
    sprints: tuple[Sprint, ...] = (),
    missions: tuple[Mission, ...] = (),
    dependencies: tuple[MissionDependency, ...] = (),
) -> Backlog:
    """Everything that is planned, sprint by sprint."""
    return Backlog(
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
                SprintEntry(sprint="", missions=entries(missions=missions, sprint="")),
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


def backlog_lines(
    *,
    status: MissionStatus,
    missions: tuple[Mission, ...] = (),
    dependencies: tuple[MissionDependency, ...] = (),
) -> tuple[BacklogLine, ...]:
    """The missions with one status, as people see them."""
    return tuple(
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


def board(
    *,
    missions: tuple[Mission, ...] = (),
    dependencies: tuple[MissionDependency, ...] = (),
) -> tuple[BacklogLine, ...]:
    """The missions by precedence: in progress, current, queued, blocked, completed."""
    return (
        *backlog_lines(
            missions=missions,
            dependencies=dependencies,
            status=MissionStatus.IN_PROGRESS,
        ),
        *backlog_lines(
            missions=missions, dependencies=dependencies, status=MissionStatus.CURRENT
        ),
        *backlog_lines(
            missions=missions, dependencies=dependencies, status=MissionStatus.QUEUED
        ),
        *backlog_lines(
            missions=missions, dependencies=dependencies, status=MissionStatus.BLOCKED
        ),
        *backlog_lines(
            missions=missions, dependencies=dependencies, status=MissionStatus.COMPLETED
        ),
    )


def project_context_of(
    *, contexts: tuple[Context, ...] = (), missions: tuple[Mission, ...] = ()
) -> ProjectContext:
    """The project context: its markers and the mission that is worked on."""
    return ProjectContext(
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


def decisions_of(
    *, kind: DecisionKind, decided: tuple[Decision, ...] = ()
) -> tuple[Decision, ...]:
    """The decisions of one kind."""
    return tuple(each for each in decided if each.kind == kind)


def master_context_of(
    *, contexts: tuple[Context, ...] = (), decided: tuple[Decision, ...] = ()
) -> MasterContext:
    """The master context: its markers, and all that was decided."""
    return MasterContext(
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
