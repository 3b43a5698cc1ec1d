"""Members of namespaces: bodies, packages, imports, annotations, and what they share."""

from __future__ import annotations

from typing import TypeVar

from generator.syntax import ast
from generator.syntax.ast import Element, Expression, QualifiedName
from generator.syntax.build.bodies import settle
from generator.syntax.build.expressions import Expressions
from generator.syntax.build.parts import (
    Block,
    Body,
    Bracket,
    Declaration,
    Item,
    Prefix,
    RawName,
    RawReference,
    Word,
)
from generator.syntax.build.prefixes import END_KEYWORD, apply_prefix, check_end

__all__ = ["Members"]

E = TypeVar("E", bound=Element)


class Members(Expressions):
    """Builder methods for bodies and for members that are neither definitions nor usages."""

    # ---- bodies

    def start(self, first: int, after: int, items: list[Item] | None) -> ast.RootNamespace:
        """A whole file."""
        root = ast.RootNamespace(0, len(self.tokens.text))
        return self.fill(root, Block(0, len(self.tokens.text), _flat(items)))

    def no_body(self, first: int, after: int) -> Body:
        """`;`."""
        return None

    def block(
        self,
        first: int,
        after: int,
        items: list[Item] | None,
        result: ast.ResultExpressionMembership | None,
    ) -> Block:
        """`{…}`."""
        members = _flat(items)
        if result is not None:
            members.append(result)
        return Block(self.start_of(first), self.end_before(after), members)

    def result(
        self, first: int, after: int, visibility: int | None, value: Expression
    ) -> ast.ResultExpressionMembership:
        """The expression at the end of a body."""
        node = ast.ResultExpressionMembership(self.start_of(first), self.end_before(after))
        node.visibility = None if visibility is None else self.text(visibility)
        node.expression = value
        return node

    def visible(self, first: int, after: int, visibility: int, item: Item) -> Item:
        """`private …`."""
        element = item[0] if isinstance(item, list) else item
        if isinstance(item, list):
            word = self.text(visibility)
            self.report(
                "syntax-modifier-order",
                f"'{word}' stands after 'then' when an element follows",
                self.start_of(first),
                self.end_before(first + 1),
                f"write 'then {word} action …'",
            )
        if isinstance(element, ast.Expose):
            start, end = self.start_of(first), self.end_before(first + 1)
            message = f"'{self.text(visibility)}' cannot be said of 'expose'"
            hint = "what a view exposes is protected"
            self.report("syntax-misplaced-modifier", message, start, end, hint)
        element.visibility = self.text(visibility)
        element.start = self.start_of(first)
        return item

    def fill(self, element: E, body: Body) -> E:
        """Give an element the members of its body."""
        if body is not None and body.members:
            element.members = tuple(body.members)
            self.settle(element)
        return element

    def settle(self, owner: Element) -> None:
        """Make the members of an owner what they are in its body."""
        settle(self, owner)

    def identify(self, element: Element, declaration: Declaration | None) -> None:
        """Give an element its names."""
        if declaration is not None:
            element.declared_name = declaration.name
            element.declared_short_name = declaration.short_name

    def place(self, kind: type[E], first: int, after: int) -> E:
        """A new node over the tokens of a production."""
        return kind(self.start_of(first), self.end_before(after))

    # ---- prefixes

    def plain_prefix(self, first: int, after: int, words: list[Word]) -> Prefix:
        """Words before a keyword."""
        return Prefix(words)

    def end_prefix(self, first: int, after: int, words: list[Word] | None) -> Prefix:
        """`end …`."""
        check_end(self, words or [], END_KEYWORD)
        return Prefix(words or [], end=first)

    def prefix_metadata(
        self, first: int, after: int, raw: RawReference
    ) -> ast.PrefixMetadataUsage:
        """`#x`."""
        reference = self.reference(raw)
        return ast.PrefixMetadataUsage(self.start_of(first), reference.end, reference)

    # ---- packages and imports

    def package(
        self, first: int, after: int, prefix: Prefix | None, ident: Declaration | None, body: Body
    ) -> ast.Package:
        """`package P {…}`."""
        node = self.place(ast.Package, first, after)
        apply_prefix(self, node, prefix)
        self.identify(node, ident)
        return self.fill(node, body)

    def library(
        self,
        first: int,
        after: int,
        standard: int | None,
        words: list[Word] | None,
        ident: Declaration | None,
        body: Body,
    ) -> ast.LibraryPackage:
        """`standard library package P {…}`."""
        node = self.place(ast.LibraryPackage, first, after)
        apply_prefix(self, node, Prefix(words) if words else None)
        node.is_standard = standard is not None
        self.identify(node, ident)
        return self.fill(node, body)

    def import_membership(self, first: int, after: int, raw: RawName) -> ast.Import:
        """`P::x`."""
        return self._imported(ast.MembershipImport, first, after, raw, False)

    def import_membership_recursive(self, first: int, after: int, raw: RawName) -> ast.Import:
        """`P::x::**`."""
        return self._imported(ast.MembershipImport, first, after, raw, True)

    def import_namespace(self, first: int, after: int, raw: RawName) -> ast.Import:
        """`P::*`."""
        return self._imported(ast.NamespaceImport, first, after, raw, False)

    def import_namespace_recursive(self, first: int, after: int, raw: RawName) -> ast.Import:
        """`P::*::**`."""
        return self._imported(ast.NamespaceImport, first, after, raw, True)

    def _imported(
        self, kind: type[ast.Import], first: int, after: int, raw: RawName, recursive: bool
    ) -> ast.Import:
        node = self.place(kind, first, after)
        node.target = self.qualified(raw)
        node.is_recursive = recursive
        return node

    def imported(
        self, first: int, after: int, name: ast.Import, filters: list[Bracket] | None = None
    ) -> ast.Import:
        """What is imported, with its conditions."""
        name.filters = tuple(
            self.sequence_of(each.start, each.end, each.items) for each in filters or ()
        )
        return name

    def import_(
        self, first: int, after: int, all_: int | None, imported: ast.Import, body: Body
    ) -> ast.Import:
        """`import all P::*;`."""
        imported.start, imported.end = self.start_of(first), self.end_before(after)
        imported.is_import_all = all_ is not None
        return self.fill(imported, body)

    def expose(self, first: int, after: int, imported: ast.Import, body: Body) -> ast.Import:
        """`expose P::*;`."""
        namespace = isinstance(imported, ast.NamespaceImport)
        node = self.place(ast.NamespaceExpose if namespace else ast.MembershipExpose, first, after)
        node.target, node.filters = imported.target, imported.filters
        node.is_recursive = imported.is_recursive
        return self.fill(node, body)

    def alias(
        self, first: int, after: int, ident: Declaration | None, target: RawName, body: Body
    ) -> ast.AliasMember:
        """`alias n for P::x;`."""
        node = self.place(ast.AliasMember, first, after)
        self.identify(node, ident)
        node.target = self.qualified(target)
        return self.fill(node, body)

    def filter_member(
        self, first: int, after: int, condition: Expression
    ) -> ast.ElementFilterMembership:
        """`filter c;`."""
        node = self.place(ast.ElementFilterMembership, first, after)
        node.condition = condition
        return node

    def dependency(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        clients: list[RawName],
        suppliers: list[RawName],
        body: Body,
    ) -> ast.Dependency:
        """`dependency a to b;`."""
        return self.dependency_from(first, after, prefix, None, clients, suppliers, body)

    def dependency_from(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        ident: Declaration | None,
        clients: list[RawName],
        suppliers: list[RawName],
        body: Body,
    ) -> ast.Dependency:
        """`dependency n from a to b, c;`."""
        node = self.place(ast.Dependency, first, after)
        apply_prefix(self, node, prefix)
        self.identify(node, ident)
        node.clients = self.names(clients)
        node.suppliers = self.names(suppliers)
        return self.fill(node, body)

    def names(self, raw: list[RawName] | None) -> tuple[QualifiedName, ...]:
        """A list of names."""
        return tuple(self.qualified(each) for each in raw or ())

    # ---- annotations

    def comment_bare(self, first: int, after: int, body: int) -> ast.Comment:
        """`/*…*/`."""
        return self.comment(first, after, None, None, None, body)

    def comment_locale(self, first: int, after: int, locale: int, body: int) -> ast.Comment:
        """`locale "en" /*…*/`."""
        return self.comment(first, after, None, None, locale, body)

    def comment(
        self,
        first: int,
        after: int,
        ident: Declaration | None,
        about: list[RawName] | None,
        locale: int | None,
        body: int,
    ) -> ast.Comment:
        """`comment n about a locale "en" /*…*/`."""
        node = self.place(ast.Comment, first, after)
        self.identify(node, ident)
        node.about = self.names(about)
        node.locale = self._string(locale)
        node.raw = self._comment_text(body)
        return node

    def documentation(
        self, first: int, after: int, ident: Declaration | None, locale: int | None, body: int
    ) -> ast.Documentation:
        """`doc /*…*/`."""
        node = self.place(ast.Documentation, first, after)
        self.identify(node, ident)
        node.locale = self._string(locale)
        node.raw = self._comment_text(body)
        return node

    def representation_bare(
        self, first: int, after: int, language: int, body: int
    ) -> ast.TextualRepresentation:
        """`language "python" /*…*/`."""
        return self.representation(first, after, None, language, body)

    def representation(
        self, first: int, after: int, ident: Declaration | None, language: int, body: int
    ) -> ast.TextualRepresentation:
        """`rep n language "python" /*…*/`."""
        node = self.place(ast.TextualRepresentation, first, after)
        self.identify(node, ident)
        node.language = self._string(language) or ""
        node.raw = self._comment_text(body)
        return node

    def _string(self, token: int | None) -> str | None:
        return None if token is None else self.literal_string(token, token + 1, token).value

    def _comment_text(self, token: int) -> str:
        text = self.text(token)
        return text[2:-2] if text.endswith("*/") and len(text) > 3 else text[2:]


def _flat(items: list[Item] | None) -> list[Element]:
    members: list[Element] = []
    for item in items or ():
        if isinstance(item, list):
            members += item
        else:
            members.append(item)
    return members
