"""Usages of SysML 2.0, clause 8.3.7 to 8.3.26: one class per metaclass.

A usage that stands for another one (`perform a`, `exhibit s`, `include u`, `satisfy r`, `verify r`,
`event e`, `assert c`, `assume c`, `require c`, a bare `ref`) names it in `reference`.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.ir.elements import Multiplicity, Usage
from generator.ir.expressions import Expression, Reference

__all__ = [
    "AcceptActionUsage",
    "ActionUsage",
    "AllocationUsage",
    "AnalysisCaseUsage",
    "AssertConstraintUsage",
    "AssignmentActionUsage",
    "AttributeUsage",
    "BindingConnectorAsUsage",
    "CalculationUsage",
    "CaseUsage",
    "ConcernUsage",
    "ConnectionUsage",
    "ConnectorAsUsage",
    "ConstraintUsage",
    "ControlNode",
    "DecisionNode",
    "EnumerationUsage",
    "EventOccurrenceUsage",
    "ExhibitStateUsage",
    "FlowUsage",
    "ForLoopActionUsage",
    "ForkNode",
    "IfActionUsage",
    "IncludeUseCaseUsage",
    "InterfaceUsage",
    "ItemUsage",
    "JoinNode",
    "MergeNode",
    "MetadataUsage",
    "OccurrenceUsage",
    "PartUsage",
    "PerformActionUsage",
    "PortUsage",
    "ReferenceUsage",
    "RenderingUsage",
    "RequirementUsage",
    "SatisfyRequirementUsage",
    "SendActionUsage",
    "StateUsage",
    "SuccessionAsUsage",
    "SuccessionFlowUsage",
    "TerminateActionUsage",
    "TransitionUsage",
    "UseCaseUsage",
    "VerificationCaseUsage",
    "ViewUsage",
    "ViewpointUsage",
    "WhileLoopActionUsage",
]


class ReferenceUsage(Usage):
    """`ref x`, or a usage declared without a keyword (`x : T;`, `in x;`, `:>> x = 1;`)."""

    __slots__ = ()


class AttributeUsage(Usage):
    """`attribute`."""

    __slots__ = ()


class EnumerationUsage(AttributeUsage):
    """`enum`, or a literal of an enumeration definition (role `variant`)."""

    __slots__ = ()


class OccurrenceUsage(Usage):
    """`occurrence`, `individual`, `snapshot`, `timeslice`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class EventOccurrenceUsage(OccurrenceUsage):
    """`event`."""

    reference: Reference | None = None


class ItemUsage(OccurrenceUsage):
    """`item`."""

    __slots__ = ()


class PartUsage(ItemUsage):
    """`part`."""

    __slots__ = ()


class PortUsage(OccurrenceUsage):
    """`port`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ConnectorAsUsage(OccurrenceUsage):
    """A usage that connects; `ends` are the connected features in order, a binding has two.

    `end_multiplicities` are those written before the ends, None where there is none or its bounds are no numbers.
    """

    ends: tuple[Reference, ...] = ()
    end_names: tuple[str | None, ...] = ()
    end_multiplicities: tuple[Multiplicity | None, ...] = ()


class ConnectionUsage(ConnectorAsUsage):
    """`connection`, `connect`."""

    __slots__ = ()


class InterfaceUsage(ConnectionUsage):
    """`interface`."""

    __slots__ = ()


class AllocationUsage(ConnectionUsage):
    """`allocation`, `allocate a to b`."""

    __slots__ = ()


class BindingConnectorAsUsage(ConnectorAsUsage):
    """`bind a = b`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class SuccessionAsUsage(ConnectorAsUsage):
    """`succession`, `first a then b`, `then b`; `guard` holds the condition of `if g then b` and of `else b`.

    `ends` are source and target; an end that names `start` or `done` resolves to the library feature.
    """

    guard: Expression | None = None
    is_else: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class FlowUsage(ConnectorAsUsage):
    """`flow`, `message`; `ends` are the source and target features, `payload_type` what flows."""

    payload_type: Reference | None = None
    is_message: bool = False


