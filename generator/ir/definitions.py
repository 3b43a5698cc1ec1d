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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class AttributeDefinition(Definition):
    """`attribute def`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class EnumerationDefinition(AttributeDefinition):
    """`enum def`; its literals are owned `EnumerationUsage`s with role `variant`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class OccurrenceDefinition(Definition):
    """`occurrence def`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ItemDefinition(OccurrenceDefinition):
    """`item def`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class PartDefinition(ItemDefinition):
    """`part def`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class PortDefinition(OccurrenceDefinition):
    """`port def`; its conjugate `~P` is not an element of its own: see `Specialization.is_conjugated`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ConnectionDefinition(OccurrenceDefinition):
    """`connection def`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class InterfaceDefinition(ConnectionDefinition):
    """`interface def`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class AllocationDefinition(ConnectionDefinition):
    """`allocation def`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class FlowDefinition(OccurrenceDefinition):
    """`flow def`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ActionDefinition(OccurrenceDefinition):
    """`action def`."""


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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class RequirementDefinition(ConstraintDefinition):
    """`requirement def`; the requirement id is `short_name`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ConcernDefinition(RequirementDefinition):
    """`concern def`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ViewpointDefinition(RequirementDefinition):
    """`viewpoint def`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class CaseDefinition(CalculationDefinition):
    """`case def`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class AnalysisCaseDefinition(CaseDefinition):
    """`analysis def`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class VerificationCaseDefinition(CaseDefinition):
    """`verification def`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class UseCaseDefinition(CaseDefinition):
    """`use case def`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ViewDefinition(PartDefinition):
    """`view def`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class RenderingDefinition(PartDefinition):
    """`rendering def`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class MetadataDefinition(ItemDefinition):
    """`metadata def`."""
