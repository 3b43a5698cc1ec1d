"""Orchestrators: each action with steps becomes an asynchronous function over a protocol of its steps.

What the model says of a step is its default: a value, a body in Python, an agent, another workflow. Knows what a
workflow module looks like; must not know how actions are compiled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.policies import start_faults, uses_policies
from generator.compile.program.packaged import needs_engine
from generator.compile.workflow_names import workflow_names
from generator.compile.workflows import Workflow, compile_workflow
from generator.diagnostics import Diagnostic, Severity
from generator.emit.passes import PassContext, System
from generator.ir import Model, Type

from .behaviors import BehaviorModule, BehaviorTest, behavior_views
from .flow_tests import FlowTest, flow_test
from .modules import OrchestratorModule, orchestrator_module
from .performers import Performers
from .script_tests import ScriptTest, script_test
from .steps_tests import StepsTest, steps_test

__all__ = ["select"]


@dataclass(frozen=True, slots=True)
class WorkflowsPackage:
    """`workflows/__init__.py`."""

    path: str
    origins: tuple[str, ...]
    doc: str


@dataclass(frozen=True, slots=True)
class RunningModule:
    """`workflows/running.py`: spans, retries and time limits of steps."""

    path: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SteppingModule:
    """`workflows/stepping.py`: who does the steps when nobody is named."""

    path: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SteppingTest:
    """`tests/workflows/test_stepping.py`."""

    path: str
    origins: tuple[str, ...]
    system: str


@dataclass(frozen=True, slots=True)
class RunningTest:
    """`tests/workflows/test_running.py`."""

    path: str
    origins: tuple[str, ...]
    system: str


@dataclass(frozen=True, slots=True)
class PoliciesModule:
    """`workflows/policies.py`: approvals, breakers and queues."""

    path: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PoliciesTest:
    """`tests/workflows/test_policies.py`."""

    path: str
    origins: tuple[str, ...]
    system: str


@dataclass(frozen=True, slots=True)
class RecordingModule:
    """`tests/workflows/recording.py`: steps that note how they are called."""

    path: str
    origins: tuple[str, ...]
    system: str
    has_refusals: bool


@dataclass(frozen=True, slots=True)
class WorkflowFixtures:
    """`tests/workflows/conftest.py`."""

    path: str
    origins: tuple[str, ...]
    system: str
    has_policies: bool


@dataclass(frozen=True, slots=True)
class TestsPackage:
    """`tests/workflows/__init__.py`."""

    path: str
    origins: tuple[str, ...]


View = (
    WorkflowsPackage
    | TestsPackage
    | RunningModule
    | SteppingModule
    | SteppingTest
    | RunningTest
    | PoliciesModule
    | PoliciesTest
    | RecordingModule
    | WorkflowFixtures
    | OrchestratorModule
    | FlowTest
    | ScriptTest
    | StepsTest
    | BehaviorModule
    | BehaviorTest
)


def select(model: Model, context: PassContext) -> Iterator[View]:
    """The workflow modules of each system and their tests."""
    names = workflow_names(model)
    for system in context.systems:
        actions = [each for each in system.of_kind(Type) if names.function(each) is not None]
        if not actions:
            continue
        workflows = []
        structured = [each for each in actions if not needs_engine(model, each)]
        for action in structured:
            workflow, found = compile_workflow(model, action)
            context.report(*found, *_unmatched(model, workflow))
            workflows.append(workflow)
        context.report(*start_faults(model, workflows))
        yield from _shared(model, system, workflows, actions)
        for action in actions:
            if action not in structured:
                yield from behavior_views(model, system, action, context)
        for workflow in workflows:
            yield orchestrator_module(model, system, workflow)
            yield from flow_test(model, system, workflow)
            yield from script_test(model, system, workflow)
            yield from steps_test(model, system, workflow)


def _unmatched(model: Model, workflow: Workflow) -> Iterator[Diagnostic]:
    for step in Performers(model, workflow).unmatched:
        agent = step.performer.definition.name if step.performer is not None else ""
        yield Diagnostic(
            "unmatched-agent",
            Severity.WARNING,
            f"`{step.label}` is allocated to `{agent}`, whose ports do not have its parameters",
            step.element.span,
            hint="give the input and output ports of the agent features called like the parameters",
        )


def _shared(
    model: Model, system: System, workflows: list[Workflow], actions: list[Type]
) -> Iterator[View]:
    origins = tuple(each.qualified_name for each in actions)
    doc = f"Workflows of {system.title}: one module for each action of the model that has steps."
    yield WorkflowsPackage(f"{system.name}/workflows/__init__.py", origins, doc)
    tests = f"{system.name}/tests/workflows"
    refuses = any(_refuses(each) for each in workflows)
    yield TestsPackage(f"{tests}/__init__.py", origins)
    yield RecordingModule(f"{tests}/recording.py", origins, system.name, refuses)
    has_policies = any(uses_policies(model, each) for each in workflows)
    if has_policies:
        yield PoliciesModule(f"{system.name}/workflows/policies.py", origins)
        yield PoliciesTest(f"{tests}/test_policies.py", origins, system.name)
    yield SteppingModule(f"{system.name}/workflows/stepping.py", origins)
    yield SteppingTest(f"{tests}/test_stepping.py", origins, system.name)
    if has_policies or any(each.steps or _refuses(each) for each in workflows):
        yield RunningModule(f"{system.name}/workflows/running.py", origins)
        yield RunningTest(f"{tests}/test_running.py", origins, system.name)
        yield WorkflowFixtures(f"{tests}/conftest.py", origins, system.name, has_policies)


def _refuses(workflow: Workflow) -> bool:
    return any(each.name == "Refused" for each in workflow.imports)
