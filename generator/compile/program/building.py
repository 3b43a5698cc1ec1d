"""A program under construction: the classes asked for so far, and what names mean inside each of them.

The world that expressions are compiled for. Knows types, owners and calls; must not know how a class is written.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from generator.compile.code import Shape, Value, attribute, call, name
from generator.compile.context import Context, Unsupported, unsupported
from generator.compile.expressions import calculation_shape, compile_expression
from generator.compile.program.bodies_frames import controls, inner_features, is_control
from generator.compile.program.machines_parts import payload_attribute, payloads
from generator.compile.program.names import ProgramTypes, is_scalar
from generator.compile.scope import Callee, Scope, shape_of
from generator.compile.types import ImportName
from generator.diagnostics import Diagnostic
from generator.ir import (
    ActionDefinition,
    ActionUsage,
    AttributeUsage,
    CalculationDefinition,
    CalculationUsage,
    ConstraintDefinition,
    ConstraintUsage,
    Direction,
    Element,
    ElementId,
    EnumerationDefinition,
    EnumerationUsage,
    Expression,
    Feature,
    FeatureReferenceExpression,
    Library,
    Model,
    Namespace,
    Package,
    Reference,
    Role,
    Type,
)
from generator.source import Span

__all__ = ["Building", "is_behavior", "is_evaluated"]

_BEHAVIORS = (ActionDefinition, ActionUsage, ConstraintDefinition, ConstraintUsage)
_EVALUATED = (CalculationDefinition, CalculationUsage, ConstraintDefinition, ConstraintUsage)


def is_behavior(element: Element) -> bool:
    """Whether an element is performed: an action, calculation, constraint, state or case."""
    return isinstance(element, _BEHAVIORS)


def is_evaluated(element: Element) -> bool:
    """Whether an element has a result: a calculation or constraint of any kind."""
    return isinstance(element, _EVALUATED)


@dataclass(slots=True)
class Building:
    """What the parts of a program share while it is made; the `World` of its expressions.

    `waiting` are the types whose classes are still to be written, in the order in which they were asked for;
    a package has one for its plain values. `written` are those that have a class, by its name;
    `asked` the values of packages that are needed.
    `imports` are what the module needs besides its own classes.
    """

    model: Model
    types: ProgramTypes = field(init=False)
    classes: dict[ElementId, str] = field(default_factory=dict)
    waiting: list[Namespace] = field(default_factory=list)
    written: dict[str, Namespace] = field(default_factory=dict)
    asked: set[ElementId] = field(default_factory=set)
    imports: set[ImportName] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.types = ProgramTypes(self.model, self.class_of)

    # -- classes ----------------------------------------------------------------------------------

    def class_of(self, type_: Type) -> str | None:
        """The name of the class of a type, which will be written; None where values are plain."""
        known = self.classes.get(type_.id)
        if known is not None:
            return known
        general = self._general_of(type_) if isinstance(type_, Feature) else type_
        if general is None or not self._has_class(general):
            return None
        if general is not type_:
            return self.class_of(general)
        return self._new_class(type_)

    def class_of_named(self, type_: Type) -> str | None:
        """The class of the one occurrence of a usage: its own, even where the usage says nothing of its own."""
        class_ = self.class_of(type_)
        if class_ is None or not isinstance(type_, Feature):
            return class_
        general = self.written[class_]
        is_own = general is type_ or isinstance(general, EnumerationDefinition)
        return class_ if is_own else self._new_class(type_)

    def _new_class(self, type_: Namespace) -> str:
        found = self.classes[type_.id] = self.types.new_class(type_)
        self.written[found] = type_
        self.waiting.append(type_)
        return found

    def class_of_package(self, package: Namespace, feature: Feature) -> str:
        """The class of a package, whose one occurrence holds those of its plain values that are asked for."""
        known = self.classes.get(package.id) or self._new_class(package)
        if feature.id not in self.asked:
            self.asked.add(feature.id)
            if package not in self.waiting:  # it is written again, with one more
                self.waiting.append(package)
        return known

    def _has_class(self, type_: Type) -> bool:
        if isinstance(type_, EnumerationDefinition):
            return True
        if is_scalar(self.model, type_):
            return False
        if is_evaluated(type_) and not type_.is_abstract:
            return True
        if isinstance(type_, AttributeUsage) and not self.model.types(type_):
            return bool(self.model.owned(type_, Feature))
        return isinstance(type_, Feature) or type_.library is not Library.STANDARD

    def _general_of(self, usage: Feature) -> Type | None:
        """The type whose class occurrences of a usage have: itself when it says anything of its own."""
        model = self.model
        types = model.types(usage)
        first = next((each for each in types if not is_scalar(model, each)), None)
        if types and first is None:
            return None
        if isinstance(first, EnumerationDefinition):
            return first
        own = [each for each in model.owned(usage, Feature) if each.role is not Role.MEMBER]
        if own or is_behavior(usage) or len(types) > 1 or usage.role is Role.VARIANT:
            return usage
        redefined = model.redefined(usage)
        for each in reversed(redefined):
            if each.library is not Library.STANDARD and self._general_of(each) is each:
                return usage
        if first is None or first.library is Library.STANDARD:
            return usage if not isinstance(usage, AttributeUsage) else None
        return first

    # -- scopes and values ------------------------------------------------------------------------

    def scope(self, type_: Namespace, variable: str | ast.expr = "self") -> Scope:
        """What names mean in a method of the class of a type: its features, and those of what it belongs to."""
        if not isinstance(type_, Type):
            return Scope(world=self)
        chain = [type_, *self.outer(type_)]
        node: ast.expr = name(variable) if isinstance(variable, str) else variable
        nodes = []
        for each in chain:
            nodes.append((each, node))
            node = attribute(node, "owner")
        scope = Scope(world=self).inside(*(each.id for each in chain))
        for each, at in reversed(nodes):
            scope = scope.within(each, at)
            for general in self._levels(each):
                scope = scope.inside(*(inner.id for inner in controls(self.model, general)))
                for feature in inner_features(self.model, general):
                    held = attribute(at, self.types.attribute(feature))
                    value = Value(held, shape_of(self.model, feature))
                    scope = scope.bind_path((feature.id,), value)
                for payload in payloads(self.model, general):
                    held = attribute(at, payload_attribute(payload))
                    value = Value(held, shape_of(self.model, payload))
                    scope = scope.bind_path((payload.id,), value)
        return scope

    def _levels(self, type_: Type) -> tuple[Type, ...]:
        """A type and the user's types above it, whose branches and loops are its own too."""
        if not is_behavior(type_):
            return ()
        above = (self.model.element(at) for at in sorted(self.model.all_generals(type_)))
        return tuple(each for each in above if isinstance(each, Type) and each.library is None)

    def outer(self, type_: Type) -> tuple[Type, ...]:
        """The types an occurrence of a type belongs to, from the inside out."""
        found: list[Type] = []
        at: Element = type_
        while isinstance(at, Feature) or is_behavior(at):
            owner = self.model.owner(at)
            if not isinstance(owner, Type):
                break
            if not is_control(owner):
                found.append(owner)
            at = owner
        return tuple(found)

    def value(
        self, expression: Expression, scope: Scope, shape: Shape | None = None
    ) -> Value | None:
        """A compiled expression, in a shape if one is given; None, and a diagnostic, where that is not possible."""
        compiled, found = compile_expression(self.model, expression, scope, shape)
        self.diagnostics += found
        if compiled is None:
            return None
        self.imports.update(
            each
            for each in compiled.imports
            if not each.is_local or each.module.startswith("support.")
        )
        return Value(compiled.node, compiled.shape)

    def fitted(self, expression: Expression, scope: Scope, feature: Feature) -> ast.expr | None:
        """A compiled expression in the shape a feature has."""
        value = self.value(expression, scope, shape_of(self.model, feature))
        if value is not None and self._means_itself(expression, feature):
            node = value.node
            return node.value if isinstance(node, ast.Attribute) and node.attr == "result" else node
        return None if value is None else value.node

    def _means_itself(self, expression: Expression, feature: Feature) -> bool:
        """Whether a requirement, constraint or calculation is said to be another one, not what that one gives."""
        if not is_evaluated(feature) or not isinstance(expression, FeatureReferenceExpression):
            return False
        target = self.model.target(expression.reference)
        return target is not None and is_evaluated(target)

    def report(self, span: Span, construct: str, code: str = "unsupported-action") -> str:
        """Say that a construct has no meaning in a program; the text for a program that gets there anyway."""
        fault = unsupported(Unsupported(span, construct), code)
        self.diagnostics.append(fault)
        return f"{span.location()}: {fault.message}"

    def missing(self, known: int, span: Span, construct: str) -> ast.expr:
        """An expression that fails as unsupported: by what was reported since `known`, else by what is said here."""
        found = self.diagnostics[known:]
        text = (
            f"{found[0].span.location()}: {found[0].message}"
            if found
            else self.report(span, construct)
        )
        return call("unsupported", ast.Constant(text))

    # -- the world of expressions -----------------------------------------------------------------

    def start(self, context: Context, first: Element, scope: Scope) -> Value | None:
        """The value of a usage of a package, of a part of such a usage, or of a variant."""
        if not isinstance(first, Feature):
            return None
        if first.role is Role.RETURN and first.library is Library.STANDARD:
            return self._own_result(scope)
        if first.library is Library.STANDARD and first.name in ("self", "this"):
            return _itself(first.name, scope)
        if first.role is Role.VARIANT and not isinstance(first, EnumerationUsage):
            class_ = self.class_of(first)
            return None if class_ is None else Value(call(attribute(name(class_), "only")))
        owner = self.model.owner(first)
        if owner is None or isinstance(owner, Package):
            return self._of_package(first, owner)
        if isinstance(owner, Feature) and owner.role is not Role.VARIANT:
            held = self.start(context, owner, scope)
            if held is not None and held.shape is Shape.ONE:
                node = attribute(held.node, self.types.attribute(first))
                return Value(node, shape_of(self.model, first))
        return None

    def _own_result(self, scope: Scope) -> Value | None:
        """`result` inside a calculation: of the nearest one around."""
        for type_, node in reversed(scope.owners[:-1]):
            if is_evaluated(type_):
                return Value(attribute(node, "result"), self.result_shape(type_))
        return None

    def _of_package(self, first: Feature, owner: Package | None) -> Value | None:
        is_one = first.value is None and not isinstance(first, EnumerationUsage)
        class_ = self.class_of_named(first) if is_one else None
        if class_ is not None:
            return Value(call(attribute(name(class_), "only")))
        if owner is None or owner.library is Library.STANDARD:
            return None
        held = call(attribute(name(self.class_of_package(owner, first)), "only"))
        return Value(attribute(held, self.types.attribute(first)), shape_of(self.model, first))

    def shape(self, before: Element, feature: Feature) -> Shape:
        """A result that only the library speaks of is what the calculation gives."""
        if feature.role is Role.RETURN and isinstance(before, Type):
            types = self.model.types(before) if isinstance(before, Feature) else ()
            found = next((each for each in (before, *types) if is_evaluated(each)), None)
            if found is not None:
                return self.result_shape(found)
        return shape_of(self.model, feature)

    def read(self, last: Element, value: Value) -> Value:
        """A calculation or constraint stands for its result."""
        if not is_evaluated(last) or not isinstance(last, Feature) or value.shape is not Shape.ONE:
            return value
        return Value(attribute(value.node, "result"), self.result_shape(last))

    def callee(
        self, context: Context, function: Reference, receiver: Value | None, scope: Scope
    ) -> Callee | None:
        """A calculation definition is called by its class, a usage as what its owner holds."""
        target = context.model.target(function)
        if not isinstance(target, Type) or not is_evaluated(target):
            return None
        names = {
            each.id: self.types.attribute(each)
            for each in self.model.features(target)
            if each.direction in (Direction.IN, Direction.INOUT) or each.role is Role.SUBJECT
        }
        shape = self.result_shape(target)
        holder = receiver.node if receiver is not None else self._holder(target, scope)
        class_ = self.class_of(target)
        if isinstance(target, Feature) and holder is not None:
            return Callee(attribute(holder, self.types.attribute(target)), None, names, shape)
        return None if class_ is None else Callee(name(class_), holder, names, shape, "result")

    def _holder(self, target: Type, scope: Scope) -> ast.expr | None:
        """The occurrence in scope that a calculation belongs to."""
        owner = self.model.owner(target)
        for type_, node in reversed(scope.owners):
            if owner is not None and self.model.specializes(type_, owner):
                return node
        return None

    def result_shape(self, calculation: Type) -> Shape:
        """The shape of a result; what says nothing of how many values it has takes those of its expression."""
        return calculation_shape(self.model, calculation)


def _itself(word: str, scope: Scope) -> Value | None:
    """`self`: the innermost occurrence; `this`: the thing whose behaviour it is, else the outermost behaviour."""
    if not scope.owners:
        return None
    if word == "self":
        return Value(scope.owners[-1][1])
    things = [node for type_, node in reversed(scope.owners) if not is_behavior(type_)]
    return Value(things[0] if things else scope.owners[0][1])
