"""Which class of the tree a keyword stands for, and what people call it."""

from __future__ import annotations

import re

from generator.syntax import ast

__all__ = ["CONTROL_NODES", "DEFINITIONS", "USAGES", "describe"]

DEFINITIONS: dict[str, type[ast.Definition]] = {
    "action": ast.ActionDefinition,
    "allocation": ast.AllocationDefinition,
    "analysis": ast.AnalysisCaseDefinition,
    "attribute": ast.AttributeDefinition,
    "calc": ast.CalculationDefinition,
    "case": ast.CaseDefinition,
    "concern": ast.ConcernDefinition,
    "connection": ast.ConnectionDefinition,
    "constraint": ast.ConstraintDefinition,
    "enum": ast.EnumerationDefinition,
    "flow": ast.FlowDefinition,
    "interface": ast.InterfaceDefinition,
    "item": ast.ItemDefinition,
    "metadata": ast.MetadataDefinition,
    "occurrence": ast.OccurrenceDefinition,
    "part": ast.PartDefinition,
    "port": ast.PortDefinition,
    "rendering": ast.RenderingDefinition,
    "requirement": ast.RequirementDefinition,
    "state": ast.StateDefinition,
    "use": ast.UseCaseDefinition,
    "verification": ast.VerificationCaseDefinition,
    "view": ast.ViewDefinition,
    "viewpoint": ast.ViewpointDefinition,
}
"""By the first word of the keyword of a definition."""

USAGES: dict[str, type[ast.Usage]] = {
    "analysis": ast.AnalysisCaseUsage,
    "attribute": ast.AttributeUsage,
    "calc": ast.CalculationUsage,
    "case": ast.CaseUsage,
    "concern": ast.ConcernUsage,
    "constraint": ast.ConstraintUsage,
    "enum": ast.EnumerationUsage,
    "item": ast.ItemUsage,
    "occurrence": ast.OccurrenceUsage,
    "part": ast.PartUsage,
    "port": ast.PortUsage,
    "rendering": ast.RenderingUsage,
    "requirement": ast.RequirementUsage,
    "state": ast.StateUsage,
    "use": ast.UseCaseUsage,
    "verification": ast.VerificationCaseUsage,
    "view": ast.ViewUsage,
    "viewpoint": ast.ViewpointUsage,
}
"""By the first word of the keyword of a plain usage."""

CONTROL_NODES: dict[str, type[ast.ControlNode]] = {
    "decide": ast.DecisionNode,
    "fork": ast.ForkNode,
    "join": ast.JoinNode,
    "merge": ast.MergeNode,
}

_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPECIAL = {
    ast.RootNamespace: "a file",
    ast.ReferenceUsage: "a reference",
    ast.MetadataUsage: "metadata",
    ast.Usage: "a usage",
    ast.Definition: "a definition",
}


def describe(element: ast.Element) -> str:
    """What a person calls an element: `a part definition`, `an action`."""
    if type(element) in _SPECIAL:
        return _SPECIAL[type(element)]
    words = _HUMPS.sub(" ", type(element).__name__).lower()
    words = words.replace(" as usage", "").replace(" usage", "").replace(" member", "")
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
