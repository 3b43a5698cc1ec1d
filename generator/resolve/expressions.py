"""From expressions as written to expressions of the model, with their names resolved.

Source: KerML 1.0, clauses 8.2.5.8 and 8.3.4.8. Must not know elements other than through symbols.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

_Done = dict[int, ir.Expression]

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
        self._bodies: dict[int, Symbol] = {}
        self._results: dict[ir.ElementId, ir.Expression | None] = {}

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
        if node is None:
            return None
        if not _below(node):
            return self._expression(node, scope, but, {})
        # Owners before what is below them, so that bodies are declared in the order of the text; then the
        # other way round, so that operands are there when they are needed.
        order: list[tuple[ast.Expression, Symbol]] = []
        stack = [(node, scope)]
        while stack:
            at, around = stack.pop()
            order.append((at, around))
            if isinstance(at, ast.BodyExpression):
                around = self._body_symbol(at, but or scope, around)
                below: Sequence[ast.Expression] = (around.result,) if around.result else ()
            else:
                below = _below(at)
            stack.extend((each, around) for each in reversed(below))
        done: _Done = {}
        for at, around in reversed(order):
            done[id(at)] = self._expression(at, around, but, done)
        return done[id(node)]

    def result_of(self, symbol: Symbol) -> ir.Expression | None:
        """The result expression an element owns; that of a body is translated with the body."""
        if symbol.id in self._results:
            return self._results[symbol.id]
        return self.translate(symbol.result, symbol)

    def _body_symbol(self, node: ast.BodyExpression, owner: Symbol, scope: Symbol) -> Symbol:
        if id(node) not in self._bodies:
            self._bodies[id(node)] = self._declare_body(node, owner, scope)
        return self._bodies[id(node)]

    def _expression(
        self, node: ast.Expression, scope: Symbol, but: Symbol | None, done: _Done
    ) -> ir.Expression:
        """One expression, when all below it is done."""
        span = Span(scope.source, node.start, node.end)
        match node:
            case ast.FeatureReferenceExpression() | ast.FunctionReferenceExpression():
                path = self.feature_path(node.reference, scope, but)
                reference = reference_to(scope, path, node.reference)
                return ir.FeatureReferenceExpression(span=span, reference=reference)
            case ast.OperatorExpression():
                operands = tuple(done[id(each)] for each in node.operands)
                return ir.OperatorExpression(span=span, operator=node.operator, operands=operands)
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
                return self._invocation(node, scope, but, done)
            case ast.TypeReference() | ast.MetadataAccessExpression():
                path = self._references.resolve(scope, node.reference)
                reference = reference_to(scope, path, node.reference)
                if isinstance(node, ast.TypeReference):
                    return ir.TypeReference(span=span, reference=reference)
                return ir.MetadataAccessExpression(span=span, reference=reference)
            case _:
                return self._derived(node, scope, done)

    def _derived(self, node: ast.Expression, scope: Symbol, done: _Done) -> ir.Expression:
        """An expression on the value of another one."""
        span = Span(scope.source, node.start, node.end)
        match node:
            case ast.FeatureChainExpression():
                source = done[id(node.source)]
                path = self.path_after(source, node.target, scope)
                reference = reference_to(scope, path, node.target)
                return ir.FeatureChainExpression(span=span, source=source, reference=reference)
            case ast.CollectExpression():
                source, body = done[id(node.source)], done[id(node.body)]
                return ir.CollectExpression(span=span, source=source, body=body)
            case ast.SelectExpression():
                source, body = done[id(node.source)], done[id(node.body)]
                return ir.SelectExpression(span=span, source=source, body=body)
            case ast.BodyExpression():
                return self._body(node, scope, done)
            case ast.TriggerInvocationExpression():
                return done[id(node.argument)]
            case _:
                return ir.NullExpression(span=span)

    def _body(self, node: ast.BodyExpression, scope: Symbol, done: _Done) -> ir.BodyExpression:
        symbol = self._bodies[id(node)]
        result = None if symbol.result is None else done[id(symbol.result)]
        self._results[symbol.id] = result
        return ir.BodyExpression(
            span=Span(scope.source, node.start, node.end),
            element=symbol.id,
            parameters=tuple(each.id for each in symbol.parameters),
            result=result,
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
        stack = [expression]
        while stack:
            at = stack.pop()
            match at:
                case ir.FeatureReferenceExpression() | ir.FeatureChainExpression():
                    found = self._symbol(at.reference)
                case ir.ConstructorExpression():
                    found = self._symbol(at.type)
                case ir.InvocationExpression():
                    found = self._result_types(at, stack)
                case ir.SelectExpression(source=source):
                    found = []
                    stack.append(source)
                case ir.CollectExpression(body=ir.BodyExpression(result=result)):
                    found = []
                    stack += [] if result is None else [result]
                case ir.OperatorExpression():
                    found = self._operand_types(at, stack)
                case _:
                    found = []
            if found:
                return found
        return []

    def _operand_types(
        self, operation: ir.OperatorExpression, stack: list[ir.Expression]
    ) -> list[Symbol]:
        """What an operator gives; the operands that may say so go on the stack, the best last."""
        operator, operands = operation.operator, operation.operands
        last = operands[-1] if operands else None
        if operator in ("as", "meta", "all") and isinstance(last, ir.TypeReference):
            return self._symbol(last.reference)
        if operator == "if" and len(operands) == 3:
            stack += (operands[2], operands[1])
        elif operator in ("#", "??", ",") and operands:
            stack.append(operands[0])
        return []

    def _symbol(self, reference: ir.Reference) -> list[Symbol]:
        return [] if reference.target is None else [self._symbols[reference.target]]

    def _result_types(
        self, invocation: ir.InvocationExpression, stack: list[ir.Expression]
    ) -> list[Symbol]:
        function = self._symbol(invocation.function)
        if not function:
            return []
        if function[0].library is not None and invocation.arguments:
            # Library functions are generic: their value has the features of what they work on.
            stack.append(invocation.arguments[0].value)
            return []
        result = self._specializations.feature_at(function[0], Role.RETURN, 0)
        return [result] if result is not None else function

    # -- invocations ------------------------------------------------------------------------------

    def _invocation(
        self,
        node: ast.InvocationExpression | ast.ConstructorExpression,
        scope: Symbol,
        but: Symbol | None,
        done: _Done,
    ) -> ir.Expression:
        span = Span(scope.source, node.start, node.end)
        if isinstance(node, ast.ConstructorExpression):
            path = self._references.resolve(scope, node.type)
            arguments = self._arguments(node.arguments, path, scope, done, positional=False)
            constructed = reference_to(scope, path, node.type)
            return ir.ConstructorExpression(span=span, type=constructed, arguments=arguments)
        path = self.feature_path(node.function, scope, but)
        arguments = self._arguments(node.arguments, path, scope, done, positional=True)
        function = reference_to(scope, path, node.function)
        return ir.InvocationExpression(span=span, function=function, arguments=arguments)

    def _arguments(
        self,
        nodes: tuple[ast.Argument, ...],
        path: Path,
        scope: Symbol,
        done: _Done,
        *,
        positional: bool,
    ) -> tuple[ir.Argument, ...]:
        called = path[-1] if path else None
        inputs = self._inputs(called) if called is not None and positional else []
        found = []
        for position, node in enumerate(nodes):
            value = done[id(node.value)]
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


def _below(node: ast.Expression) -> Sequence[ast.Expression]:
    """The expressions right below one, in the order of the text; those of a body are found by its symbol."""
    match node:
        case ast.OperatorExpression():
            return node.operands
        case ast.InvocationExpression() | ast.ConstructorExpression():
            return [each.value for each in node.arguments]
        case ast.FeatureChainExpression():
            return (node.source,)
        case ast.CollectExpression() | ast.SelectExpression():
            return (node.source, node.body)
        case ast.TriggerInvocationExpression():
            return (node.argument,)
        case ast.BodyExpression():
            return (node,)
    return ()


def _argument(value: ir.Expression, name: str | None, parameter: Symbol | None) -> ir.Argument:
    return ir.Argument(value=value, name=name, parameter=parameter.id if parameter else None)
