"""What a text says of the generals of a type: the relationships written at it, and what each of them means.

Source: KerML 1.0, clause 8.2.4 (specialisations in the notation). Must not know how names are resolved.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.ir import Role, SpecializationKind
from generator.resolve.kinds import CONNECTORS, PrefixAnnotation
from generator.resolve.symbols import Symbol
from generator.syntax import ast

__all__ = [
    "WANTED_KINDS",
    "WRITTEN_ALONE",
    "WRITTEN_KINDS",
    "is_seen_from_outside",
    "writes_redefinition",
    "written_specializations",
]

WRITTEN_KINDS = {
    ast.Subclassification: SpecializationKind.SUBCLASSIFICATION,
    ast.FeatureTyping: SpecializationKind.TYPING,
    ast.Subsetting: SpecializationKind.SUBSETTING,
    ast.ReferenceSubsetting: SpecializationKind.REFERENCE,
    ast.Redefinition: SpecializationKind.REDEFINITION,
    ast.CrossSubsetting: SpecializationKind.CROSSING,
    # A feature has the members of the last feature it chains; a type those of the one it conjugates.
    ast.FeatureChaining: SpecializationKind.CHAINING,
    ast.Conjugation: SpecializationKind.CONJUGATION,
}
# The same for relationships that stand by themselves, by the name of their metaclass.
WRITTEN_ALONE: dict[str, type[ast.Specialization]] = {
    "Specialization": ast.Subclassification,
    **{each.__name__: each for each in WRITTEN_KINDS},
}
# What the target of a specialisation has to be; a type, where nothing is said.
WANTED_KINDS: dict[type[ast.Specialization], type[ir.Element]] = {
    ast.Subclassification: ir.Classifier,
    ast.Subsetting: ir.Feature,
    ast.ReferenceSubsetting: ir.Feature,
    ast.CrossSubsetting: ir.Feature,
}


def written_specializations(symbol: Symbol) -> Iterator[tuple[Symbol, ast.Specialization]]:
    """What is written about a type, with the element in whose place it stands."""
    node = symbol.node
    if isinstance(node, ast.Type):
        yield from ((symbol, each) for each in node.specializations)
    elif isinstance(node, ast.Multiplicity) and node.subsets is not None:
        yield symbol, ast.Subsetting(node.subsets.start, node.subsets.end, node.subsets)
    yield from symbol.added


def is_seen_from_outside(symbol: Symbol, node: ast.Specialization) -> bool:
    """Whether a reference is looked up around the owner: a prefix annotation's, an end's of a connector."""
    if isinstance(symbol.node, PrefixAnnotation):
        return True
    is_end = symbol.role is Role.END and isinstance(node, ast.ReferenceSubsetting)
    return is_end and symbol.owner is not None and issubclass(symbol.owner.kind, CONNECTORS)


def writes_redefinition(symbol: Symbol) -> bool:
    """Whether a type says itself what it redefines."""
    node = symbol.node
    return isinstance(node, ast.Type) and any(
        isinstance(each, ast.Redefinition) for each in node.specializations
    )
