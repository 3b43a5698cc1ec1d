"""Durable runs: a package beside the workflows for systems that ask for queues, schedules, approvals or durability.

Knows what the annotations of workflows and steps say; must not know how a workflow is laid out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.actions import StepKind
from generator.compile.policies import (
    QueuePolicy,
    any_durable,
    queue_of,
    schedule_of,
    uses_policies,
    workflows_of,
)
from generator.compile.workflow_names import workflow_names
from generator.compile.workflows import Workflow
from generator.emit.artifact import digest
from generator.emit.passes import PassContext, System
from generator.emit.text import pystr
from generator.ir import ElementId, Model, Type
from generator.schema.build import build_schema
from generator.schema.recording import recordings


@dataclass(frozen=True, slots=True)
class QueueView:
    """A queue; `limits` are the arguments that say so."""

    name: str
    limits: str


@dataclass(frozen=True, slots=True)
class ScheduleView:
    """When a workflow is started; `start` is the argument that says so."""

    workflow: str
    start: str


@dataclass(frozen=True, slots=True)
class StepView:
    """A step by its label; `workflow` or the storage does it, if the model says so."""

    label: str
    method: str
    workflow: str
    is_stored: bool


@dataclass(frozen=True, slots=True)
class WorkflowView:
    """A workflow with its steps."""

    name: str
    queue: str
    steps: tuple[StepView, ...]
    structure: str


@dataclass(frozen=True, slots=True)
class DurablePackage:
    """`durable/__init__.py`."""

    path: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeclaredModule:
    """`durable/declared.py`."""

    path: str
    origins: tuple[str, ...]
    system: str
    version: str
    queues: tuple[QueueView, ...]
    schedules: tuple[ScheduleView, ...]
    workflows: tuple[WorkflowView, ...]


@dataclass(frozen=True, slots=True)
class SupportModule:
    """What the modules that are the same for every system are told."""

    path: str
    origins: tuple[str, ...]
    system: str
    variable: str
    has_policies: bool
    has_recording: bool
    has_database: bool


class StoreModule(SupportModule):
    """`durable/store.py`."""


class DecisionsModule(SupportModule):
    """`durable/decisions.py`."""


class StoringModule(SupportModule):
    """`durable/storing.py`."""


class RunsModule(SupportModule):
    """`durable/runs.py`."""


class EngineModule(SupportModule):
    """`durable/engine.py`."""


class WorkerModule(SupportModule):
    """`durable/worker.py`."""


class OperateModule(SupportModule):
    """`durable/operate.py`."""


class CommandsModule(SupportModule):
    """`durable/commands.py`."""


class DurableFixtures(SupportModule):
    """`tests/durable/conftest.py`."""


class StoreTest(SupportModule):
    """`tests/durable/test_store.py`."""


class RunsTest(SupportModule):
    """`tests/durable/test_runs.py`."""


@dataclass(frozen=True, slots=True)
class DeclaredTest:
    """`tests/durable/test_declared.py`."""

    path: str
    origins: tuple[str, ...]
    system: str
    queues: tuple[QueueView, ...]
    schedules: tuple[ScheduleView, ...]


View = DurablePackage | DeclaredModule | SupportModule | DeclaredTest
_MODULES: dict[str, type[SupportModule]] = {
    "store": StoreModule,
    "decisions": DecisionsModule,
    "storing": StoringModule,
    "runs": RunsModule,
    "engine": EngineModule,
    "worker": WorkerModule,
    "operate": OperateModule,
    "commands": CommandsModule,
}
_TESTS: dict[str, type[SupportModule]] = {
    "conftest": DurableFixtures,
    "test_store": StoreTest,
    "test_runs": RunsTest,
}


def select(model: Model, context: PassContext) -> Iterator[View]:
    """The package for durable runs of each system that asks for it."""
    for system in context.systems:
        workflows = workflows_of(model, system.of_kind(Type))
        if any_durable(model, workflows):
            yield from _system(model, system, workflows)


def _system(model: Model, system: System, workflows: tuple[Workflow, ...]) -> Iterator[View]:
    origins = tuple(each.action.qualified_name for each in workflows)
    folder, tests = f"{system.name}/durable", f"{system.name}/tests/durable"
    schema, _ = build_schema(model, system.elements())
    declared = _declared(model, system, workflows, f"{folder}/declared.py")
    has_policies = any(uses_policies(model, each) for each in workflows)
    storage = (bool(recordings(model, system.elements(), schema)[0]), bool(schema.tables))
    variable = system.name.upper()

    def made(kind: type[SupportModule], path: str) -> SupportModule:
        return kind(path, origins, system.name, variable, has_policies, *storage)

    yield DurablePackage(f"{folder}/__init__.py", origins)
    yield declared
    for name, kind in _MODULES.items():
        if {DecisionsModule: has_policies, StoringModule: bool(schema.tables)}.get(kind, True):
            yield made(kind, f"{folder}/{name}.py")
    for name, kind in _TESTS.items():
        yield made(kind, f"{tests}/{name}.py")
    path = f"{tests}/test_declared.py"
    yield DeclaredTest(path, origins, system.name, declared.queues, declared.schedules)


def _declared(
    model: Model, system: System, workflows: tuple[Workflow, ...], path: str
) -> DeclaredModule:
    queues: dict[str, QueuePolicy] = {}
    views, schedules = [], []
    structures = _Structures(workflows)
    for workflow in workflows:
        queue = queue_of(model, workflow.action) or QueuePolicy(system.name, None, None, None)
        queues.setdefault(queue.name, queue)
        schedule = schedule_of(model, workflow.action)
        if schedule is not None:
            shown = f"every={schedule.every}"
            start = shown if schedule.cron is None else f"cron={pystr(schedule.cron)}"
            schedules.append(ScheduleView(workflow.function, start))
        views.append(
            WorkflowView(
                workflow.function,
                queue.name,
                tuple(_step(model, workflow)),
                structures.digest(workflow.action.id),
            )
        )
    version = digest(repr([(each.name, each.structure) for each in views]))[:16]
    return DeclaredModule(
        path=path,
        origins=tuple(each.action.qualified_name for each in workflows),
        system=system.name,
        version=version,
        queues=tuple(QueueView(each.name, _limits(each)) for each in queues.values()),
        schedules=tuple(schedules),
        workflows=tuple(views),
    )


def _limits(queue: QueuePolicy) -> str:
    limits = {"concurrency": queue.concurrency, "rate": queue.rate, "period": queue.period}
    return ", ".join(f"{name}={value}" for name, value in limits.items() if value is not None)


def _step(model: Model, workflow: Workflow) -> Iterator[StepView]:
    names = workflow_names(model)
    for step in workflow.steps:
        inner = step.workflow if step.kind is StepKind.WORKFLOW else None
        function = None if inner is None else names.function(inner)
        is_stored = step.kind in (StepKind.STORAGE, StepKind.EXTENT)
        for label in step.labels or (step.label,):
            yield StepView(label, step.name, function or "", is_stored)


class _Structures:
    """What the steps of workflows are called and give, those of inner workflows included, as digests."""

    def __init__(self, workflows: tuple[Workflow, ...]) -> None:
        self._workflows = {each.action.id: each for each in workflows}

    def digest(self, action: ElementId) -> str:
        """Changes when a run that was begun before could meet other steps or other results."""
        return digest(repr(self._parts(action, frozenset())))[:16]

    def _parts(self, action: ElementId, around: frozenset[ElementId]) -> list[object]:
        workflow = self._workflows.get(action)
        if workflow is None or action in around:
            return []
        return [
            (
                step.labels or step.label,
                step.result.annotation,
                self._parts(step.workflow.id, around | {action}) if step.workflow else [],
            )
            for step in workflow.steps
        ]
