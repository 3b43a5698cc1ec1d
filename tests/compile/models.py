"""Small models for the tests of compile, and values of what is compiled from them."""

from __future__ import annotations

import ast
import importlib
from functools import cache
from typing import Any

from generator.compile.code import Compiled
from generator.compile.expressions import compile_expression
from generator.compile.scope import Scope
from generator.diagnostics import Diagnostic, has_errors
from generator.ir import CalculationDefinition, Expression, Feature, Model
from generator.library import bundled
from generator.resolve import resolve
from generator.source import SourceFile
from generator.syntax import parse

IMPORTS = """
    private import ScalarValues::*;
    private import Base::Anything;
    private import AgentSystems::*;
    private import BaseFunctions::*;
    private import SequenceFunctions::*;
    private import CollectionFunctions::*;
    private import ControlFunctions::*;
    private import NumericalFunctions::*;
    private import RealFunctions::*;
    private import IntegerFunctions::*;
    private import StringFunctions::*;
"""


@cache
def _library() -> list[Any]:
    return [(source, parse(source)[0]) for source in bundled()]


def model_of(text: str) -> Model:
    """The model of a package body; a fault in it fails the test."""
    source = SourceFile("model.sysml", "package M {" + IMPORTS + text + "}")
    tree, found = parse(source)
    model, unresolved = resolve([(source, tree)], _library())
    faults = [each for each in (*found, *unresolved) if has_errors([each])]
    assert not faults, [f"{each.span.location()} {each.message}" for each in faults]
    return model


def compiled(
    expression: str, declarations: str = "", features: str = ""
) -> tuple[Compiled | None, tuple[Diagnostic, ...]]:
    """An expression over the parameters `a`, `b` (Integer), `x` (Real), `s` (String), `xs` (Integer [*]),
    `o` (Integer [0..1]), `t` (Boolean) and whatever `features` declares."""
    model = model_of(
        declarations
        + """calc def C {
            in a : Integer; in b : Integer; in x : Real; in s : String; in t : Boolean; in u : Boolean;
            in xs : Integer [0..*] nonunique; in o : Integer [0..1]; """
        + features
        + f" return : Anything = {expression}; }}"
    )
    definition = model["M::C"]
    assert isinstance(definition, CalculationDefinition)
    scope = Scope()
    result: Expression | None = definition.result
    for feature in model.features(definition):
        if feature.direction == "in":
            scope = scope.bind(model, feature, feature.name or "")
        elif feature.role == "return" and feature.value is not None:
            result = feature.value.expression
    assert result is not None
    return compile_expression(model, result, scope)


def value(expression: str, declarations: str = "", features: str = "", **given: Any) -> Any:
    """The value of an expression for values of its parameters."""
    found, diagnostics = compiled(expression, declarations, features)
    assert found is not None, [each.message for each in diagnostics]
    names: dict[str, Any] = dict(given)
    for each in found.imports:
        if not each.is_local:
            names[each.name] = getattr(importlib.import_module(each.module), each.name)
    ast.parse(found.code, mode="eval")
    return eval(found.code, names)  # noqa: S307 - the code under test


def feature(model: Model, name: str) -> Feature:
    """A feature by qualified name."""
    found = model[name]
    assert isinstance(found, Feature)
    return found
