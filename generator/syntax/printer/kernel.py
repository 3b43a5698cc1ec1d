"""Printing of what only KerML has."""

from __future__ import annotations

from collections.abc import Callable

from generator.syntax import ast
from generator.syntax.ast import Node
from generator.syntax.printer.members import payload
from generator.syntax.printer.paper import Piece, reference_text
from generator.syntax.printer.parts import (
    body,
    connector_end,
    declaration,
    identification,
    multiplicity,
    prefix,
    value,
)

__all__ = ["PRINTERS"]

_CLASSIFIERS: dict[type[Node], str] = {
    ast.GeneralType: "type",
    ast.Classifier: "classifier",
    ast.DataType: "datatype",
    ast.Class: "class",
    ast.Structure: "struct",
    ast.Metaclass: "metaclass",
    ast.Association: "assoc",
    ast.AssociationStructure: "assoc struct",
    ast.Interaction: "interaction",
    ast.Behavior: "behavior",
    ast.Function: "function",
    ast.Predicate: "predicate",
}
_FEATURES: dict[type[Node], str] = {
    ast.Feature: "feature",
    ast.Step: "step",
    ast.ExpressionFeature: "expr",
    ast.BooleanExpression: "bool",
}


def _all(node: ast.Classifier | ast.Feature) -> str:
    return " all" if node.is_sufficient else ""


def _namespace(node: ast.Namespace) -> list[Piece]:
    return [*prefix(node), " ".join(["namespace", *identification(node)]), *body(node)]


def _classifier(node: ast.Classifier) -> list[Piece]:
    """The multiplicity stands between the names and the relations."""
    names = "".join(f" {word}" for word in identification(node))
    bounds: list[Piece] = []
    if node.multiplicity is not None:
        bounds = [" ", *multiplicity(node.multiplicity)]
    relations = declaration(node)[2 * len(identification(node)) :]
    word = _CLASSIFIERS[type(node)] + _all(node)
    return [*prefix(node), word, names, *bounds, *relations, *body(node)]


def _head(node: ast.Feature, word: str) -> list[Piece]:
    return [*prefix(node), word + _all(node), *declaration(node), *value(node)]


def _feature(node: ast.Feature) -> list[Piece]:
    return [*_head(node, _FEATURES[type(node)]), *body(node)]


def _invariant(node: ast.Invariant) -> list[Piece]:
    return [*_head(node, "inv false" if node.is_negated else "inv"), *body(node)]


def _is_all_alone(node: ast.Feature) -> bool:
    """Whether `all` is the whole declaration: then the ends follow it without a word."""
    return node.is_sufficient and not (
        node.declared_name
        or node.declared_short_name
        or node.specializations
        or node.multiplicity
        or node.is_ordered
        or node.is_nonunique
    )


def _connector(node: ast.Connector) -> list[Piece]:
    pieces = _head(node, "connector")
    if _is_all_alone(node) and len(node.ends) == 2:
        one, two = node.ends
        pieces += [" ", *connector_end(one), " to ", *connector_end(two)]
    elif node.ends:
        pieces.append(" (")
        for at, end in enumerate(node.ends):
            pieces += [", " if at else "", *connector_end(end)]
        pieces.append(")")
    return [*pieces, *body(node)]


def _joined(word: str, before: str, between: str) -> Callable[[ast.Connector], list[Piece]]:
    def pieces(node: ast.Connector) -> list[Piece]:
        head = _head(node, word)
        if node.ends:
            one, two = node.ends
            head += [before, *connector_end(one), between, *connector_end(two)]
        return [*head, *body(node)]

    return pieces


def _flow(node: ast.Flow) -> list[Piece]:
    pieces = _head(node, "succession flow" if isinstance(node, ast.SuccessionFlow) else "flow")
    if node.payload is not None:
        pieces += [" of", *payload(node.payload)]
    if node.source is not None:
        begin = "" if _is_all_alone(node) and node.payload is None else " from"
        pieces.append(f"{begin} {reference_text(node.source)} to {reference_text(node.target)}")
    return [*pieces, *body(node)]


def _multiplicity(node: ast.Multiplicity) -> list[Piece]:
    head: list[Piece] = [" ".join(["multiplicity", *identification(node)]), " "]
    if node.subsets is not None:
        return [*head, f":> {reference_text(node.subsets)}", *body(node)]
    return [*head, *multiplicity(node.range), *body(node)]


_RELATIONSHIPS = {
    "Specialization": ("specialization", "subtype", ":>"),
    "Subclassification": ("specialization", "subclassifier", ":>"),
    "FeatureTyping": ("specialization", "typing", ":"),
    "Subsetting": ("specialization", "subset", ":>"),
    "Redefinition": ("specialization", "redefinition", ":>>"),
    "Conjugation": ("conjugation", "conjugate", "~"),
    "Disjoining": ("disjoining", "disjoint", "from"),
    "FeatureInverting": ("inverting", "inverse", "of"),
    "TypeFeaturing": ("featuring", "", "by"),
}


def _relationship(node: ast.RelationshipMember) -> list[Piece]:
    opening, keyword, joint = _RELATIONSHIPS[node.metaclass]
    names = identification(node)
    words = [opening, *names] if names or not keyword else []
    if not keyword and names:
        words.append("of")
    words += [keyword] if keyword else []
    words += [reference_text(node.specific), joint, reference_text(node.general)]
    return [" ".join(words), *body(node)]


PRINTERS: dict[type[Node], Callable[..., list[Piece]]] = {
    ast.Namespace: _namespace,
    **dict.fromkeys(_CLASSIFIERS, _classifier),
    **dict.fromkeys(_FEATURES, _feature),
    ast.Invariant: _invariant,
    ast.Connector: _connector,
    ast.BindingConnector: _joined("binding", " of ", " = "),
    ast.Succession: _joined("succession", " first ", " then "),
    ast.Flow: _flow,
    ast.SuccessionFlow: _flow,
    ast.Multiplicity: _multiplicity,
    ast.RelationshipMember: _relationship,
}
