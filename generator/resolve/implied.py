"""The features of the library that a usage subsets because of what it is and where it stands.

Source: SysML 2.0, clause 8.4 (the `check…Specialization` constraints of usages). Must not know how names are looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator import ir
from generator.ir import Library, Role, SpecializationKind
from generator.resolve.symbols import General, Symbol
from generator.syntax import ast

__all__ = ["ImpliedFeatures"]

_Kinds = tuple[type[ir.Element], ...]

_OCCURRENCES: _Kinds = (ir.OccurrenceDefinition, ir.OccurrenceUsage)
_PARTS: _Kinds = (ir.PartDefinition, ir.PartUsage, ir.ConnectionDefinition, ir.ConnectionUsage)
_ITEMS: _Kinds = (ir.ItemDefinition, ir.ItemUsage, ir.ConnectionDefinition, ir.ConnectionUsage)
_PORTS: _Kinds = (ir.PortDefinition, ir.PortUsage)
_ACTIONS: _Kinds = (ir.ActionDefinition, ir.ActionUsage, ir.FlowDefinition, ir.FlowUsage)
_CALCULATIONS: _Kinds = (ir.CalculationDefinition, ir.CalculationUsage)
_CASES: _Kinds = (ir.CaseDefinition, ir.CaseUsage)
_ANALYSES: _Kinds = (ir.AnalysisCaseDefinition, ir.AnalysisCaseUsage)
_VERIFICATIONS: _Kinds = (ir.VerificationCaseDefinition, ir.VerificationCaseUsage)
_USE_CASES: _Kinds = (ir.UseCaseDefinition, ir.UseCaseUsage)
_REQUIREMENTS: _Kinds = (ir.RequirementDefinition, ir.RequirementUsage)
_VIEWS: _Kinds = (ir.ViewDefinition, ir.ViewUsage)
_RENDERINGS: _Kinds = (ir.RenderingDefinition, ir.RenderingUsage)

# What a usage of a metaclass subsets if it belongs to an owner of some metaclasses: the first entry that fits.
_COMPOSITE: tuple[tuple[type[ir.Element], _Kinds, str], ...] = (
    (ir.PortUsage, _PORTS, "Ports::Port::subports"),
    (ir.AnalysisCaseUsage, _ANALYSES, "AnalysisCases::AnalysisCase::subAnalysisCases"),
    (
        ir.VerificationCaseUsage,
        _VERIFICATIONS,
        "VerificationCases::VerificationCase::subVerificationCases",
    ),
    (ir.UseCaseUsage, _USE_CASES, "UseCases::UseCase::subUseCases"),
    (ir.CaseUsage, _CASES, "Cases::Case::subcases"),
    (ir.CalculationUsage, _CALCULATIONS, "Calculations::Calculation::subcalculations"),
    (ir.StateUsage, _PARTS, "Parts::Part::ownedStates"),
    (ir.AcceptActionUsage, _ACTIONS, "Actions::Action::acceptSubactions"),
    (ir.SendActionUsage, _ACTIONS, "Actions::Action::sendSubactions"),
    (ir.AssignmentActionUsage, _ACTIONS, "Actions::Action::assignments"),
    (ir.TerminateActionUsage, _ACTIONS, "Actions::Action::terminateSubactions"),
    (ir.IfActionUsage, _ACTIONS, "Actions::Action::ifSubactions"),
    (ir.WhileLoopActionUsage, _ACTIONS, "Actions::Action::whileLoops"),
    (ir.ForLoopActionUsage, _ACTIONS, "Actions::Action::forLoops"),
    (ir.MergeNode, _ACTIONS, "Actions::Action::merges"),
    (ir.DecisionNode, _ACTIONS, "Actions::Action::decisions"),
    (ir.JoinNode, _ACTIONS, "Actions::Action::joins"),
    (ir.ForkNode, _ACTIONS, "Actions::Action::forks"),
    (ir.ActionUsage, _ACTIONS, "Actions::Action::subactions"),
    (ir.ActionUsage, _PARTS, "Parts::Part::ownedActions"),
    (ir.ViewpointUsage, _VIEWS, "Views::View::viewpointSatisfactions"),
    (ir.RequirementUsage, _REQUIREMENTS, "Requirements::RequirementCheck::subrequirements"),
    (ir.ViewUsage, _VIEWS, "Views::View::subviews"),
    (ir.RenderingUsage, _RENDERINGS, "Views::Rendering::subrenderings"),
    (ir.PartUsage, _ITEMS, "Items::Item::subparts"),
    (ir.ItemUsage, _ITEMS, "Items::Item::subitems"),
    (ir.OccurrenceUsage, _OCCURRENCES, "Occurrences::Occurrence::suboccurrences"),
)
# The same for usages that need not belong to their owner.
_REFERENTIAL: tuple[tuple[type[ir.Element], _Kinds, str], ...] = (
    (ir.ExhibitStateUsage, _PARTS, "Parts::Part::exhibitedStates"),
    (ir.IncludeUseCaseUsage, _USE_CASES, "UseCases::UseCase::includedUseCases"),
    (ir.PerformActionUsage, _PARTS, "Parts::Part::performedActions"),
    (ir.EventOccurrenceUsage, _OCCURRENCES, "Occurrences::Occurrence::timeEnclosedOccurrences"),
    (ir.PortUsage, _PARTS, "Parts::Part::ownedPorts"),
    (ir.ConstraintUsage, _ITEMS, "Items::Item::checkedConstraints"),
)
_IN_ROLE: dict[Role, str] = {
    Role.STAKEHOLDER: "Requirements::RequirementCheck::stakeholders",
    Role.ASSUME: "Requirements::RequirementCheck::assumptions",
    Role.REQUIRE: "Requirements::RequirementCheck::constraints",
    Role.FRAME: "Requirements::RequirementCheck::concerns",
    Role.VERIFY: "VerificationCases::VerificationCase::obj::requirementVerifications",
    Role.TRIGGER: "Actions::TransitionAction::accepter",
    Role.EFFECT: "Actions::TransitionAction::effect",
}
_PORTIONS = {
    "snapshot": "Occurrences::Occurrence::snapshots",
    "timeslice": "Occurrences::Occurrence::timeSlices",
}
_STATE_ACTIONS = frozenset({Role.ENTRY, Role.DO, Role.EXIT})
_NO_OCCURRENCES = (ir.BindingConnectorAsUsage, ir.SuccessionAsUsage, ir.MetadataUsage)
# What never belongs to its owner (SysML 2.0, 8.3.6 to 8.3.25: always referential).
_NEVER_COMPOSITE = (
    ir.EventOccurrenceUsage,
    ir.PerformActionUsage,
    ir.ExhibitStateUsage,
    ir.IncludeUseCaseUsage,
)


class ImpliedFeatures:
    """Finds them; `of` gives the generals of a type, `element` an element of the library by its qualified name."""

    def __init__(
        self, of: Callable[[Symbol], list[General]], element: Callable[[str], Symbol | None]
    ) -> None:
        self._of = of
        self._element = element
        self._elements: dict[str, Symbol | None] = {}
        self._reached: dict[int, frozenset[int]] = {}

    def missing(self, symbol: Symbol, found: Sequence[General]) -> Iterator[Symbol]:
        """The features that a usage has to subset besides what was found, those that say most first."""
        if symbol.library is Library.STANDARD or not issubclass(symbol.kind, ir.Usage):
            return
        reached = self._through(found)
        for name in _names(symbol):
            feature = self._library_feature(name)
            if feature is not None and feature is not symbol and id(feature) not in reached:
                reached |= self._of_library(feature)
                yield feature

    def close(self, symbol: Symbol, found: Sequence[General]) -> None:
        """Remember which features of the library a usage leads to, now that its generals are complete."""
        if symbol.library is not Library.STANDARD and symbol.is_feature():
            self._reached[id(symbol)] = self._through(found)

    def reaches(self, found: Sequence[General], feature: Symbol) -> bool:
        """Whether some generals lead to a feature of the library."""
        return id(feature) in self._through(found)

    def _through(self, found: Sequence[General]) -> frozenset[int]:
        reached: frozenset[int] = frozenset()
        for each in found:
            target = each.target
            if target is None or not target.is_feature() or each.kind is SpecializationKind.TYPING:
                continue
            if target.library is Library.STANDARD:
                reached |= self._of_library(target)
            else:
                self._of(target)
                reached |= self._reached.get(id(target), frozenset())
        return reached

    def _of_library(self, feature: Symbol) -> frozenset[int]:
        known = self._reached.get(id(feature))
        if known is None:
            seen = {id(feature)}
            stack = [feature]
            while stack:
                for each in self._of(stack.pop()):
                    target = each.target
                    if target is not None and target.is_feature() and id(target) not in seen:
                        seen.add(id(target))
                        stack.append(target)
            known = self._reached[id(feature)] = frozenset(seen)
        return known

    def _library_feature(self, name: str) -> Symbol | None:
        if name not in self._elements:
            found = self._element(name)
            self._elements[name] = found if found is not None and found.is_feature() else None
        return self._elements[name]


def _names(symbol: Symbol) -> Iterator[str]:
    """The features of the library that a usage subsets by its place, and by what is said about it."""
    owner, node = symbol.owner, symbol.node
    if owner is None or not owner.is_type() or not isinstance(node, ast.Usage):
        return
    if symbol.role in _IN_ROLE:
        yield _IN_ROLE[symbol.role]
    elif symbol.role is Role.ACTOR:
        in_requirement = issubclass(owner.kind, _REQUIREMENTS)
        yield "Requirements::RequirementCheck::actors" if in_requirement else "Cases::Case::actors"
    if node.portion_kind is not None:
        yield _PORTIONS.get(node.portion_kind, "Occurrences::Occurrence::portions")
    if symbol.role is Role.MEMBER or issubclass(symbol.kind, _NO_OCCURRENCES):
        return
    if isinstance(node, ast.SatisfyRequirementUsage):
        negated = node.is_negated
        yield f"Requirements::{'notSatisfied' if negated else 'satisfied'}RequirementChecks"
    elif isinstance(node, ast.AssertConstraintUsage):
        yield f"Constraints::{'negated' if node.is_negated else 'asserted'}ConstraintChecks"
    yield from _by_owner(symbol, owner, _REFERENTIAL)
    if _is_composite(symbol, node):
        if issubclass(symbol.kind, ir.StateUsage) and isinstance(
            owner.node, ast.StateDefinition | ast.StateUsage
        ):
            parallel = owner.node.is_parallel
            yield f"States::StateAction::{'substates' if parallel else 'exclusiveStates'}"
        yield from _by_owner(symbol, owner, _COMPOSITE)


def _by_owner(
    symbol: Symbol, owner: Symbol, table: tuple[tuple[type[ir.Element], _Kinds, str], ...]
) -> Iterator[str]:
    for kind, owners, name in table:
        if issubclass(symbol.kind, kind) and issubclass(owner.kind, owners):
            yield name
            return


def _is_composite(symbol: Symbol, node: ast.Usage) -> bool:
    if node.is_reference or node.direction or node.is_end or symbol.role in _STATE_ACTIONS:
        return False
    if symbol.role in (Role.VARIANT, Role.TRIGGER, Role.PAYLOAD):
        return False
    return not issubclass(symbol.kind, _NEVER_COMPOSITE)
