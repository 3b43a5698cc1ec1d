"""Printing of actions, successions, transitions and usages that refer to another."""

from __future__ import annotations

from collections.abc import Callable

from generator.syntax import ast
from generator.syntax.ast import Expression, Node
from generator.syntax.printer.expressions import FLAT, PRIMARY, level_of
from generator.syntax.printer.members import control_words, payload
from generator.syntax.printer.paper import Piece, reference_text
from generator.syntax.printer.parts import (
    block,
    body,
    connector_end,
    declaration,
    multiplicity,
    prefix,
    reference_or_declaration,
    value,
    wrapped,
)

__all__ = ["PRINTERS"]

_PARTS_OF_STATES = ("entry", "do", "exit")
_Action = ast.ActionUsage


def _action(node: _Action) -> list[Piece]:
    if node.role in _PARTS_OF_STATES:
        return [";"]
    return [*prefix(node), "action", *declaration(node), *value(node), *body(node)]


def _perform(node: ast.PerformActionUsage) -> list[Piece]:
    head = reference_or_declaration(node, "action")
    if node.role in _PARTS_OF_STATES:
        return [*_unspaced(head), *value(node), *body(node)]
    return [*prefix(node), "perform", *head, *value(node), *body(node)]


def _unspaced(pieces: list[Piece]) -> list[Piece]:
    first, *rest = pieces
    return [first.lstrip() if isinstance(first, str) else first, *rest]


def _effect(node: Node) -> list[Piece]:
    """An action after `do` in a transition: it has braces or nothing at its end."""
    if type(node) is ast.ActionUsage:
        return []
    if isinstance(node, ast.PerformActionUsage):
        pieces = [*_unspaced(reference_or_declaration(node, "action")), *value(node)]
    else:
        pieces = _NODES[type(node)](node)
    if isinstance(node, ast.ActionUsage) and node.members:
        pieces += [" ", *block(node)]
    return pieces


def _head(node: _Action) -> list[Piece]:
    """A prefix, and `action x` where the node has a declaration."""
    declared = declaration(node)
    return [*prefix(node), *(["action", *declared, " "] if declared else [])]


def _braced(node: Expression | None) -> list[Piece]:
    """An expression that must not begin with a brace."""
    if isinstance(node, ast.BodyExpression):
        return ["(", node, ")"]
    return [] if node is None else [node]


def _accept_head(node: ast.AcceptActionUsage) -> list[Piece]:
    pieces = [*_head(node), "accept"]
    if node.payload is not None:
        pieces += payload(node.payload)
    if node.receiver is not None:
        pieces += [" via ", node.receiver]
    return pieces


def _send_head(node: ast.SendActionUsage) -> list[Piece]:
    pieces = [*_head(node), "send"]
    for word, part in ((" ", node.payload), (" via ", node.sender), (" to ", node.receiver)):
        if part is not None:
            pieces += [word, *_braced(part)]
    return pieces


def _assign_head(node: ast.AssignmentActionUsage) -> list[Piece]:
    pieces = [*_head(node), "assign "]
    if node.target is not None:
        is_name = isinstance(node.target, ast.FeatureReferenceExpression)
        plain = level_of(node.target) >= PRIMARY and not is_name
        pieces += [node.target] if plain else ["(", node.target, ")"]
        pieces += ["."] if node.referent is not None else []
    pieces.append(reference_text(node.referent))
    return [*pieces, " := ", *([node.assigned] if node.assigned else [])]


def _terminate_head(node: ast.TerminateActionUsage) -> list[Piece]:
    space = " " if node.terminated is not None else ""
    return [*_head(node), "terminate", space, *_braced(node.terminated)]


_NODES: dict[type[Node], Callable[..., list[Piece]]] = {
    ast.AcceptActionUsage: _accept_head,
    ast.SendActionUsage: _send_head,
    ast.AssignmentActionUsage: _assign_head,
    ast.TerminateActionUsage: _terminate_head,
}


def _node(node: _Action) -> list[Piece]:
    return [*_NODES[type(node)](node), *body(node)]


def _control(node: ast.ControlNode) -> list[Piece]:
    word = control_words[type(node)]
    return [*prefix(node), word, *declaration(node), *value(node), *body(node)]


def _action_body(node: Node) -> list[Piece]:
    if not isinstance(node, ast.ActionUsage):
        return []
    declared = declaration(node)
    return [*(["action", *declared, " "] if declared else []), *block(node)]


def _inner(node: _Action | None) -> list[Piece]:
    return [] if node is None else [(_action_body, node)]


