"""Kinds of definitions, named as in SysML 2.0. Each differs from `Definition` only by its keyword."""

from __future__ import annotations

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


class AttributeDefinition(Definition):
    """`attribute def`."""

    __slots__ = ()


class EnumerationDefinition(AttributeDefinition):
    """`enum def`; its values are members of class `EnumerationUsage` with role `"variant"`."""

    __slots__ = ()


class OccurrenceDefinition(Definition):
    """`occurrence def`; `individual def X` is one with `is_individual`."""

    __slots__ = ()


class ItemDefinition(OccurrenceDefinition):
    """`item def`."""

    __slots__ = ()


class PartDefinition(ItemDefinition):
    """`part def`."""

    __slots__ = ()


class PortDefinition(OccurrenceDefinition):
    """`port def`; its conjugated definition `~X` is implied, not a member here."""

    __slots__ = ()


class ConnectionDefinition(PartDefinition):
    """`connection def`."""

    __slots__ = ()


class InterfaceDefinition(ConnectionDefinition):
    """`interface def`; `end x : T;` in its body is a `PortUsage`."""

    __slots__ = ()


class AllocationDefinition(ConnectionDefinition):
    """`allocation def`."""

    __slots__ = ()


class ActionDefinition(OccurrenceDefinition):
    """`action def`."""

    __slots__ = ()


class FlowDefinition(ActionDefinition):
    """`flow def`."""

    __slots__ = ()


class StateDefinition(ActionDefinition):
    """`state def`, `state def X parallel {…}`."""

    __slots__ = ()


class CalculationDefinition(ActionDefinition):
    """`calc def`."""

    __slots__ = ()


class ConstraintDefinition(OccurrenceDefinition):
    """`constraint def`."""

    __slots__ = ()


class RequirementDefinition(ConstraintDefinition):
    """`requirement def`."""

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
