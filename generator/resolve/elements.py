"""From resolved symbols to the elements of the model.

Source: SysML 2.0, clause 8.3 (abstract syntax). Each element gets what its notation says; everything it
refers to is resolved here at the latest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any, ClassVar

from generator import ir
from generator.ir import Role
from generator.resolve.connections import Connections
from generator.resolve.expressions import Expressions, reference_to
from generator.resolve.naming import Naming
from generator.resolve.references import References
from generator.resolve.symbols import Symbol
from generator.syntax import ast

__all__ = ["Elements"]

_Fields = dict[str, Any]
_Adder = Callable[["Elements", Symbol, Any, _Fields], None]
_RESULT_KINDS = tuple(
    kind
    for kind in vars(ir).values()
    if isinstance(kind, type)
    and issubclass(kind, ir.Element)
    and "result" in {each.name for each in fields(kind)}
)
_REFERENCE_KINDS = tuple(
    kind
    for kind in vars(ir).values()
    if isinstance(kind, type)
    and issubclass(kind, ir.Element)
    and "reference" in {each.name for each in fields(kind)}
)
_REFERENTIAL = (
    ir.ReferenceUsage,
    ir.AttributeUsage,
    ir.EventOccurrenceUsage,
    ir.PerformActionUsage,
    ir.ExhibitStateUsage,
    ir.IncludeUseCaseUsage,
    ir.ExpressionFeature,
)


_RELATIONSHIPS = {
    ast.Disjoining: ir.RelationshipKind.DISJOINING,
    ast.Unioning: ir.RelationshipKind.UNIONING,
    ast.Intersecting: ir.RelationshipKind.INTERSECTING,
    ast.Differencing: ir.RelationshipKind.DIFFERENCING,
    ast.FeatureInverting: ir.RelationshipKind.INVERTING,
    ast.TypeFeaturing: ir.RelationshipKind.FEATURING,
}


class Elements:
    """Builds elements in the order of their ids: owners come before what they own."""

    def __init__(
        self, references: References, expressions: Expressions, connections: Connections
    ) -> None:
        self._references = references
        self._expressions = expressions
        self._connections = connections
        self._naming = Naming()
        self._adders: dict[type[ast.Element], list[_Adder]] = {}

    def build(self, symbol: Symbol) -> ir.Element:
        """The element of a symbol."""
        node = symbol.node
        owner = symbol.owner if symbol.owner is not None and symbol.owner.id >= 0 else None
        symbol.name = self._naming.effective(symbol)
        found: _Fields = {
            "id": symbol.id,
            "name": symbol.name,
            "declared_name": symbol.declared_name,
            "short_name": symbol.short_name,
            "qualified_name": self._naming.qualified(symbol, owner),
            "owner": owner.id if owner is not None else None,
            "role": symbol.role,
            "visibility": symbol.visibility,
            "library": symbol.library,
            "doc": _documentation(node),
            "span": symbol.span(),
        }
        if node.declared_name is not None or node.declared_short_name is not None:
            found["name_span"] = symbol.name_span()
        if isinstance(node, ast.Type):
            self._add_type(symbol, node, found)
        for add in self._particular(type(node)):
            add(self, symbol, node, found)
        if issubclass(symbol.kind, _RESULT_KINDS) and symbol.result is not None:
            found["result"] = self._expressions.result_of(symbol)
        return symbol.kind(**found)

    def _particular(self, node: type[ast.Element]) -> list[_Adder]:
        if node not in self._adders:
            self._adders[node] = [
                add for kinds, add in self._special.items() if issubclass(node, kinds)
            ]
        return self._adders[node]

    # -- types ------------------------------------------------------------------------------------

    def _add_type(self, symbol: Symbol, node: ast.Type, found: _Fields) -> None:
        if issubclass(symbol.kind, ir.Type):
            found["is_abstract"] = node.is_abstract
            found["relationships"] = self._relationships(symbol, node)
        if issubclass(symbol.kind, ir.Definition | ir.Usage):
            found["is_variation"] = node.is_variation
            found["is_individual"] = node.is_individual
        if issubclass(symbol.kind, ir.StateDefinition | ir.StateUsage):
            found["is_parallel"] = node.is_parallel
        if isinstance(node, ast.Usage):
            self._add_usage(symbol, node, found)
        if issubclass(symbol.kind, _REFERENCE_KINDS):
            found["reference"] = self._referenced(symbol)

    def _relationships(self, symbol: Symbol, node: ast.Type) -> tuple[ir.TypeRelationship, ...]:
        found = []
        for each in node.specializations:
            kind = _RELATIONSHIPS.get(type(each))
            if kind is not None:
                # Unlike a specialisation it may name what the type itself owns.
                path = self._references.resolve(symbol, each.target, but=symbol, kind=ir.Type)
                found.append(ir.TypeRelationship(kind, reference_to(symbol, path, each.target)))
        return tuple(found)

    def _add_usage(self, symbol: Symbol, node: ast.Usage, found: _Fields) -> None:
        composite = _is_composite(symbol, node)
        found["direction"] = ir.Direction(node.direction) if node.direction else None
        found["is_composite"] = composite
        found["is_derived"] = node.is_derived
        found["is_constant"] = node.is_constant
        found["is_end"] = node.is_end
        found["is_portion"] = node.portion_kind is not None
        found["is_ordered"] = node.is_ordered
        found["is_unique"] = not node.is_nonunique
        scope = symbol.owner
        if scope is not None and node.multiplicity is not None:
            found["multiplicity"] = self._multiplicity(node.multiplicity, scope)
        if scope is not None and node.value is not None:
            found["value"] = self._value(node.value, scope, symbol)
        if issubclass(symbol.kind, ir.Usage):
            found["is_reference"] = not composite
            found["portion_kind"] = node.portion_kind

    def _value(self, node: ast.FeatureValue, scope: Symbol, feature: Symbol) -> ir.FeatureValue:
        expression = self._expressions.translate(node.value, scope, feature)
        return ir.FeatureValue(
            expression=expression, is_default=node.is_default, is_initial=node.is_initial
        )

    def _multiplicity(self, node: ast.MultiplicityRange, scope: Symbol) -> ir.Multiplicity:
        upper, upper_expression = self._bound(node.upper, scope)
        if node.lower is not None:
            lower, lower_expression = self._bound(node.lower, scope)
        elif isinstance(node.upper, ast.LiteralInfinity):
            lower, lower_expression = 0, None
        else:
            lower, lower_expression = upper, upper_expression
        return ir.Multiplicity(
            lower=lower,
            upper=upper,
            lower_expression=lower_expression,
            upper_expression=upper_expression,
        )

    def _bound(
        self, node: ast.Expression, scope: Symbol
    ) -> tuple[int | None, ir.Expression | None]:
        if isinstance(node, ast.LiteralInteger):
            return node.value, None
        if isinstance(node, ast.LiteralInfinity):
            return None, None
        return None, self._expressions.translate(node, scope)

    def _referenced(self, symbol: Symbol) -> ir.Reference | None:
        for kind in (ir.SpecializationKind.REFERENCE, ir.SpecializationKind.TYPING):
            for general in symbol.generals or ():
                if general.kind is kind and general.node is not None:
                    return reference_to(symbol, general.path, general.node.target)
            if not issubclass(symbol.kind, ir.SatisfyRequirementUsage):
                break
        return None

    # -- particular kinds -------------------------------------------------------------------------

    def _add_annotation(self, symbol: Symbol, node: ast.Element, found: _Fields) -> None:
        if isinstance(node, ast.Comment | ast.MetadataUsage) and symbol.owner is not None:
            found["about"] = self._names_of(symbol.owner, node.about)
        if isinstance(node, ast.Comment | ast.Documentation):
            found["locale"] = node.locale
            found["body"] = node.body
        if isinstance(node, ast.TextualRepresentation):
            found["language"] = node.language
            found["body"] = node.raw
        if isinstance(node, ast.MetadataUsage):
            found["is_prefix"] = type(node) is not ast.MetadataUsage

    def _names_of(
        self, scope: Symbol, nodes: tuple[ast.QualifiedName, ...]
    ) -> tuple[ir.Reference, ...]:
        return tuple(
            reference_to(scope, self._references.resolve(scope, node), node) for node in nodes
        )

    def _add_dependency(self, symbol: Symbol, node: ast.Dependency, found: _Fields) -> None:
        if symbol.owner is not None:
            found["clients"] = self._names_of(symbol.owner, node.clients)
            found["suppliers"] = self._names_of(symbol.owner, node.suppliers)

    def _add_library(self, symbol: Symbol, node: ast.LibraryPackage, found: _Fields) -> None:
        found["is_standard"] = node.is_standard

    def _add_filter(
        self, symbol: Symbol, node: ast.ElementFilterMembership, found: _Fields
    ) -> None:
        found["result"] = self._expressions.translate(node.condition, symbol)

    def _add_connection(self, symbol: Symbol, node: ast.Element, found: _Fields) -> None:
        self._connections.add(symbol, node, found)

    def _add_accept(self, symbol: Symbol, node: ast.AcceptActionUsage, found: _Fields) -> None:
        value = node.payload.value if node.payload is not None else None
        if value is not None and isinstance(value.value, ast.TriggerInvocationExpression):
            found["trigger"] = value.value.kind
            found["trigger_expression"] = self._expressions.translate(value.value, symbol)
        found["receiver"] = self._expressions.translate(node.receiver, symbol)

    def _add_send(self, symbol: Symbol, node: ast.SendActionUsage, found: _Fields) -> None:
        translate = self._expressions.translate
        found["payload"] = translate(node.payload, symbol)
        found["sender"] = translate(node.sender, symbol)
        found["receiver"] = translate(node.receiver, symbol)

    def _add_assignment(
        self, symbol: Symbol, node: ast.AssignmentActionUsage, found: _Fields
    ) -> None:
        source = self._expressions.translate(node.target, symbol)
        if node.referent is not None:
            path = (
                self._expressions.feature_path(node.referent, symbol)
                if source is None
                else self._expressions.path_after(source, node.referent, symbol)
            )
            found["target"] = reference_to(symbol, path, node.referent)
        found["target_source"] = source
        found["value_expression"] = self._expressions.translate(node.assigned, symbol)

    def _add_terminate(
        self, symbol: Symbol, node: ast.TerminateActionUsage, found: _Fields
    ) -> None:
        found["terminated"] = self._expressions.translate(node.terminated, symbol)

    def _add_control(self, symbol: Symbol, node: ast.Element, found: _Fields) -> None:
        translate = self._expressions.translate
        if isinstance(node, ast.IfActionUsage):
            found["condition"] = translate(node.condition, symbol)
        elif isinstance(node, ast.WhileLoopActionUsage):
            found["condition"] = translate(node.condition, symbol)
            found["until"] = translate(node.until, symbol)
        elif isinstance(node, ast.ForLoopActionUsage) and symbol.owner is not None:
            found["sequence"] = translate(node.sequence, symbol.owner)

    def _add_satisfy(
        self, symbol: Symbol, node: ast.SatisfyRequirementUsage, found: _Fields
    ) -> None:
        found["is_negated"] = node.is_negated
        if node.by is not None and symbol.owner is not None:
            path = self._expressions.feature_path(node.by, symbol.owner)
            found["satisfying"] = reference_to(symbol, path, node.by)

    def _add_assertion(
        self, symbol: Symbol, node: ast.AssertConstraintUsage, found: _Fields
    ) -> None:
        found["is_negated"] = node.is_negated

    def _add_invariant(self, symbol: Symbol, node: ast.Invariant, found: _Fields) -> None:
        found["is_negated"] = node.is_negated

    def _add_feature(self, symbol: Symbol, node: ast.Feature, found: _Fields) -> None:
        found["is_sufficient"] = node.is_sufficient
        found["is_composite"] = node.is_composite
        found["is_portion"] = node.is_portion
        found["is_variable"] = node.is_variable

    def _add_classifier(self, symbol: Symbol, node: ast.Classifier, found: _Fields) -> None:
        found["is_sufficient"] = node.is_sufficient

    def _add_multiplicity(self, symbol: Symbol, node: ast.Multiplicity, found: _Fields) -> None:
        if node.range is not None:
            found["multiplicity"] = self._multiplicity(node.range, symbol.owner or symbol)

    def _add_relationship(
        self, symbol: Symbol, node: ast.RelationshipMember, found: _Fields
    ) -> None:
        scope = symbol.owner or symbol
        found["metaclass"] = node.metaclass
        for name, place in (("specific", node.specific), ("general", node.general)):
            if place is not None:
                path = self._references.resolve(scope, place)
                found[name] = reference_to(symbol, path, place)

    def _add_view(self, symbol: Symbol, node: ast.ViewUsage, found: _Fields) -> None:
        found["exposed"] = tuple(
            reference_to(symbol, () if each.target is None else (each.target,), each.node.target)
            for each in symbol.imports
            if isinstance(each.node, ast.Expose)
        )

    _special: ClassVar[dict[Any, _Adder]] = {
        (ast.Comment, ast.Documentation, ast.TextualRepresentation, ast.MetadataUsage): (
            _add_annotation
        ),
        ast.Dependency: _add_dependency,
        ast.LibraryPackage: _add_library,
        ast.ElementFilterMembership: _add_filter,
        Connections.NODES: _add_connection,
        ast.AcceptActionUsage: _add_accept,
        ast.SendActionUsage: _add_send,
        ast.AssignmentActionUsage: _add_assignment,
        ast.TerminateActionUsage: _add_terminate,
        (ast.IfActionUsage, ast.WhileLoopActionUsage, ast.ForLoopActionUsage): _add_control,
        ast.SatisfyRequirementUsage: _add_satisfy,
        ast.AssertConstraintUsage: _add_assertion,
        ast.ViewUsage: _add_view,
        ast.Invariant: _add_invariant,
        ast.Feature: _add_feature,
        ast.Classifier: _add_classifier,
        ast.Multiplicity: _add_multiplicity,
        ast.RelationshipMember: _add_relationship,
    }


def _is_composite(symbol: Symbol, node: ast.Usage) -> bool:
    if node.is_reference or node.direction or node.is_end or issubclass(symbol.kind, _REFERENTIAL):
        return False
    if symbol.role is Role.PAYLOAD or symbol.owner is None or not symbol.owner.is_type():
        return False
    if issubclass(symbol.kind, ir.PortUsage):
        return issubclass(
            symbol.owner.kind, ir.PortDefinition | ir.PortUsage | ir.PartDefinition | ir.PartUsage
        )
    return True


def _documentation(node: ast.Element) -> str:
    found = [each.body for each in node.members if isinstance(each, ast.Documentation)]
    return "\n\n".join(found)
