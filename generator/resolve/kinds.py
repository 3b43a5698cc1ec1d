"""Which metaclass of the model a tree node becomes, in which role, and which library type it specialises.

Sources: SysML 2.0, clause 8.4 (implied specialisations of definitions and usages). Must not know names
or scopes.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator import ir
from generator.ir import Role
from generator.syntax import ast

__all__ = [
    "BEHAVIOURAL",
    "CONNECTORS",
    "EndFeature",
    "PrefixAnnotation",
    "base_names",
    "binary_base_name",
    "definition_kind_of",
    "element_kind",
    "kind_like",
    "member_role",
    "usage_kind_of",
]


@dataclass(slots=True, eq=False)
class PrefixAnnotation(ast.MetadataUsage):
    """`#m` before a keyword, as the metadata usage it stands for."""


@dataclass(slots=True, eq=False)
class EndFeature(ast.ReferenceUsage):
    """`name ::> a.b` in a connector, as the end feature it stands for."""


_SPECIAL: dict[type[ast.Element], type[ir.Element]] = {
    ast.InitialNodeMember: ir.SuccessionAsUsage,
    EndFeature: ir.ReferenceUsage,
    PrefixAnnotation: ir.MetadataUsage,
    ast.PayloadFeature: ir.ReferenceUsage,
    ast.ElementFilterMembership: ir.ExpressionFeature,
    ast.GeneralType: ir.Type,
    ast.SuccessionFlow: ir.Flow,
    ast.Multiplicity: ir.MultiplicityRange,
    ast.RelationshipMember: ir.Relationship,
}
_kinds: dict[type[ast.Element], type[ir.Element] | None] = {}


def element_kind(node: type[ast.Element]) -> type[ir.Element] | None:
    """The metaclass for a node class; None for nodes that are not elements of the model."""
    if node not in _kinds:
        kind = _SPECIAL.get(node) or getattr(ir, node.__name__, None)
        is_kind = isinstance(kind, type) and issubclass(kind, ir.Element)
        _kinds[node] = kind if is_kind else None
    return _kinds[node]


BEHAVIOURAL: tuple[type[ir.Element], ...] = (
    ir.ActionDefinition,
    ir.ActionUsage,
    ir.ConstraintDefinition,
    ir.ConstraintUsage,
    ir.FlowDefinition,
    ir.FlowUsage,
    ir.Behavior,
    ir.Step,
)


CONNECTORS: tuple[type[ir.Element], ...] = (ir.ConnectorAsUsage, ir.Connector)


def member_role(node: ast.Element, kind: type[ir.Element], owner: type[ir.Element] | None) -> Role:
    """The role of a member, from what is written and what owns it."""
    if node.role == "owning":
        return Role.MEMBER
    if node.role != "member":
        return Role(node.role)
    if isinstance(node, ast.ElementFilterMembership):
        return Role.FILTER
    if owner is None or not issubclass(owner, ir.Type) or not issubclass(kind, ir.Feature):
        return Role.MEMBER
    if issubclass(kind, ir.MetadataUsage):
        return Role.MEMBER
    if isinstance(node, ast.Usage):
        if node.is_end:
            return Role.END
        if node.direction and issubclass(owner, BEHAVIOURAL):
            return Role.PARAMETER
    return Role.FEATURE


# The most general library type of each metaclass: its name for definitions and for usages. Names are
# tried in order, because a compact library need not have all of them.
_BASES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "Attribute",
        ("Attributes::AttributeValue", "Base::DataValue"),
        ("Attributes::attributeValues",),
    ),
    ("Enumeration", ("Attributes::AttributeValue", "Base::DataValue"), ()),
    ("Occurrence", ("Occurrences::Occurrence",), ("Occurrences::occurrences",)),
    ("EventOccurrence", (), ("Occurrences::occurrences",)),
    ("Item", ("Items::Item",), ("Items::items",)),
    ("Part", ("Parts::Part",), ("Parts::parts",)),
    ("Port", ("Ports::Port",), ("Ports::ports",)),
    ("Connection", ("Connections::Connection",), ("Connections::connections",)),
    ("Interface", ("Interfaces::Interface",), ("Interfaces::interfaces",)),
    ("Allocation", ("Allocations::Allocation",), ("Allocations::allocations",)),
    ("Flow", ("Flows::MessageAction",), ("Flows::flows", "Flows::messages")),
    ("SuccessionFlow", (), ("Flows::successionFlows", "Flows::flows")),
    ("Action", ("Actions::Action",), ("Actions::actions",)),
    ("PerformAction", (), ("Actions::actions",)),
    ("AcceptAction", (), ("Actions::acceptActions", "Actions::actions")),
    ("SendAction", (), ("Actions::sendActions", "Actions::actions")),
    ("AssignmentAction", (), ("Actions::assignmentActions", "Actions::actions")),
    ("TerminateAction", (), ("Actions::terminateActions", "Actions::actions")),
    ("IfAction", (), ("Actions::ifThenActions", "Actions::actions")),
    ("WhileLoopAction", (), ("Actions::whileLoopActions", "Actions::actions")),
    ("ForLoopAction", (), ("Actions::forLoopActions", "Actions::actions")),
    ("Transition", (), ("Actions::transitionActions", "Actions::actions")),
    ("ForkNode", (), ("Actions::actions",)),
    ("JoinNode", (), ("Actions::actions",)),
    ("MergeNode", (), ("Actions::actions",)),
    ("DecisionNode", (), ("Actions::actions",)),
    ("Calculation", ("Calculations::Calculation",), ("Calculations::calculations",)),
    ("State", ("States::StateAction",), ("States::stateActions",)),
    ("ExhibitState", (), ("States::stateActions",)),
    ("Constraint", ("Constraints::ConstraintCheck",), ("Constraints::constraintChecks",)),
    ("AssertConstraint", (), ("Constraints::constraintChecks",)),
    ("Requirement", ("Requirements::RequirementCheck",), ("Requirements::requirementChecks",)),
    ("SatisfyRequirement", (), ("Requirements::requirementChecks",)),
    ("Concern", ("Requirements::ConcernCheck",), ("Requirements::concernChecks",)),
    ("Viewpoint", ("Views::ViewpointCheck",), ("Views::viewpointChecks",)),
    ("Case", ("Cases::Case",), ("Cases::cases",)),
    ("AnalysisCase", ("AnalysisCases::AnalysisCase",), ("AnalysisCases::analysisCases",)),
    (
        "VerificationCase",
        ("VerificationCases::VerificationCase",),
        ("VerificationCases::verificationCases",),
    ),
    ("UseCase", ("UseCases::UseCase",), ("UseCases::useCases",)),
    ("IncludeUseCase", (), ("UseCases::useCases",)),
    ("View", ("Views::View",), ("Views::views",)),
    ("Rendering", ("Views::Rendering",), ("Views::renderings",)),
    ("Metadata", ("Metadata::MetadataItem",), ("Metadata::metadataItems",)),
    ("Reference", (), ("Base::things",)),
)
# The same for the kernel's metaclasses (KerML 1.0, clause 8.4).
_KERNEL_BASES: dict[type[ir.Element], str | tuple[str, ...]] = {
    ir.Type: "Base::Anything",
    ir.Classifier: "Base::Anything",
    ir.DataType: "Base::DataValue",
    ir.Class: "Occurrences::Occurrence",
    ir.Structure: "Objects::Object",
    ir.Association: "Links::Link",
    ir.AssociationStructure: "Objects::LinkObject",
    ir.Interaction: "Transfers::Transfer",
    ir.Behavior: "Performances::Performance",
    ir.Function: "Performances::Evaluation",
    ir.Predicate: "Performances::BooleanEvaluation",
    ir.Metaclass: "Metaobjects::Metaobject",
    ir.Feature: "Base::things",
    ir.Step: "Performances::performances",
    ir.ExpressionFeature: "Performances::evaluations",
    ir.BooleanExpression: "Performances::booleanEvaluations",
    ir.Invariant: "Performances::trueEvaluations",
    ir.Connector: "Links::links",
    ir.BindingConnector: "Links::selfLinks",
    ir.Succession: ("Occurrences::happensBeforeLinks", "Links::links"),
    ir.Flow: "Transfers::transfers",
}

_BINARY_BASES: dict[type[ir.Element], str] = {
    ir.Association: "Links::BinaryLink",
    ir.AssociationStructure: "Objects::BinaryLinkObject",
    ir.ConnectionDefinition: "Connections::BinaryConnection",
    ir.InterfaceDefinition: "Interfaces::BinaryInterface",
    ir.FlowDefinition: "Flows::Message",
}

_base_names: dict[type[ir.Element], tuple[str, ...]] = {
    kind: (names,) if isinstance(names, str) else names for kind, names in _KERNEL_BASES.items()
}
for _stem, _definitions, _usages in _BASES:
    for _suffix, _names in (("Definition", _definitions), ("Usage", _usages), ("", _usages)):
        _kind = getattr(ir, _stem + _suffix, None)
        if isinstance(_kind, type):
            _base_names[_kind] = _names


def base_names(kind: type[ir.Element]) -> tuple[str, ...]:
    """Qualified names of the library type a metaclass implicitly specialises, the best first."""
    return _base_names.get(kind, ())


def binary_base_name(kind: type[ir.Element]) -> str | None:
    """Qualified name of the library type that an association with two ends specialises besides."""
    return _BINARY_BASES.get(kind)


def usage_kind_of(definition: type[ir.Element]) -> type[ir.Element] | None:
    """The usage metaclass that goes with a definition metaclass (`PartDefinition`: `PartUsage`)."""
    kind = getattr(ir, definition.__name__.replace("Definition", "Usage"), None)
    return kind if isinstance(kind, type) else None


def definition_kind_of(usage: type[ir.Element]) -> type[ir.Element] | None:
    """The definition metaclass that goes with a usage metaclass (`PartUsage`: `PartDefinition`)."""
    kind = getattr(ir, usage.__name__.replace("Usage", "Definition"), None)
    return kind if isinstance(kind, type) else None


def kind_like(kind: type[ir.Element], base: type[ir.Element]) -> type[ir.Element]:
    """The metaclass of a `#keyword def` or `#keyword` usage: that of its base type."""
    if kind is ir.Definition:
        found = base if issubclass(base, ir.Definition) else definition_kind_of(base)
    else:
        found = base if issubclass(base, ir.Usage) else usage_kind_of(base)
    return found if found is not None and issubclass(found, kind) else kind
