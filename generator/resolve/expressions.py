"""From expressions as written to expressions of the model, with their names resolved.

Source: KerML 1.0, clauses 8.2.5.8 and 8.3.4.8. Must not know elements other than through symbols.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import overload

from generator import ir
from generator.ir import Role
from generator.resolve.declare import Declarations
from generator.resolve.references import Path, References
from generator.resolve.scopes import Scopes
from generator.resolve.specialize import Specializations
from generator.resolve.symbols import Symbol
from generator.source import Span
from generator.syntax import ast

__all__ = ["Expressions", "reference_to"]

# Features of the most general library types that every expression may name.
_UNIVERSAL = {
    "self": ("Base::Anything::self", "Occurrences::Occurrence::self", "Parts::Part::self"),
    "that": ("Base::things::that",),
    "this": ("Occurrences::Occurrence::this",),
    "start": ("Actions::Action::start",),
    "done": ("Actions::Action::done",),
}


def reference_to(scope: Symbol, path: Path, node: ast.Reference) -> ir.Reference:
    """The reference of the model for a path of symbols and the text that named it."""
    span = Span(scope.source, node.start, node.end)
    return ir.Reference(tuple(each.id for each in path), span.text, span)


class Expressions:
    """Translates the expressions of one workspace. `declare_body` makes the element of `{in x; …}`."""

    def __init__(
        self,
        scopes: Scopes,
        references: References,
        specializations: Specializations,
        declare_body: Callable[[ast.BodyExpression, Symbol, Symbol], Symbol],
        symbols: Declarations,
    ) -> None:
        self._scopes = scopes
        self._references = references
        self._specializations = specializations
        self._declare_body = declare_body
        self._symbols = symbols

    @overload
    def translate(
        self, node: ast.Expression, scope: Symbol, but: Symbol | None = None
    ) -> ir.Expression: ...
    @overload
    def translate(
        self, node: ast.Expression | None, scope: Symbol, but: Symbol | None = None
    ) -> ir.Expression | None: ...
    def translate(
        self, node: ast.Expression | None, scope: Symbol, but: Symbol | None = None
    ) -> ir.Expression | None:
        """The expression of the model, or None for no expression.

        `but` is the feature whose value the expression is; a name in it never means that feature.
        """
        return None if node is None else self._expression(node, scope, but)

    def _expression(self, node: ast.Expression, scope: Symbol, but: Symbol | None) -> ir.Expression:
        span = Span(scope.source, node.start, node.end)
        match node:
            case ast.FeatureReferenceExpression() | ast.FunctionReferenceExpression():
                path = self.feature_path(node.reference, scope, but)
                reference = reference_to(scope, path, node.reference)
                return ir.FeatureReferenceExpression(span=span, reference=reference)
            case ast.OperatorExpression():
                return self._operator(node, scope, but)
            case ast.LiteralString():
                return ir.LiteralString(span=span, value=node.value)
            case ast.LiteralInteger():
                return ir.LiteralInteger(span=span, value=node.value)
            case ast.LiteralBoolean():
                return ir.LiteralBoolean(span=span, value=node.value)
            case ast.LiteralRational():
                return ir.LiteralRational(span=span, value=node.value, text=node.text)
            case ast.LiteralInfinity():
                return ir.LiteralInfinity(span=span)
            case ast.InvocationExpression() | ast.ConstructorExpression():
                return self._invocation(node, scope, but)
            case ast.FeatureChainExpression():
                source = self._expression(node.source, scope, but)
                path = self.path_after(source, node.target, scope)
                reference = reference_to(scope, path, node.target)
                return ir.FeatureChainExpression(span=span, source=source, reference=reference)
            case ast.TypeReference() | ast.MetadataAccessExpression():
                path = self._references.resolve(scope, node.reference)
                reference = reference_to(scope, path, node.reference)
                if isinstance(node, ast.TypeReference):
                    return ir.TypeReference(span=span, reference=reference)
                return ir.MetadataAccessExpression(span=span, reference=reference)
            case ast.CollectExpression() | ast.SelectExpression():
                source = self._expression(node.source, scope, but)
                body = self._body(node.body, scope, but)
                if isinstance(node, ast.CollectExpression):
                    return ir.CollectExpression(span=span, source=source, body=body)
                return ir.SelectExpression(span=span, source=source, body=body)
            case ast.BodyExpression():
                return self._body(node, scope, but)
            case ast.TriggerInvocationExpression():
                return self._expression(node.argument, scope, but)
            case _:
                return ir.NullExpression(span=span)

    def _operator(
        self, node: ast.OperatorExpression, scope: Symbol, but: Symbol | None
    ) -> ir.Expression:
        # `a + b + c + …` is as deep as it is long, to the left: that side is not left to recursion.
        spine = [node]
        while spine[-1].operands and isinstance(spine[-1].operands[0], ast.OperatorExpression):
            spine.append(spine[-1].operands[0])
        first = spine[-1].operands[:1]
        left = [self._expression(each, scope, but) for each in first]
        for each in reversed(spine):
            rest = [self._expression(operand, scope, but) for operand in each.operands[1:]]
            span = Span(scope.source, each.start, each.end)
            operands = (*left, *rest)
            left = [ir.OperatorExpression(span=span, operator=each.operator, operands=operands)]
        return left[0]

    def _body(
        self, node: ast.BodyExpression, scope: Symbol, but: Symbol | None
    ) -> ir.BodyExpression:
        symbol = self._declare_body(node, but or scope, scope)
        return ir.BodyExpression(
            span=Span(scope.source, node.start, node.end),
            element=symbol.id,
            parameters=tuple(each.id for each in symbol.parameters),
            result=self.translate(symbol.result, symbol),
        )

    # -- names ------------------------------------------------------------------------------------

    def feature_path(
        self, reference: ast.Reference, scope: Symbol, but: Symbol | None = None
    ) -> Path:
        """The path of a name or chain in an expression or a connector end."""
        head = reference.links[0] if isinstance(reference, ast.FeatureChain) else reference
        first = None
        if len(head.segments) == 1 and head.segments[0].text in _UNIVERSAL:
            first = self.universal(head.segments[0].text, scope, but)
        return self._references.resolve(scope, reference, but=but, outward=True, first=first)

    def universal(self, name: str, scope: Symbol, but: Symbol | None = None) -> Symbol | None:
        """What `self`, `that`, `this`, `start` or `done` means in a scope."""
        found = self._scopes.lookup(scope, name, but)
        if found is not None:
            return found
        candidates = (self._specializations.library_element(each) for each in _UNIVERSAL[name])
        return next((each for each in candidates if each is not None), None)

    def path_after(self, source: ir.Expression, target: ast.Reference, scope: Symbol) -> Path:
        """The path of a chain that begins at the value of an expression."""
        links = list(target.links) if isinstance(target, ast.FeatureChain) else [target]
        candidates = self.value_types(source)
        for candidate in candidates:
            path = self._references.along(candidate, links, scope, report=False)
            if path:
                return path[1:]
        known = [each for each in candidates if each.library is None]
        if known and len(known) == len(candidates):
            self._references.along(known[0], links, scope)
        return ()

    def value_types(self, expression: ir.Expression) -> list[Symbol]:
        """Symbols whose features the value of an expression has; empty when nothing is known."""
        match expression:
            case ir.FeatureReferenceExpression(reference=reference):
                return self._symbol(reference)
            case ir.FeatureChainExpression(reference=reference):
                return self._symbol(reference)
            case ir.ConstructorExpression(type=reference):
                return self._symbol(reference)
            case ir.InvocationExpression():
                return self._result_types(expression)
            case ir.SelectExpression(source=source):
                return self.value_types(source)
            case ir.CollectExpression(body=ir.BodyExpression(result=result)) if result is not None:
                return self.value_types(result)
            case ir.OperatorExpression(operator=operator, operands=operands) if operands:
                last = operands[-1]
                if operator in ("as", "meta", "all") and isinstance(last, ir.TypeReference):
                    return self._symbol(last.reference)
                if operator == "if" and len(operands) == 3:
                    return self.value_types(operands[1]) or self.value_types(operands[2])
                if operator in ("#", "??", ","):
                    return self.value_types(operands[0])
        return []

    def _symbol(self, reference: ir.Reference) -> list[Symbol]:
        return [] if reference.target is None else [self._symbols[reference.target]]

    def _result_types(self, invocation: ir.InvocationExpression) -> list[Symbol]:
        function = self._symbol(invocation.function)
        if not function:
            return []
        if function[0].library is not None and invocation.arguments:
            # Library functions are generic: their value has the features of what they work on.
            return self.value_types(invocation.arguments[0].value) or function
        result = self._specializations.feature_at(function[0], Role.RETURN, 0)
        return [result] if result is not None else function

    # -- invocations ------------------------------------------------------------------------------

    def _invocation(
        self,
        node: ast.InvocationExpression | ast.ConstructorExpression,
        scope: Symbol,
        but: Symbol | None,
    ) -> ir.Expression:
        span = Span(scope.source, node.start, node.end)
        if isinstance(node, ast.ConstructorExpression):
            path = self._references.resolve(scope, node.type)
            arguments = self._arguments(node.arguments, path, scope, but, positional=False)
            constructed = reference_to(scope, path, node.type)
            return ir.ConstructorExpression(span=span, type=constructed, arguments=arguments)
        path = self.feature_path(node.function, scope, but)
        arguments = self._arguments(node.arguments, path, scope, but, positional=True)
        function = reference_to(scope, path, node.function)
        return ir.InvocationExpression(span=span, function=function, arguments=arguments)

    def _arguments(
        self,
        nodes: tuple[ast.Argument, ...],
        path: Path,
        scope: Symbol,
        but: Symbol | None,
        *,
        positional: bool,
    ) -> tuple[ir.Argument, ...]:
        called = path[-1] if path else None
        inputs = self._inputs(called) if called is not None and positional else []
        found = []
        for position, node in enumerate(nodes):
            value = self._expression(node.value, scope, but)
            parameter: Symbol | None = None
            if node.name is None:
                parameter = inputs[position] if position < len(inputs) else None
                found.append(_argument(value, None, parameter))
                continue
            if called is not None:
                named = self._references.along(called, [node.name], scope)
                parameter = named[-1] if named else None
            name = node.name.segments[-1].text if node.name.segments else None
            found.append(_argument(value, name, parameter))
        return tuple(found)

    def _inputs(self, behaviour: Symbol) -> list[Symbol]:
        found: list[Symbol] = []
        position = 0
        while True:
            parameter = self._specializations.feature_at(behaviour, Role.PARAMETER, position)
            if parameter is None:
                return found
            if parameter.direction != "out":
                found.append(parameter)
            position += 1


def _argument(value: ir.Expression, name: str | None, parameter: Symbol | None) -> ir.Argument:
    return ir.Argument(value=value, name=name, parameter=parameter.id if parameter else None)
