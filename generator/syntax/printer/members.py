"""Printing of packages, imports, annotations, definitions and plain usages."""

from __future__ import annotations

from collections.abc import Callable

from generator.syntax import ast
from generator.syntax.ast import Element, Node
from generator.syntax.build.kinds import CONTROL_NODES, DEFINITIONS, USAGES
from generator.syntax.printer.paper import (
    Mark,
    Piece,
    names_text,
    reference_text,
    string_text,
)
from generator.syntax.printer.parts import (
    block,
    body,
    connector_end,
    declaration,
    identification,
    prefix,
    reference_or_declaration,
    value,
)

__all__ = ["PRINTERS", "control_words", "payload", "role_words"]


def role_words(element: Element) -> str:
    """Visibility and the word of the membership, each with a space after it."""
    words = f"{element.visibility} " if element.visibility else ""
    if element.role == "member":
        return words
    return f"{words}{'member' if element.role == 'owning' else element.role} "


def _named(word: str, element: Element) -> list[Piece]:
    return [" ".join([word, *identification(element)])]


def _root(node: ast.RootNamespace) -> list[Piece]:
    pieces: list[Piece] = block(node)[1:-1] if node.members else []
    return [*pieces[2:-2], Mark.OUT, "\n"] if pieces else []


def _package(node: ast.Package) -> list[Piece]:
    if isinstance(node, ast.LibraryPackage):
        word = "standard library " if node.is_standard else "library "
        return [word, *prefix(node), *_named("package", node), *body(node)]
    return [*prefix(node), *_named("package", node), *body(node)]


def _import(node: ast.Import) -> list[Piece]:
    word = "expose" if isinstance(node, ast.Expose) else "import"
    word += " all" if node.is_import_all else ""
    namespace = isinstance(node, ast.NamespaceImport | ast.NamespaceExpose)
    target = reference_text(node.target) + ("::*" if namespace else "")
    pieces: list[Piece] = [f"{word} {target}", "::**" if node.is_recursive else ""]
    for each in node.filters:
        pieces += ["[", each, "]"]
    return [*pieces, *body(node)]


def _alias(node: ast.AliasMember) -> list[Piece]:
    return [*_named("alias", node), f" for {reference_text(node.target)}", *body(node)]


def _dependency(node: ast.Dependency) -> list[Piece]:
    names = f"{names_text(node.clients)} to {names_text(node.suppliers)}"
    return [*prefix(node), *_named("dependency", node), f" from {names}", *body(node)]


def _comment(node: ast.Comment) -> list[Piece]:
    words = ["comment", *identification(node)]
    if node.about:
        words += ["about", names_text(node.about)]
    if node.locale is not None:
        words += ["locale", string_text(node.locale)]
    return [" ".join([*words[len(words) == 1 :], f"/*{node.raw}*/"])]


def _documentation(node: ast.Documentation) -> list[Piece]:
    words = ["doc", *identification(node)]
    if node.locale is not None:
        words += ["locale", string_text(node.locale)]
    return [" ".join([*words, f"/*{node.raw}*/"])]


def _representation(node: ast.TextualRepresentation) -> list[Piece]:
    words = ["rep", *identification(node), "language", string_text(node.language)]
    return [" ".join([*words, f"/*{node.raw}*/"])]


_DEFINITION_WORDS = {cls: word for word, cls in DEFINITIONS.items()}
_USAGE_WORDS: dict[type[ast.Usage], str] = {cls: word for word, cls in USAGES.items()}
control_words = {cls: word for word, cls in CONTROL_NODES.items()}


def _definition(node: ast.Definition) -> list[Piece]:
    word = _DEFINITION_WORDS.get(type(node), "")
    word = {"use": "use case ", "": ""}.get(word, f"{word} ")
    inside = body(node)
    if isinstance(node, ast.EnumerationDefinition):
        inside = [(_value, each) if each in node.members else each for each in inside]
    return [*prefix(node), f"{word}def", *declaration(node), *inside]


def _value(node: Node) -> list[Piece]:
    """A member of an enumeration; the word `variant` is not said there."""
    if not isinstance(node, ast.EnumerationUsage):
        return [node]
    return [f"{node.visibility} " if node.visibility else "", *_usage(node)]


_DEFAULT_ROLES = ("subject", "actor", "stakeholder", "objective")
_REFERENCE_ROLES = {
    "variant": "",
    "assume": "constraint",
    "require": "constraint",
    "frame": "concern",
    "verify": "requirement",
    "render": "rendering",
}


