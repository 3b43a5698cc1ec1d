"""What satisfies a requirement, as a Python expression that makes it: its class, with the values the model gives.

Knows part and item usages and data classes. Must not know requirements.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.compile.code import Value, unparse
from generator.compile.complete_parts import required_features
from generator.compile.data_fields import data_features
from generator.compile.expressions import compile_expression
from generator.compile.references import fitted
from generator.compile.scope import Scope, shape_of
from generator.compile.types import ImportName, python_types
from generator.ir import Element, Feature, Model, Type

_DEEPEST = 20


class Instances:
    """Makes instance expressions and collects the imports they need."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._types = python_types(model)
        self.imports: set[ImportName] = set()

    def along(self, path: Sequence[Element]) -> str | None:
        """The expression for a feature chain such as `hive.swarm`; None when the model leaves a value open."""
        for at, element in enumerate(path):
            made = self._made(element)
            if made is not None:
                rest = path[at + 1 :]
                fields = self.fields(self._type(element), rest)
                return ".".join((made, *fields)) if len(fields) == len(rest) else None
        return None

    def fields(self, type_: Element | None, path: Sequence[Element]) -> tuple[str, ...]:
        """The fields along a feature chain from a type, as far as they are data."""
        found: list[str] = []
        for element in path:
            if not isinstance(type_, Type) or not isinstance(element, Feature):
                break
            known = {element.id, *(each.id for each in self._model.redefined(element))}
            feature = next(
                (
                    each
                    for each in data_features(self._model, type_)
                    if each.id in known or element in self._model.redefined(each)
                ),
                None,
            )
            if feature is None:
                break
            found.append(self._types.members(type_)[feature.id])
            type_ = self._type(feature)
        return tuple(found)

    def _type(self, element: Element) -> Type | None:
        if isinstance(element, Feature):
            return self._model.type_of(element)
        return element if isinstance(element, Type) else None

    def _made(self, element: Element) -> str | None:
        type_ = self._type(element)
        usage = element if isinstance(element, Feature) else None
        return None if type_ is None else self._constructor(usage, type_, 0)

    def _constructor(self, usage: Feature | None, type_: Type, depth: int) -> str | None:
        name, module = self._types.class_name(type_), self._types.module(type_)
        if name is None or module is None or depth > _DEEPEST:
            return None
        given = {} if usage is None else self._given(usage, type_, depth)
        fields = self._types.members(type_)
        if any(fields[each.id] not in given for each in required_features(self._model, type_)):
            return None
        self.imports.add(ImportName(f"types.{module}", name, is_local=True))
        return f"{name}({', '.join(f'{field}={value}' for field, value in given.items())})"

    def _given(self, usage: Feature, type_: Type, depth: int) -> dict[str, str]:
        """Values a usage gives to features of its type, by field."""
        fields = self._types.members(type_)
        found: dict[str, str] = {}
        for feature in self._model.owned(usage, Feature):
            field = next(
                (fields[old.id] for old in self._model.redefined(feature) if old.id in fields), None
            )
            value = None if field is None else self._value(feature, depth)
            if field is not None and value is not None:
                found[field] = value
        return found

    def _value(self, feature: Feature, depth: int) -> str | None:
        if feature.value is not None:
            compiled, _ = compile_expression(self._model, feature.value.expression, Scope())
            if compiled is None:
                return None
            self.imports.update(compiled.imports)
            node = fitted(Value(compiled.node, compiled.shape), shape_of(self._model, feature))
            return unparse(node)
        type_ = self._model.type_of(feature)
        has_own = any(self._model.owned(feature, Feature))
        return (
            self._constructor(feature, type_, depth + 1) if type_ is not None and has_own else None
        )
