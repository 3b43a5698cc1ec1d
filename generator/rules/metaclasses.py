"""Which elements are instances of which metaclass of the specification, and what to call them.

The classes of the model have one parent each where the metamodel gives some of them two (SysML 2.0, clause 8.3);
what they are besides is said here. Must not know particular rules.
"""

from __future__ import annotations

from generator import ir

__all__ = [
    "ACTION_USAGES",
    "ASSOCIATIONS",
    "BEHAVIORS",
    "BINDINGS",
    "CASES",
    "CLASSES",
    "CONNECTORS",
    "CONNECTORS_ONLY",
    "DATA_TYPES",
    "EXPRESSIONS",
    "FUNCTIONS",
    "INTERACTIONS",
    "METACLASSES",
    "METADATA",
    "OCCURRENCES",
    "PREDICATES",
    "REQUIREMENTS",
    "STEPS",
    "STRUCTURES",
    "described",
    "keyword",
    "named",
]

Kinds = tuple[type[ir.Element], ...]

DATA_TYPES: Kinds = (ir.DataType, ir.AttributeDefinition)
CLASSES: Kinds = (ir.Class, ir.AssociationStructure, ir.OccurrenceDefinition)
STRUCTURES: Kinds = (
    ir.Structure,
    ir.AssociationStructure,
    ir.ItemDefinition,
    ir.PortDefinition,
    ir.ConnectionDefinition,
)
ASSOCIATIONS: Kinds = (ir.Association, ir.Interaction, ir.ConnectionDefinition, ir.FlowDefinition)
INTERACTIONS: Kinds = (ir.Interaction, ir.FlowDefinition)
BEHAVIORS: Kinds = (ir.Behavior, ir.ActionDefinition, ir.FlowDefinition, ir.ConstraintDefinition)
FUNCTIONS: Kinds = (ir.Function, ir.CalculationDefinition, ir.ConstraintDefinition)
PREDICATES: Kinds = (ir.Predicate, ir.ConstraintDefinition)
METACLASSES: Kinds = (ir.Metaclass, ir.MetadataDefinition)

REQUIREMENTS: Kinds = (ir.RequirementDefinition, ir.RequirementUsage)
CASES: Kinds = (ir.CaseDefinition, ir.CaseUsage)

# Usages that connect and are nothing else: the model keeps them with the occurrences they order or bind.
CONNECTORS_ONLY: Kinds = (ir.BindingConnectorAsUsage, ir.SuccessionAsUsage)
CONNECTORS: Kinds = (ir.Connector, ir.ConnectorAsUsage)
BINDINGS: Kinds = (ir.BindingConnector, ir.BindingConnectorAsUsage)
STEPS: Kinds = (ir.ActionUsage, ir.ConstraintUsage, ir.FlowUsage, ir.Step, ir.Flow)
EXPRESSIONS: Kinds = (ir.ExpressionFeature, ir.CalculationUsage, ir.ConstraintUsage)
METADATA: Kinds = (ir.MetadataFeature, ir.MetadataUsage)
ACTION_USAGES: Kinds = (ir.ActionUsage, ir.FlowUsage)
# What has a life in time: the definitions and usages of which there can be snapshots and portions.
OCCURRENCES: Kinds = (ir.OccurrenceDefinition, ir.OccurrenceUsage)

_KEYWORDS = {
    "AnalysisCase": "analysis",
    "BindingConnector": "binding",
    "Calculation": "calc",
    "Decision": "decide",
    "Enumeration": "enum",
    "ExhibitState": "exhibit",
    "IncludeUseCase": "include",
    "PerformAction": "perform",
    "SatisfyRequirement": "satisfy",
    "UseCase": "use case",
    "VerificationCase": "verification",
}


def keyword(kind: type[ir.Element]) -> str:
    """The word that declares a usage of a metaclass, or of the usages that go with a definition."""
    stem = kind.__name__
    for ending in ("Definition", "AsUsage", "Usage", "Node"):
        stem = stem.removesuffix(ending)
    return _KEYWORDS.get(stem, _words(stem))


def described(element: ir.Element) -> str:
    """A metaclass in words, with an article: `an attribute definition`, `a part`."""
    words = _words(element.kind.removesuffix("Usage").removesuffix("As").removesuffix("Feature"))
    words = words or "feature"
    is_vowel = words[0] in "aeiou" and not words.startswith("use")
    return ("an " if is_vowel else "a ") + words


def named(element: ir.Element) -> str:
    """What to call an element in a message: its name in quotes, else its metaclass in words and its line."""
    name = element.name or element.short_name
    if name:
        return f"`{name}`"
    return f"the {described(element).split(' ', 1)[1]} in line {element.span.line}"


def _words(stem: str) -> str:
    return "".join(f" {each.lower()}" if each.isupper() else each for each in stem).strip()
