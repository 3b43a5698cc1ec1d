"""Kinds of actions, states, constraints, requirements and cases, named as in SysML 2.0."""

from __future__ import annotations

from dataclasses import dataclass

from generator.syntax.ast.base import ConnectorEnd
from generator.syntax.ast.expressions import Expression
from generator.syntax.ast.names import Reference
from generator.syntax.ast.usages import OccurrenceUsage, ReferenceUsage

__all__ = [
    "AcceptActionUsage",
    "ActionUsage",
    "AnalysisCaseUsage",
    "AssertConstraintUsage",
    "AssignmentActionUsage",
    "CalculationUsage",
    "CaseUsage",
    "ConcernUsage",
    "ConstraintUsage",
    "ControlNode",
    "DecisionNode",
    "ExhibitStateUsage",
    "ForLoopActionUsage",
    "ForkNode",
    "IfActionUsage",
    "IncludeUseCaseUsage",
    "JoinNode",
    "MergeNode",
    "PerformActionUsage",
    "RequirementUsage",
    "SatisfyRequirementUsage",
    "SendActionUsage",
    "StateUsage",
    "TerminateActionUsage",
    "TransitionUsage",
    "UseCaseUsage",
    "VerificationCaseUsage",
    "ViewpointUsage",
    "WhileLoopActionUsage",
]


class ActionUsage(OccurrenceUsage):
    """`action a`; also the `{…}` of an `if`, `while`, `loop` or `for`, and `entry;` with its role."""

    __slots__ = ()


class PerformActionUsage(ActionUsage):
    """`perform action a : A`, `perform a.b` (a leading `ReferenceSubsetting`); `do a`, `entry a`."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class AcceptActionUsage(ActionUsage):
    """`action n accept x : T via p`, `accept T`, `accept after 5 [s]`, `accept when e`.

    `payload` is the accepted parameter; for `at`, `after`, `when` its value is a
    `TriggerInvocationExpression`. `accept T` alone is a typing. `receiver` is what follows `via`.
    """

    payload: ReferenceUsage | None = None
    receiver: Expression | None = None


@dataclass(slots=True, eq=False)
class SendActionUsage(ActionUsage):
    """`action n send e via p to q`: `payload`, `sender` (`via`), `receiver` (`to`)."""

    payload: Expression | None = None
    sender: Expression | None = None
    receiver: Expression | None = None


@dataclass(slots=True, eq=False)
class AssignmentActionUsage(ActionUsage):
    """`assign x := e`, `assign a.b := e`, `assign f(y).b := e`.

    `referent` is the name or chain that is assigned; `target` the expression before it where that
    is not a plain name (`f(y)` in the last form), else None.
    """

    referent: Reference | None = None
    target: Expression | None = None
    assigned: Expression | None = None


@dataclass(slots=True, eq=False)
class TerminateActionUsage(ActionUsage):
    """`terminate;`, `terminate x;`."""

    terminated: Expression | None = None


@dataclass(slots=True, eq=False)
class IfActionUsage(ActionUsage):
    """`if condition {…} else {…}`; `otherwise` is the else part: an action or another `IfActionUsage`."""

    condition: Expression | None = None
    then: ActionUsage | None = None
    otherwise: ActionUsage | None = None


@dataclass(slots=True, eq=False)
class WhileLoopActionUsage(ActionUsage):
    """`while condition {…} until e;`, `loop {…} until e;` (condition None)."""

    condition: Expression | None = None
    body: ActionUsage | None = None
    until: Expression | None = None


@dataclass(slots=True, eq=False)
class ForLoopActionUsage(ActionUsage):
    """`for variable in sequence {…}`."""

    variable: ReferenceUsage | None = None
    sequence: Expression | None = None
    body: ActionUsage | None = None


class ControlNode(ActionUsage):
    """What `fork`, `join`, `merge` and `decide` share."""

    __slots__ = ()


class ForkNode(ControlNode):
    """`fork n;`."""

    __slots__ = ()


class JoinNode(ControlNode):
    """`join n;`."""

    __slots__ = ()


class MergeNode(ControlNode):
    """`merge n;`."""

    __slots__ = ()


class DecisionNode(ControlNode):
    """`decide n;`."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class TransitionUsage(ActionUsage):
    """A guarded or triggered succession.

    In a state: `transition t first a accept e if g do f then b;`. In an action: `if g then b;`,
    `else b;` (`is_else`), `succession s first a if g then b;` (`is_succession`).
    `source` is None where it is the usage before (`accept e then b;`, `then b;` in a state).
    `guard` is the condition, `effect` the action after `do`, `target` the end after `then`.
    """

    source: Reference | None = None
    accepter: AcceptActionUsage | None = None
    guard: Expression | None = None
    effect: ActionUsage | None = None
    target: ConnectorEnd | None = None
    is_else: bool = False
    is_succession: bool = False


class StateUsage(ActionUsage):
    """`state s`, `state s parallel {…}`."""

    __slots__ = ()


class ExhibitStateUsage(StateUsage):
    """`exhibit state s`, `exhibit a.b` (a leading `ReferenceSubsetting`)."""

    __slots__ = ()


class CalculationUsage(ActionUsage):
    """`calc c`."""

    __slots__ = ()


class ConstraintUsage(OccurrenceUsage):
    """`constraint c {…}`; roles `"assume"` and `"require"`: `require c;`, `require constraint {…}`."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class AssertConstraintUsage(ConstraintUsage):
    """`assert constraint c`, `assert c`, `assert not c` (`is_negated`)."""

    is_negated: bool = False


class RequirementUsage(ConstraintUsage):
    """`requirement r`; roles `"objective"` and `"verify"` (`verify r;`)."""

    __slots__ = ()


class ConcernUsage(RequirementUsage):
    """`concern c`; role `"frame"`: `frame c;`, `frame concern c`."""

    __slots__ = ()


class ViewpointUsage(RequirementUsage):
    """`viewpoint v`."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class SatisfyRequirementUsage(RequirementUsage):
    """`satisfy r by p`, `assert not satisfy requirement x : R by p`; `by` is the satisfying feature."""

    is_negated: bool = False
    by: Reference | None = None


class CaseUsage(CalculationUsage):
    """`case c`."""

    __slots__ = ()


class AnalysisCaseUsage(CaseUsage):
    """`analysis a`."""

    __slots__ = ()


class VerificationCaseUsage(CaseUsage):
    """`verification v`."""

    __slots__ = ()


class UseCaseUsage(CaseUsage):
    """`use case u`."""

    __slots__ = ()


class IncludeUseCaseUsage(UseCaseUsage):
    """`include use case u`, `include a.b` (a leading `ReferenceSubsetting`)."""

    __slots__ = ()
