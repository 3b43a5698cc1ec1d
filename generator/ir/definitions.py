"""Definitions of SysML 2.0, clause 8.3.7 to 8.3.26: one class per metaclass.

Where the metamodel gives a metaclass two parents, the one that says more about generated software is
kept: a connection definition is not a part definition here, a flow definition not an action definition.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.ir.elements import Definition
from generator.ir.expressions import Expression

__all__ = [
    "ActionDefinition",
    "AllocationDefinition",
    "AnalysisCaseDefinition",
    "AttributeDefinition",
    "CalculationDefinition",
    "CaseDefinition",
    "ConcernDefinition",
    "ConnectionDefinition",
    "ConstraintDefinition",
    "EnumerationDefinition",
    "FlowDefinition",
    "InterfaceDefinition",
    "ItemDefinition",
    "MetadataDefinition",
    "OccurrenceDefinition",
    "PartDefinition",
    "PortDefinition",
    "RenderingDefinition",
    "RequirementDefinition",
    "StateDefinition",
    "UseCaseDefinition",
    "VerificationCaseDefinition",
    "ViewDefinition",
    "ViewpointDefinition",
]


class AttributeDefinition(Definition):
    """`attribute def`."""

    __slots__ = ()


class EnumerationDefinition(AttributeDefinition):
    """`enum def`; its literals are owned `EnumerationUsage`s with role `variant`."""

    __slots__ = ()


class OccurrenceDefinition(Definition):
    """`occurrence def`."""

    __slots__ = ()


class ItemDefinition(OccurrenceDefinition):
    """`item def`."""

    __slots__ = ()


class PartDefinition(ItemDefinition):
    """`part def`."""

    __slots__ = ()


class PortDefinition(OccurrenceDefinition):
    """`port def`; its conjugate `~P` is not an element of its own: see `Specialization.is_conjugated`."""

    __slots__ = ()


class ConnectionDefinition(OccurrenceDefinition):
    """`connection def`."""

    __slots__ = ()


class InterfaceDefinition(ConnectionDefinition):
    """`interface def`."""

    __slots__ = ()


class AllocationDefinition(ConnectionDefinition):
    """`allocation def`."""

    __slots__ = ()


class FlowDefinition(OccurrenceDefinition):
    """`flow def`."""

    __slots__ = ()


class ActionDefinition(OccurrenceDefinition):
    """`action def`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class CalculationDefinition(ActionDefinition):
    """`calc def`; the value of its result expression is in `result`."""

    result: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class StateDefinition(ActionDefinition):
    """`state def`."""

    is_parallel: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ConstraintDefinition(OccurrenceDefinition):
    """`constraint def`; `result` is its Boolean expression."""

    result: Expression | None = None


class RequirementDefinition(ConstraintDefinition):
    """`requirement def`; the requirement id is `short_name`."""

    __slots__ = ()


class ConcernDefinition(RequirementDefinition):
    """`concern def`."""

    __slots__ = ()


class ViewpointDefinition(RequirementDefinition):
    """`viewpoint def`."""

    __slots__ = ()


class CaseDefinition(CalculationDefinition):
    """`case def`."""

    __slots__ = ()


class AnalysisCaseDefinition(CaseDefinition):
    """`analysis def`."""

    __slots__ = ()


class VerificationCaseDefinition(CaseDefinition):
    """`verification def`."""

    __slots__ = ()


class UseCaseDefinition(CaseDefinition):
    """`use case def`."""

    __slots__ = ()


class ViewDefinition(PartDefinition):
    """`view def`."""

    __slots__ = ()


class RenderingDefinition(PartDefinition):
    """`rendering def`."""

    __slots__ = ()


class MetadataDefinition(ItemDefinition):
    """`metadata def`."""

    __slots__ = ()
