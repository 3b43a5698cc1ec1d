"""Ends of connectors, successions, transitions and flows, those left out by the notation included.

Sources: SysML 2.0, clauses 7.13 to 7.18.
"""

from __future__ import annotations

from typing import Any

from generator import ir
from generator.resolve.expressions import Expressions, reference_to
from generator.resolve.sequence import Neighbours
from generator.resolve.specialize import Specializations
from generator.resolve.symbols import Symbol
from generator.syntax import ast

__all__ = ["Connections"]

_Fields = dict[str, Any]
_UNBOUNDED = -1


class Connections:
    """Adds the ends of everything that connects."""

    NODES = (
        ast.ConnectionUsage,
        ast.BindingConnectorAsUsage,
        ast.SuccessionAsUsage,
        ast.InitialNodeMember,
        ast.TransitionUsage,
        ast.FlowUsage,
        ast.Connector,
        ast.Flow,
    )

    def __init__(self, expressions: Expressions, specializations: Specializations) -> None:
        self._expressions = expressions
        self._specializations = specializations
        self._neighbours = Neighbours()

    def add(self, symbol: Symbol, node: ast.Element, found: _Fields) -> None:
        """Add the fields of a connector to those of its element."""
        match node:
            case ast.ConnectionUsage() | ast.BindingConnectorAsUsage():
                self._add_ends(symbol, node.ends, found)
            case ast.FlowUsage():
                self._add_flow(symbol, node, found)
            case ast.Connector():
                ends = [self._end(symbol, end) for end in node.ends]
                found["ends"] = tuple(end for end in ends if end is not None)
            case ast.Flow():
                named = [each for each in (node.source, node.target) if each is not None]
                found["ends"] = tuple(self._named_end(symbol, each) for each in named)
            case ast.SuccessionAsUsage():
                self._add_succession(symbol, node, found)
            case ast.InitialNodeMember():
                start = self._expressions.universal("start", symbol)
                path = self._expressions.feature_path(node.target, _scope(symbol), symbol)
                if not path or path[-1] is not start:
                    target = reference_to(symbol, path, node.target)
                    found["ends"] = (_implied_end(start, symbol), target)
                    found["end_names"] = (None, None)
            case ast.TransitionUsage():
                self._add_transition(symbol, node, found)

    def _add_ends(
        self, symbol: Symbol, nodes: tuple[ast.ConnectorEnd, ...], found: _Fields
    ) -> None:
        ends = [self._end(symbol, node) for node in nodes]
        found["ends"] = tuple(end for end in ends if end is not None)
        found["end_names"] = tuple(
            node.declared_name.text if node.declared_name else None
            for node, end in zip(nodes, ends, strict=True)
            if end is not None
        )
        if any(node.multiplicity is not None for node in nodes):
            found["end_multiplicities"] = tuple(
                _multiplicity(node)
                for node, end in zip(nodes, ends, strict=True)
                if end is not None
            )

    def _end(self, symbol: Symbol, node: ast.ConnectorEnd | None) -> ir.Reference | None:
        if node is None or node.reference is None:
            return None
        return self._named_end(symbol, node.reference)

    def _named_end(self, symbol: Symbol, node: ast.Reference) -> ir.Reference:
        path = self._expressions.feature_path(node, _scope(symbol), symbol)
        return reference_to(symbol, path, node)

    def _add_flow(self, symbol: Symbol, node: ast.FlowUsage, found: _Fields) -> None:
        named = [each for each in (node.source, node.target) if each is not None]
        ends = tuple(self._named_end(symbol, each) for each in named)
        found["ends"] = ends
        found["end_names"] = (None,) * len(ends)
        found["is_message"] = node.is_message
        if node.payload is not None:
            carried = next(each for each in symbol.members if each.node is node.payload)
            for general in self._specializations.of(carried):
                if general.node is not None:
                    found["payload_type"] = reference_to(symbol, general.path, general.node.target)
                    break

    def _add_succession(self, symbol: Symbol, node: ast.SuccessionAsUsage, found: _Fields) -> None:
        source = self._end(symbol, node.source) or self._before(symbol)
        target = self._end(symbol, node.target) or _implied_end(
            self._neighbours.after(symbol), symbol
        )
        if node.source is None and node.target is None:
            return
        found["ends"] = (source, target)
        found["end_names"] = (None, None)
        found["end_multiplicities"] = (_multiplicity(node.source), _multiplicity(node.target))

    def _before(self, symbol: Symbol) -> ir.Reference:
        before = self._neighbours.before(symbol)
        if before is not None and isinstance(before.node, ast.InitialNodeMember):
            return self._named_end(before, before.node.target)
        return _implied_end(before, symbol)

    def _add_transition(self, symbol: Symbol, node: ast.TransitionUsage, found: _Fields) -> None:
        if node.source is not None:
            source = self._named_end(symbol, node.source)
        else:
            source = self._before(symbol)
        target = self._end(symbol, node.target)
        guard = self._expressions.translate(node.guard, symbol)
        found["guard"] = guard
        if symbol.kind is ir.SuccessionAsUsage:
            after = target or _implied_end(self._neighbours.after(symbol), symbol)
            found["ends"] = (source, after)
            found["end_names"] = (None, None)
            found["is_else"] = node.is_else
        else:
            found["source"] = source
            found["target"] = target


def _multiplicity(end: ast.ConnectorEnd | None) -> ir.Multiplicity | None:
    """The multiplicity written before an end, if its bounds are numbers."""
    if end is None or end.multiplicity is None:
        return None
    upper = _bound(end.multiplicity.upper)
    lower = upper if end.multiplicity.lower is None else _bound(end.multiplicity.lower)
    if upper is None or lower is None:
        return None
    if lower == _UNBOUNDED:
        lower = 0
    return ir.Multiplicity(lower=lower, upper=None if upper == _UNBOUNDED else upper)


def _bound(node: ast.Expression) -> int | None:
    if isinstance(node, ast.LiteralInfinity):
        return _UNBOUNDED
    return node.value if isinstance(node, ast.LiteralInteger) else None


def _scope(symbol: Symbol) -> Symbol:
    return symbol.owner or symbol


def _implied_end(target: Symbol | None, symbol: Symbol) -> ir.Reference:
    """An end that is not written: its text is the name of the element, its place that of the connector."""
    if target is None:
        return ir.Reference((), "", symbol.span())
    return ir.Reference((target.id,), target.declared_name or "", symbol.span())
