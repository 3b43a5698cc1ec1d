"""Why a mutant may have survived, read off the place it changes: a first guess for who looks at the survivors.

Knows Python syntax and the names libraries give to texts for people; must not know a system.
"""

from __future__ import annotations

import ast

from generator.quorum.mutation.mutants import Mutant

__all__ = ["DOCUMENTATION", "EQUIVALENT", "GAP", "MESSAGE", "SERVICE", "reason"]

DOCUMENTATION = "documentation"
"""A text that only people read: a description, the help of a command."""

MESSAGE = "message"
"""The words of an error or of a log entry."""

EQUIVALENT = "equivalent"
"""The broken module does the same: what was changed serves a type checker, or speed, or frees what the end frees."""

SERVICE = "service"
"""Only reached with a service that tests do not start, such as another database or an exporter."""

GAP = "gap"
"""None of these: a test is missing."""

_TEXTS = frozenset(
    {"description", "title", "doc", "comment", "epilog", "help", "metavar", "short_help", "text"}
)
_SETTINGS = frozenset({"encoding", "slots", "repr", "strict", "stacklevel", "default_flow_style"})
_TYPING = frozenset({"TypeVar", "NewType", "ParamSpec", "overload"})
_SERVICES = ("postgres", "otlp", "exporter", "endpoint", "psycopg", "dialect")


def reason(mutant: Mutant) -> str:
    """The category a survivor falls into."""
    if _is_typing(mutant) or _dropped(mutant) in _SETTINGS or _is_order_of_alternatives(mutant):
        return EQUIVALENT
    if _is_own_name(mutant) or _is_release(mutant):
        return EQUIVALENT
    if _dropped(mutant) in _TEXTS:
        return DOCUMENTATION
    for node in reversed(mutant.around):
        match node:
            case ast.keyword(arg=name) if name in _TEXTS:
                return DOCUMENTATION
            case ast.keyword(arg=name) if name in _SETTINGS:
                return EQUIVALENT
            case ast.Raise() if mutant.node is not node and _is_text(mutant):
                return MESSAGE
            case ast.If(test=test) | ast.IfExp(test=test) if _names_service(test):
                return SERVICE
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                return SERVICE if _names_service(node) else GAP
    return GAP


def _is_order_of_alternatives(mutant: Mutant) -> bool:
    """Whether only the order of things was changed that has no meaning: types of an `isinstance` or an `except`,
    constraints of a table, names of one input."""
    match mutant.around[-2], mutant.change:
        case ast.Call(func=ast.Name(id="isinstance" | "issubclass")), "two elements changed places":
            return True
        case ast.ExceptHandler(), "two elements changed places":
            return True
        case ast.Assign(targets=[ast.Name(id="__table_args__")]), "two elements changed places":
            return True
    match mutant.node, mutant.change:
        case ast.Call(func=ast.Name(id="AliasChoices")), "two arguments changed places":
            return True
    return False


def _is_own_name(mutant: Mutant) -> bool:
    """Whether an alias was changed or dropped that says the name of its field, which is read in any case."""
    fields = [each for each in mutant.around if isinstance(each, ast.AnnAssign)]
    match mutant.node:
        case ast.Call(
            keywords=[*_, ast.keyword(arg="validation_alias", value=ast.Constant(alias))]
        ):
            return _dropped(mutant) == "validation_alias" and any(
                ast.unparse(each.target) == str(alias).lower() for each in fields
            )
    match mutant.around[-2:]:
        case ast.keyword(arg="validation_alias"), ast.Constant(value=str(alias)):
            return any(ast.unparse(each.target) == alias.lower() for each in fields)
    return False


def _is_release(mutant: Mutant) -> bool:
    """Whether a statement was dropped that gives connections back, as the end of the program does too."""
    match mutant.node:
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr="dispose" | "close"))):
            return mutant.change == "a statement was dropped"
    return False


def _dropped(mutant: Mutant) -> str | None:
    """The name of the argument a call has lost."""
    match mutant.node, mutant.replacement:
        case ast.Call(keywords=[*_, ast.keyword(arg=name)] as before), ast.Call(keywords=after):
            return name if len(after) < len(before) else None
    return None


def _is_text(mutant: Mutant) -> bool:
    return isinstance(mutant.node, ast.Constant | ast.JoinedStr) and (
        not isinstance(mutant.node, ast.Constant) or isinstance(mutant.node.value, str)
    )


def _is_typing(mutant: Mutant) -> bool:
    """Whether the change is inside the first argument of a cast, or another thing only a type checker reads."""
    mapped = any(
        isinstance(each, ast.AnnAssign) and "Mapped[" in ast.unparse(each.annotation)
        for each in mutant.around
    )
    if mapped and _dropped(mutant) == "nullable":  # the annotation says it too
        return True
    for outer, inner in zip(mutant.around, mutant.around[1:], strict=False):
        match outer:
            case ast.Call(func=ast.Name(id="cast"), args=[first, *_]):
                if inner is first:
                    return True
            case ast.Call(func=ast.Name(id=name)) if name in _TYPING:
                return True
        if isinstance(outer, ast.AnnAssign) and ast.unparse(outer.annotation).endswith("TypeAlias"):
            return "Annotated" not in ast.unparse(outer)
    return "abstractmethod" in ast.unparse(mutant.node)


def _names_service(node: ast.AST) -> bool:
    name = (
        node.name if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else ast.unparse(node)
    )
    return any(word in name.lower() for word in _SERVICES)