def _if(node: ast.IfActionUsage) -> list[Piece]:
    pieces = [*_head(node), "if ", *wrapped(node.condition, FLAT), " ", *_inner(node.then)]
    if isinstance(node.otherwise, ast.IfActionUsage):
        pieces += [" else ", node.otherwise]
    elif node.otherwise is not None:
        pieces += [" else ", *_inner(node.otherwise)]
    return pieces


def _while(node: ast.WhileLoopActionUsage) -> list[Piece]:
    condition: list[Piece] = ["loop"]
    if node.condition is not None:
        condition = ["while ", node.condition]
    pieces = [*_head(node), *condition, " ", *_inner(node.body)]
    if node.until is not None:
        pieces += [" until ", node.until, ";"]
    return pieces


def _for(node: ast.ForLoopActionUsage) -> list[Piece]:
    variable = declaration(node.variable) if node.variable else []
    sequence: list[Piece] = [node.sequence] if node.sequence else []
    return [*_head(node), "for", *variable, " in ", *sequence, " ", *_inner(node.body)]


def _succession(node: ast.SuccessionAsUsage) -> list[Piece]:
    source, target = node.source, node.target
    if source is None or target is None:
        return []
    bounds = multiplicity(source.multiplicity)
    if source.reference is None and target.reference is None:
        return ["then", " " if bounds else "", *bounds]
    if source.reference is None:
        space = " " if bounds else ""
        return [*bounds, space, "then ", *connector_end(target), *body(node)]
    ends = [" first ", *connector_end(source), " then ", *connector_end(target)]
    return [*prefix(node), "succession", *declaration(node), *ends, *body(node)]


def _transition(node: ast.TransitionUsage) -> list[Piece]:
    target: list[Piece] = [] if node.target is None else connector_end(node.target)
    if node.is_else:
        return ["else ", *target, *body(node)]
    guard: list[Piece] = []
    if node.guard is not None:
        guard = [" if ", *wrapped(node.guard, FLAT)]
    end = [*guard, *_do(node), " then ", *target, *body(node)]
    source = reference_text(node.source)
    declared = declaration(node)
    if node.is_succession:
        return [*prefix(node), "succession", *declared, f" first {source}", *end]
    accept = [" ", *_accept_head(node.accepter)] if node.accepter is not None else []
    if node.source is not None or declared:
        return ["transition", *declared, f" first {source}", *accept, *end]
    if node.accepter is None and node.guard is None:
        return ["transition", *end]
    return [*accept, *end][1:] if accept else ["if ", *end[1:]]


def _do(node: ast.TransitionUsage) -> list[Piece]:
    return [] if node.effect is None else [" do ", (_effect, node.effect)]


def _exhibit(node: ast.ExhibitStateUsage) -> list[Piece]:
    head = reference_or_declaration(node, "state")
    return [*prefix(node), "exhibit", *head, *value(node), *body(node)]


def _include(node: ast.IncludeUseCaseUsage) -> list[Piece]:
    head = reference_or_declaration(node, "use case")
    return [*prefix(node), "include", *head, *value(node), *body(node)]


def _assert(node: ast.AssertConstraintUsage) -> list[Piece]:
    word = "assert not" if node.is_negated else "assert"
    head = reference_or_declaration(node, "constraint")
    return [*prefix(node), word, *head, *value(node), *body(node)]


def _satisfy(node: ast.SatisfyRequirementUsage) -> list[Piece]:
    word = "assert not satisfy" if node.is_negated else "satisfy"
    head = reference_or_declaration(node, "requirement")
    by = f" by {reference_text(node.by)}" if node.by is not None else ""
    return [*prefix(node), word, *head, *value(node), by, *body(node)]


def _initial(node: ast.InitialNodeMember) -> list[Piece]:
    return [f"first {reference_text(node.target)}", *body(node)]


PRINTERS: dict[type[Node], Callable[..., list[Piece]]] = {
    ast.ActionUsage: _action,
    ast.PerformActionUsage: _perform,
    **dict.fromkeys(_NODES, _node),
    **dict.fromkeys(control_words, _control),
    ast.IfActionUsage: _if,
    ast.WhileLoopActionUsage: _while,
    ast.ForLoopActionUsage: _for,
    ast.SuccessionAsUsage: _succession,
    ast.TransitionUsage: _transition,
    ast.ExhibitStateUsage: _exhibit,
    ast.IncludeUseCaseUsage: _include,
    ast.AssertConstraintUsage: _assert,
    ast.SatisfyRequirementUsage: _satisfy,
    ast.InitialNodeMember: _initial,
}