class SuccessionFlowUsage(FlowUsage):
    """`succession flow`: the target starts when the source has ended."""

    __slots__ = ()


class ActionUsage(OccurrenceUsage):
    """`action`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class PerformActionUsage(ActionUsage):
    """`perform`."""

    reference: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class AcceptActionUsage(ActionUsage):
    """`accept`; the payload is the owned parameter with role `payload`, `trigger` one of `signal`, `at`, `after`, `when`."""

    trigger: str = "signal"
    trigger_expression: Expression | None = None
    receiver: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class SendActionUsage(ActionUsage):
    """`send payload via sender to receiver`."""

    payload: Expression | None = None
    sender: Expression | None = None
    receiver: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class AssignmentActionUsage(ActionUsage):
    """`assign target := value`; `target_source` is the expression before the last dot of the target, if it is not a plain chain."""

    target: Reference | None = None
    target_source: Expression | None = None
    value_expression: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class TerminateActionUsage(ActionUsage):
    """`terminate x`."""

    terminated: Expression | None = None


class ControlNode(ActionUsage):
    """A node that only directs control."""

    __slots__ = ()


class ForkNode(ControlNode):
    """`fork`."""

    __slots__ = ()


class JoinNode(ControlNode):
    """`join`."""

    __slots__ = ()


class MergeNode(ControlNode):
    """`merge`."""

    __slots__ = ()


class DecisionNode(ControlNode):
    """`decide`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class IfActionUsage(ActionUsage):
    """`if c {…} else {…}`; the branches are owned actions with roles `then` and `else`."""

    condition: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class WhileLoopActionUsage(ActionUsage):
    """`while c {…} until d;` and `loop {…} until d;`; the body is the owned action with role `body`."""

    condition: Expression | None = None
    until: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ForLoopActionUsage(ActionUsage):
    """`for x in s {…}`; the variable has role `loop-variable`, the body role `body`."""

    sequence: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class StateUsage(ActionUsage):
    """`state`; entry, do and exit actions have those roles."""

    is_parallel: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ExhibitStateUsage(StateUsage):
    """`exhibit`."""

    reference: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class TransitionUsage(ActionUsage):
    """`transition first s accept t if g do e then d`; trigger and effect are owned actions with those roles."""

    source: Reference | None = None
    target: Reference | None = None
    guard: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class CalculationUsage(ActionUsage):
    """`calc`."""

    result: Expression | None = None


class CaseUsage(CalculationUsage):
    """`case`."""

    __slots__ = ()


class AnalysisCaseUsage(CaseUsage):
    """`analysis`."""

    __slots__ = ()


class VerificationCaseUsage(CaseUsage):
    """`verification`."""

    __slots__ = ()


class UseCaseUsage(CaseUsage):
    """`use case`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class IncludeUseCaseUsage(UseCaseUsage):
    """`include`."""

    reference: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ConstraintUsage(OccurrenceUsage):
    """`constraint`; with roles `assume` and `require` inside requirements."""

    result: Expression | None = None
    reference: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class AssertConstraintUsage(ConstraintUsage):
    """`assert constraint`, `assert not c`."""

    is_negated: bool = False


class RequirementUsage(ConstraintUsage):
    """`requirement`; the requirement id is `short_name`; role `verify` inside an objective."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class SatisfyRequirementUsage(RequirementUsage):
    """`satisfy r by x`; `reference` is the requirement (or its definition by typing), `satisfying` what satisfies it, else the owner."""

    satisfying: Reference | None = None
    is_negated: bool = False
    is_asserted: bool = False


class ConcernUsage(RequirementUsage):
    """`concern`."""

    __slots__ = ()


class ViewpointUsage(RequirementUsage):
    """`viewpoint`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ViewUsage(PartUsage):
    """`view`; `exposed` are the exposed elements."""

    exposed: tuple[Reference, ...] = ()


class RenderingUsage(PartUsage):
    """`rendering`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class MetadataUsage(ItemUsage):
    """`@M {…}`, `metadata m : M`, prefix `#m`; empty `about` means the owner."""

    about: tuple[Reference, ...] = ()
    is_prefix: bool = False
