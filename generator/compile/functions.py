"""Functions of the libraries on Python expressions, found by the qualified name of the library's function.

A user's function of the same name is another one. Knows shapes and Python nodes; must not know expressions of
the model.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.compile.body_functions import BODY_FUNCTIONS, BodyFunction
from generator.compile.code import Value
from generator.compile.context import Context
from generator.compile.domain_functions import DOMAIN
from generator.compile.operators import BINARY, UNARY, alternative, truth
from generator.compile.scalar_functions import NUMBERS, TEXTS, TRIGONOMETRY
from generator.compile.sequence_functions import SEQUENCES, Entry

__all__ = ["Entry", "body_function", "library_function", "operator_of"]

_NUMERIC = (
    "NumericalFunctions",
    "IntegerFunctions",
    "NaturalFunctions",
    "RationalFunctions",
    "RealFunctions",
)
_OPERATORS = frozenset(
    [
        *_NUMERIC,
        "BaseFunctions",
        "DataFunctions",
        "ScalarFunctions",
        "BooleanFunctions",
        "StringFunctions",
        "ControlFunctions",
    ]
)


def _if(context: Context, values: Sequence[Value]) -> Value:
    return alternative(context, truth(values[0], context), values[1], values[2])


def _table() -> dict[str, Entry]:
    found: dict[str, Entry] = dict(DOMAIN)
    groups: tuple[tuple[tuple[str, ...], Mapping[str, Entry]], ...] = (
        (("SequenceFunctions", "CollectionFunctions", "ControlFunctions"), SEQUENCES),
        ((*_NUMERIC, "DataFunctions", "ScalarFunctions"), NUMBERS),
        (("TrigFunctions",), TRIGONOMETRY),
        (("StringFunctions", "BooleanFunctions", "BaseFunctions"), TEXTS),
    )
    for packages, entries in groups:
        for package in packages:
            found.update((f"{package}::{name}", entry) for name, entry in entries.items())
    found["ControlFunctions::if"] = ((3,), _if)
    return found


_FUNCTIONS = _table()


def operator_of(function: str) -> str | None:
    """The operator a function of the library is, from its qualified name: `DataFunctions::'+'` is `+`."""
    package, _, name = function.replace("'", "").partition("::")
    return name if package in _OPERATORS and (name in BINARY or name in UNARY) else None


def library_function(function: str) -> Entry | None:
    """How many arguments a library function takes, and how it is compiled; None for one that is not."""
    plain = function.replace("'", "")
    found = _FUNCTIONS.get(plain)
    if found is not None:
        return found
    operator = operator_of(plain)
    return None if operator is None else ((1, 2), _operator(operator))


def _operator(operator: str) -> Callable[[Context, Sequence[Value]], Value | None]:
    def apply(context: Context, values: Sequence[Value]) -> Value | None:
        if len(values) == 2 and operator in BINARY:
            return BINARY[operator](context, *values)
        return UNARY[operator](context, *values) if operator in UNARY and values else None

    return apply


def body_function(function: str) -> BodyFunction | None:
    """A function of the library that takes a body, by its qualified name."""
    package, _, name = function.partition("::")
    return BODY_FUNCTIONS.get(name) if package == "ControlFunctions" else None