def _usage(node: ast.Usage) -> list[Piece]:
    word = _USAGE_WORDS.get(type(node), "")
    word = "use case" if word == "use" else word
    first = node.specializations[:1]
    refers = first and isinstance(first[0], ast.ReferenceSubsetting)
    if node.role in _DEFAULT_ROLES:
        head = [*prefix(node), *declaration(node)[1:]]
    elif node.role in _REFERENCE_ROLES and refers and not identification(node):
        kind = _REFERENCE_ROLES[node.role]
        plain = word == kind and not prefix(node)
        head = reference_or_declaration(node, kind)[1:] if plain else _full(node, word)
    else:
        head = _full(node, word)
    return [*head, *value(node), *body(node)]


def _full(node: ast.Usage, word: str) -> list[Piece]:
    head = [*prefix(node), word, *declaration(node)]
    if not word and len(head) > len(prefix(node)) + 1:
        head.pop(len(prefix(node)) + 1)
    return head


def _event(node: ast.EventOccurrenceUsage) -> list[Piece]:
    head = reference_or_declaration(node, "occurrence")
    return [*prefix(node), "event", *head, *value(node), *body(node)]


def _connector(node: ast.ConnectionUsage) -> list[Piece]:
    word, join = {
        ast.InterfaceUsage: ("interface", "connect"),
        ast.AllocationUsage: ("allocation", "allocate"),
    }.get(type(node), ("connection", "connect"))
    pieces = [*prefix(node), word, *declaration(node), *value(node)]
    if len(node.ends) == 2:
        one, two = node.ends
        pieces += [f" {join} ", *connector_end(one), " to ", *connector_end(two)]
    elif node.ends:
        pieces.append(f" {join} (")
        for at, end in enumerate(node.ends):
            pieces += [", " if at else "", *connector_end(end)]
        pieces.append(")")
    return [*pieces, *body(node)]


def _binding(node: ast.BindingConnectorAsUsage) -> list[Piece]:
    one, two = node.ends
    ends: list[Piece] = ["bind ", *connector_end(one), " = ", *connector_end(two)]
    return [*prefix(node), "binding", *declaration(node), " ", *ends, *body(node)]


def payload(node: ast.Usage) -> list[Piece]:
    """What follows `of` and `accept`, with a space before it."""
    types = node.specializations
    typing = types[0] if len(types) == 1 else None
    is_plain = isinstance(typing, ast.FeatureTyping) and not typing.is_conjugated
    others = identification(node) or node.is_ordered or node.is_nonunique or node.value
    if typing is not None and is_plain and not others:
        head: list[Piece] = [" ", reference_text(typing.target)]
        if node.multiplicity is not None:
            head += declaration(node, skip=1)
    else:
        head = declaration(node)
    if node.value is not None and isinstance(node.value.value, ast.TriggerInvocationExpression):
        return [*head, " ", node.value.value]
    return [*head, *value(node)]


def _flow(node: ast.FlowUsage) -> list[Piece]:
    word = "message" if node.is_message else "flow"
    if isinstance(node, ast.SuccessionFlowUsage):
        word = "succession flow"
    pieces = [*prefix(node), word, *declaration(node), *value(node)]
    if node.payload is not None:
        pieces += [" of", *payload(node.payload)]
    if node.source is not None:
        ends = f"{reference_text(node.source)} to {reference_text(node.target)}"
        pieces.append(f" from {ends}")
    return [*pieces, *body(node)]


def _metadata(node: ast.MetadataUsage) -> list[Piece]:
    words = identification(node)
    head = f"{' '.join(words)} : " if words else ""
    about = f" about {names_text(node.about)}" if node.about else ""
    target = reference_text(node.specializations[0].target)
    return [*prefix(node), f"@{head}{target}{about}", *body(node)]


PRINTERS: dict[type[Node], Callable[..., list[Piece]]] = {
    ast.RootNamespace: _root,
    ast.Package: _package,
    ast.LibraryPackage: _package,
    ast.MembershipImport: _import,
    ast.NamespaceImport: _import,
    ast.MembershipExpose: _import,
    ast.NamespaceExpose: _import,
    ast.AliasMember: _alias,
    ast.ElementFilterMembership: lambda node: ["filter ", node.condition, ";"],
    ast.ResultExpressionMembership: lambda node: [node.expression],
    ast.MalformedElement: lambda node: [],
    ast.Dependency: _dependency,
    ast.Comment: _comment,
    ast.Documentation: _documentation,
    ast.TextualRepresentation: _representation,
    ast.Definition: _definition,
    **dict.fromkeys(_DEFINITION_WORDS, _definition),
    ast.Usage: _usage,
    ast.ReferenceUsage: _usage,
    **dict.fromkeys(_USAGE_WORDS, _usage),
    ast.EventOccurrenceUsage: _event,
    ast.ConnectionUsage: _connector,
    ast.InterfaceUsage: _connector,
    ast.AllocationUsage: _connector,
    ast.BindingConnectorAsUsage: _binding,
    ast.FlowUsage: _flow,
    ast.SuccessionFlowUsage: _flow,
    ast.MetadataUsage: _metadata,
}
