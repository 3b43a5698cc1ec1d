"""Calculation and constraint definitions become Python functions.

Knows definitions with a result. Must not know which module a function is put into beyond its name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.compile.behavior_names import behavior_names
from generator.compile.code import Compiled, Shape, unparse
from generator.compile.expressions import (
    calculation_shape,
    compile_condition,
    compile_expression,
)
from generator.compile.local_values import local_values
from generator.compile.references import result_expression, result_parameter
from generator.compile.scope import Scope, shape_of
from generator.compile.types import Annotation, ImportName, python_types
from generator.diagnostics import Diagnostic
from generator.ir import (
    CalculationDefinition,
    CalculationUsage,
    ConstraintDefinition,
    Direction,
    Expression,
    ExpressionFeature,
    Feature,
    Model,
    Type,
    effective_value,
)

__all__ = ["FunctionCode", "FunctionParameter", "compile_calculation", "is_pure"]


@dataclass(frozen=True, slots=True)
class FunctionParameter:
    """A parameter of a function: the feature it is made from, its name, type and default as text."""

    feature: Feature
    name: str
    annotation: str
    default: str | None


@dataclass(frozen=True, slots=True)
class FunctionCode:
    """A function: all parameters are given by keyword. `body` is its result, None where the model gives none.

    `statements` come before it. `is_pure` is false for what depends on the time or on chance.
    """

    definition: Type
    name: str
    module: str
    parameters: tuple[FunctionParameter, ...]
    result: str
    body: str | None
    source: str
    expression: Expression | None
    imports: tuple[ImportName, ...]
    statements: tuple[str, ...] = ()
    is_pure: bool = True


# What gives another value each time.
_IMPURE = frozenset({("support.present", "now"), ("support.present", "today"), ("uuid", "uuid4")})


def is_pure(imports: Iterable[ImportName]) -> bool:
    """Whether code that needs these imports gives the same value each time."""
    return not any((each.module, each.name.partition(" ")[0]) in _IMPURE for each in imports)


def compile_calculation(
    model: Model, definition: CalculationDefinition | CalculationUsage | ConstraintDefinition
) -> tuple[FunctionCode, tuple[Diagnostic, ...]]:
    """The function of a calculation or constraint."""
    own = behavior_names(model).function(definition)
    assert own is not None  # noqa: S101 - the caller asks for named functions only
    found: list[Diagnostic] = []
    imports: set[ImportName] = set()
    parameters = _parameters(model, definition, imports, found)
    expression = result_expression(model, definition)
    compiled, statements = _body(model, definition, parameters, expression, found)
    if compiled is not None:
        imports.update(compiled.imports)
    shape = calculation_shape(model, definition)
    result = _annotation(model, definition, shape, imports)
    function = FunctionCode(
        definition,
        own.name,
        own.module,
        tuple(sorted(parameters, key=lambda each: each.default is not None)),
        result,
        None if compiled is None else compiled.code,
        "" if expression is None else expression.span.flat_text,
        expression,
        tuple(sorted(each for each in imports if each != own)),
        statements,
        is_pure(imports),
    )
    return function, tuple(found)


def _body(
    model: Model,
    definition: Type,
    parameters: list[FunctionParameter],
    expression: Expression | None,
    found: list[Diagnostic],
) -> tuple[Compiled | None, tuple[str, ...]]:
    """The result of a function, and the assignments before it."""
    if expression is None:
        return None, ()
    scope = Scope().inside(definition.id)
    for each in parameters:
        scope = scope.bind(model, each.feature, each.name)
    locals_ = local_values(model, definition, scope)
    if isinstance(definition, ConstraintDefinition):
        compiled, faults = compile_condition(model, expression, locals_.scope)
    else:
        shape = calculation_shape(model, definition)
        compiled, faults = compile_expression(model, expression, locals_.scope, shape)
    found += faults
    if compiled is None:
        return None, ()
    statements, node = locals_.placed(compiled.node)
    used = "\n".join((*statements, unparse(node)))
    imports = [each for each in (*compiled.imports, *locals_.imports) if each.bound in used]
    return Compiled(node, compiled.shape, tuple(sorted(set(imports)))), statements


def _annotation(model: Model, definition: Type, shape: Shape, imports: set[ImportName]) -> str:
    """The type of what a function gives."""
    if isinstance(definition, ConstraintDefinition):
        return "bool"
    result = result_parameter(model, definition)
    if result is None:
        return "object"
    one = python_types(model).of_type(model.type_of(result))
    imports.update(one.imports)
    if shape is Shape.MANY:
        return one.many().text
    return one.text if shape is Shape.ONE else one.optional().text


def _parameters(
    model: Model, definition: Type, imports: set[ImportName], found: list[Diagnostic]
) -> list[FunctionParameter]:
    names = behavior_names(model).inputs(definition)
    parameters = []
    for feature in model.features(definition):
        if feature.id in names:
            annotation = _parameter_type(model, feature)
            imports.update(annotation.imports)
            default, more = _default(model, feature, imports)
            found += more
            parameters.append(
                FunctionParameter(feature, names[feature.id], annotation.text, default)
            )
    return parameters


def _parameter_type(model: Model, feature: Feature) -> Annotation:
    """The type of a parameter; of one that is a calculation, that of a function."""
    if not isinstance(feature, CalculationUsage | ExpressionFeature):
        return python_types(model).of_feature(feature)
    result = result_parameter(model, feature)
    given = None if result is None else python_types(model).of_feature(result)
    text = "Any" if given is None else given.text
    needed = ImportName("collections.abc", "Callable")
    more = (ImportName("typing", "Any"),) if given is None else given.imports
    return Annotation(f"Callable[..., {text}]", (needed, *more))


def _default(
    model: Model, feature: Feature, imports: set[ImportName]
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    value = effective_value(model, feature)
    if value is not None and feature.direction is not Direction.OUT:
        shape = shape_of(model, feature)
        compiled, found = compile_expression(model, value.expression, Scope(), shape)
        if compiled is None:
            return None, found
        imports.update(compiled.imports)
        return compiled.code, ()
    multiplicity = model.multiplicity(feature)
    if multiplicity.lower == 0:
        return ("()" if multiplicity.is_many else "None"), ()
    return None, ()
