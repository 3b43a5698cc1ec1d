"""Kinds of definitions, named as in SysML 2.0. Each differs from `Definition` only by its keyword."""

from __future__ import annotations

from dataclasses import dataclass

from generator.syntax.ast.base import Definition

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


@dataclass(slots=True, eq=False)
class AttributeDefinition(Definition):
    """`attribute def`."""


@dataclass(slots=True, eq=False)
class EnumerationDefinition(AttributeDefinition):
    """`enum def`; its values are members of class `EnumerationUsage` with role `"variant"`."""


@dataclass(slots=True, eq=False)
class OccurrenceDefinition(Definition):
    """`occurrence def`; `individual def X` is one with `is_individual`."""


@dataclass(slots=True, eq=False)
class ItemDefinition(OccurrenceDefinition):
    """`item def`."""


@dataclass(slots=True, eq=False)
class PartDefinition(ItemDefinition):
    """`part def`."""


@dataclass(slots=True, eq=False)
class PortDefinition(OccurrenceDefinition):
    """`port def`; its conjugated definition `~X` is implied, not a member here."""


@dataclass(slots=True, eq=False)
class ConnectionDefinition(PartDefinition):
    """`connection def`."""


@dataclass(slots=True, eq=False)
class InterfaceDefinition(ConnectionDefinition):
    """`interface def`; `end x : T;` in its body is a `PortUsage`."""


@dataclass(slots=True, eq=False)
class AllocationDefinition(ConnectionDefinition):
    """`allocation def`."""


@dataclass(slots=True, eq=False)
class ActionDefinition(OccurrenceDefinition):
    """`action def`."""


@dataclass(slots=True, eq=False)
class FlowDefinition(ActionDefinition):
    """`flow def`."""


@dataclass(slots=True, eq=False)
class StateDefinition(ActionDefinition):
    """`state def`, `state def X parallel {…}`."""


@dataclass(slots=True, eq=False)
class CalculationDefinition(ActionDefinition):
    """`calc def`."""


@dataclass(slots=True, eq=False)
class ConstraintDefinition(OccurrenceDefinition):
    """`constraint def`."""


@dataclass(slots=True, eq=False)
class RequirementDefinition(ConstraintDefinition):
    """`requirement def`."""


@dataclass(slots=True, eq=False)
class ConcernDefinition(RequirementDefinition):
    """`concern def`."""


@dataclass(slots=True, eq=False)
class ViewpointDefinition(RequirementDefinition):
    """`viewpoint def`."""


@dataclass(slots=True, eq=False)
class CaseDefinition(CalculationDefinition):
    """`case def`."""


@dataclass(slots=True, eq=False)
class AnalysisCaseDefinition(CaseDefinition):
    """`analysis def`."""


@dataclass(slots=True, eq=False)
class VerificationCaseDefinition(CaseDefinition):
    """`verification def`."""


@dataclass(slots=True, eq=False)
class UseCaseDefinition(CaseDefinition):
    """`use case def`."""


@dataclass(slots=True, eq=False)
class ViewDefinition(PartDefinition):
    """`view def`."""


@dataclass(slots=True, eq=False)
class RenderingDefinition(PartDefinition):
    """`rendering def`."""


@dataclass(slots=True, eq=False)
class MetadataDefinition(ItemDefinition):
    """`metadata def`."""
