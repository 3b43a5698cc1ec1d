"""Small models for the tests of compile, and values of what is compiled from them."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, TypeAlias

from generator.compile.calculations import FunctionCode
from generator.compile.code import Compiled
from generator.compile.expressions import compile_expression
from generator.compile.scope import Scope
from generator.compile.types import ImportName
from generator.diagnostics import Diagnostic, has_errors
from generator.ir import CalculationDefinition, Expression, Feature, Model
from generator.library import domain, load, standard
from generator.resolve import LibraryModel, resolve, resolve_library
from generator.source import SourceFile
from generator.syntax import parse
from generator.workspace.libraries import installed_library

Found: TypeAlias = tuple[Compiled | None, tuple[Diagnostic, ...]]

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
    private import TrigFunctions::*;
"""
PARAMETERS = """
    in a : Integer; in b : Integer; in x : Real; in s : String; in t : Boolean; in u : Boolean;
    in xs : Integer [0..*] ordered nonunique; in o : Integer [0..1];
"""


@cache
def _library(official: bool) -> LibraryModel:
    """A library, resolved once: the bundled one, or the installed official one with the domain library."""
    sources = standard()
    if official:
        path = installed_library()
        assert path is not None
        sources, _ = load(path)
    return resolve_library([(each, parse(each)[0]) for each in (*sources, *domain())])[0]


def model_of(text: str, *, official: bool = False, imports: str = IMPORTS) -> Model:
    """The model of a package body; a fault in it fails the test."""
    source = SourceFile("model.sysml", "package M {" + imports + text + "}")
    tree, found = parse(source)
    model, unresolved = resolve([(source, tree)], _library(official))
    faults = [each for each in (*found, *unresolved) if has_errors([each])]
    assert not faults, [f"{each.span.location()} {each.message}" for each in faults]
    return model


def compiled_all(
    expressions: Iterable[str],
    declarations: str = "",
    features: str = "",
    *,
    official: bool = False,
    parameters: str = PARAMETERS,
    imports: str = IMPORTS,
) -> dict[str, Found]:
    """Each expression over the parameters `a`, `b` (Integer), `x` (Real), `s` (String), `xs` (Integer [*]),
    `o` (Integer [0..1]), `t`, `u` (Boolean) and whatever `features` declares; of one model."""
    texts = tuple(dict.fromkeys(expressions))
    body = "".join(
        f"calc def C{at} {{ {parameters} {features} return : Anything [0..*] = {text}; }}\n"
        for at, text in enumerate(texts)
    )
    model = model_of(declarations + body, official=official, imports=imports)
    return {text: _compiled(model, f"M::C{at}") for at, text in enumerate(texts)}


def _compiled(model: Model, calculation: str) -> Found:
    definition = model[calculation]
    assert isinstance(definition, CalculationDefinition)
    scope = Scope()
    result: Expression | None = None
    for feature in model.features(definition):
        if feature.direction == "in":
            scope = scope.bind(model, feature, feature.name or "")
        elif feature.role == "return" and feature.value is not None:
            result = feature.value.expression
    assert result is not None
    return compile_expression(model, result, scope)


def compiled(expression: str, declarations: str = "", features: str = "") -> Found:
    """One expression; see `compiled_all`."""
    return compiled_all([expression], declarations, features)[expression]


def evaluated(found: Found, given: Mapping[str, Any]) -> Any:
    """The value of a compiled expression."""
    code, diagnostics = found
    assert code is not None, [each.message for each in diagnostics]
    names: dict[str, Any] = {**given, **_imported(code.imports)}
    ast.parse(code.code, mode="eval")
    return eval(code.code, names)  # noqa: S307 - the code under test


def define(code: FunctionCode, names: dict[str, Any]) -> None:
    """Define the function of a calculation among others."""
    names.update(_imported(code.imports))
    shown = [
        f"{each.name}={each.default}" if each.default else each.name for each in code.parameters
    ]
    body = "\n    ".join([*code.statements, f"return {code.body}"])
    text = f"def {code.name}({', '.join(['*', *shown]) if shown else ''}):\n    {body}"
    exec(text, names)


def _imported(imports: Iterable[ImportName]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in imports:
        module = f"generator.compile.{each.module}" if each.is_local else each.module
        if not each.is_local or each.module.startswith("support."):
            found[each.bound] = getattr(importlib.import_module(module), each.name.split()[0])
    return found


def value(expression: str, declarations: str = "", features: str = "", **given: Any) -> Any:
    """The value of an expression for values of its parameters."""
    return evaluated(compiled(expression, declarations, features), given)


def feature(model: Model, name: str) -> Feature:
    """A feature by qualified name."""
    found = model[name]
    assert isinstance(found, Feature)
    return found
