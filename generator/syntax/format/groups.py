"""Where lines may break: groups of tokens inside groups of tokens.

Knows which productions hold together and where each may break. Must not know how wide a line is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum

from generator.syntax.build.expressions import PRECEDENCE
from generator.syntax.format.comments import begins_below
from generator.syntax.format.concrete import Part, Production, first_of, flat
from generator.syntax.format.spacing import Spacing
from generator.syntax.format.trivia import Gap
from generator.syntax.scanner import Tokens
from generator.syntax.tables import Tables

__all__ = ["Group", "Kind", "Plan"]


class Kind(Enum):
    """How a group breaks when it does not fit."""

    ALL = "at all its breaks"
    FILL = "only where the next piece does not fit"
    CHAIN = "at all its breaks, without an indent where it begins a line"
    VALUE = "inside the brackets of the value, else before the value"
    CALLS = "inside the last brackets, else at all its breaks"
    MEMBER = "nowhere itself"
    BODY = "one member a line; its brace goes below a head of several lines"
    BLOCK = "one member a line"


class Group:
    """Tokens `[first, after)` that stay on one line if they fit.

    `breaks` are the tokens a line may begin with, and how much more it is indented. For a VALUE or CALLS group
    `hug` is the token after the bracket that may be the last on its line, or 0. `indent` is that of a whole member.
    """

    __slots__ = ("after", "breaks", "children", "first", "hug", "indent", "kind")

    def __init__(
        self,
        kind: Kind,
        first: int,
        after: int,
        breaks: Iterable[tuple[int, int]] = (),
        children: list[Group] | None = None,
        hug: int = 0,
    ) -> None:
        self.kind = kind
        self.first = first
        self.after = after
        self.breaks = dict(breaks)
        self.children = children or []
        self.hug = hug
        self.indent = 0


_STEP = 4
_RELATIONS = frozenset(
    "typings subsettings specializes redefinitions references crosses conjugated chains inverse_of"
    " disjoint_from unions intersects differences featured_by".split()
)
_DECLARATIONS = frozenset(
    "declaration_named declaration_short declaration_nameless specs_relations specs_around"
    " specs_multiplicity kernel_declaration conjugated_declaration conjugated_nameless all_nameless"
    " related_nameless".split()
)
_CLAUSES: dict[str, tuple[str, str]] = {
    "connector_usage": ("connect allocate", "to"),
    "connector_ends": ("", "to"),
    "binding": ("bind", "="),
    "bind": ("", "="),
    "succession": ("first", "then"),
    "first_then": ("", "then"),
    "guarded_succession": ("first if then", ""),
    "guarded_first": ("if then", ""),
    "flow_usage": ("of from", "to"),
    "flow_ends": ("", "to"),
    "accepted": ("via", ""),
    "accepted_trigger": ("via", ""),
    "send_node": ("via to", ""),
    "send_via": ("to", ""),
    "sub_send": ("via to", ""),
    "effect_send": ("via to", ""),
    "satisfy": ("by", ""),
    "satisfy_requirement": ("by", ""),
    "transition_first": ("first accept if do then", ""),
    "transition_from": ("accept if do then", ""),
    "transition_target": ("accept if do then", ""),
    "accept_transition": ("if do then", ""),
    "guard_transition": ("do then", ""),
    "metadata_usage": ("about", ""),
    "metadata_named": ("about", ""),
    "comment": ("about locale", ""),
    "dependency": ("to", ""),
    "dependency_from": ("from to", ""),
    "alias": ("for", ""),
    "kernel_connector_from": ("from", "to"),
    "kernel_connector_ends": ("from", "to"),
    "kernel_connector_all": ("", "to"),
    "kernel_binding": ("of", "="),
    "kernel_binding_ends": ("", "="),
    "kernel_succession": ("first", "then"),
    "kernel_succession_ends": ("", "then"),
    "kernel_flow": ("of from", "to"),
    "kernel_flow_ends": ("", "to"),
    "r_specialization": ("", ":> specializes"),
    "r_subclassification": ("", ":> specializes"),
    "r_typing": ("", ": typed"),
    "r_subsetting": ("", ":> subsets"),
    "r_redefinition": ("", ":>> redefines"),
    "r_conjugation": ("", "~ conjugates"),
    "r_disjoining": ("", "from"),
    "r_inverting": ("", "of"),
    "r_featuring": ("", "by"),
    "r_featuring_named": ("of", "by"),
}
"""The words of a member before which a line breaks first, and those that come next."""
_BODY_IN_PLACE = ("send_bare", "terminate_bare")
_COMMENTS = ("comment", "comment_locale", "documentation", "representation", "representation_bare")
_WRAPPERS = ("visible", "then_usage", "return_member", "variant_member", "type_member")
_BRANCHES = ("guard_transition", "else_target")


class Plan:
    """The groups of a text; `forced[i]` is 1 where token i must begin a line."""

    def __init__(
        self, tokens: Tokens, tables: Tables, trivia: list[Gap], root: Production
    ) -> None:
        text = tokens.text
        self.tokens = tokens
        self.texts = [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]
        self.trivia = trivia
        self.forced = bytearray(gap.must_break for gap in trivia)
        self.spacing = Spacing(tokens, tables, self.texts)
        self.verbatim: set[int] = set()
        self.members = self._members(root.parts)

    def groups(self, part: Part, parent: Production | None = None) -> list[Group]:
        """The groups inside a part, in the order of the text."""
        if isinstance(part, Production):
            self.spacing.mark(part)
            if (special := _SPECIAL.get(part.action)) is not None:
                return special(self, part, parent)
            return self._inside(part)
        return self._listed(part) if isinstance(part, list) else []

    def _inside(self, node: Production) -> list[Group]:
        return [group for part in node.parts for group in self.groups(part, node)]

    # ---- lists

    def _listed(self, items: list[Part]) -> list[Group]:
        """Names between commas, or what stands in parentheses of its own."""
        parts = list(flat(items))
        if len(parts) < 2:
            return [group for each in items for group in self.groups(each)]
        first, after = first_of(parts[0]), _after(parts[-1])
        if self.texts[first - 1] == "(" and self.texts[after] in (",", ")"):
            return [self._bracket(first - 1, after + 1 + (self.texts[after] == ","), parts)]
        inner = [group for each in items for group in self.groups(each)]
        if self.texts[first_of(parts[1]) - 1] != ",":
            return inner
        breaks = ((first_of(each), _STEP) for each in parts[1:])
        return [Group(Kind.FILL, first, after, breaks, inner)]

    def _bracket(self, first: int, after: int, items: list[int | Production]) -> Group:
        inner = [group for each in items for group in self.groups(each)]
        edges = [(first + 1, _STEP), (after - 1, 0)]
        if len(items) > 1 and all(self._is_number(each) for each in items):
            breaks = ((first_of(each), 0) for each in items[1:])
            return Group(
                Kind.ALL, first, after, edges, [Group(Kind.FILL, first + 1, after - 1, breaks)]
            )
        commas = ((first_of(each), _STEP) for each in items[1:])
        return Group(Kind.ALL, first, after, [*edges, *commas], inner)

    def _is_number(self, part: int | Production) -> bool:
        at = first_of(part)
        at += self.texts[at] in "+-"
        return _after(part) == at + 1 and self.texts[at][0] in "0123456789."

    def _bracketed(self, node: Production, parent: Production | None) -> list[Group]:
        items = list(flat(node.parts))
        return [self._bracket(node.first, node.after, items)] if items else []

    # ---- expressions

    def _operations(self, node: Production, parent: Production | None) -> list[Group]:
        group = self._level(list(flat(node.parts)))
        group.kind = Kind.CHAIN
        return [group]

    def _level(self, parts: list[int | Production]) -> Group:
        """Operands around the weakest operators among them; stronger ones make groups inside."""
        levels = [PRECEDENCE[self.texts[first_of(each)]] for each in parts[1::2]]
        weakest = min(levels)
        cuts = [2 * at + 1 for at, level in enumerate(levels) if level == weakest]
        inner: list[Group] = []
        for start, end in zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(parts)], strict=True):
            piece = parts[start:end]
            inner += [self._level(piece)] if len(piece) > 1 else self.groups(piece[0])
        breaks = ((first_of(parts[cut]), _STEP) for cut in cuts)
        return Group(Kind.ALL, first_of(parts[0]), _after(parts[-1]), breaks, inner)

    def _conditional(self, node: Production, parent: Production | None) -> list[Group]:
        """`if a ? b else if c ? d else e`: each alternative on a line."""
        first, breaks, inner = node.first, [], []
        branch: Part = node
        while isinstance(branch, Production) and branch.action == "conditional":
            condition, then, otherwise = branch.parts
            end = _after_part(then)
            within = self.groups(condition) + self.groups(then)
            question = _after_part(condition)
            inner.append(Group(Kind.ALL, branch.first, end, [(question, _STEP)], within))
            breaks.append((end, _STEP))
            branch = otherwise
        inner += self.groups(branch)
        return [Group(Kind.CHAIN, first, node.after, breaks, inner)]

    def _postfix(self, node: Production, parent: Production | None) -> list[Group]:
        inner: list[Group] = []
        for part in node.parts:
            if isinstance(part, Production) and part.action == "block":
                inner += self._block(part, Kind.BLOCK)
            else:
                inner += self.groups(part, node)
        arrows = [at for at in self._direct(node) if self.texts[at] == "->"]
        if not arrows:
            return inner
        breaks = ((at, _STEP) for at in arrows)
        return [Group(Kind.CALLS, node.first, node.after, breaks, inner, self._hug(node))]

    def _expression_body(self, node: Production, parent: Production | None) -> list[Group]:
        (block,) = flat(node.parts)
        assert isinstance(block, Production)
        return self._block(block, Kind.BLOCK)

    def _value(self, node: Production, parent: Production | None) -> list[Group]:
        expression = list(flat(node.parts))[-1]
        return [self._assigned(node.first, expression, self._inside(node))]

    def _assigned(self, first: int, value: int | Production, inner: list[Group]) -> Group:
        breaks = [(first_of(value), _STEP)]
        return Group(Kind.VALUE, first, _after(value), breaks, inner, self._hug(value))

    def _hug(self, value: int | Production) -> int:
        """The token after the opening of the brackets at the end of a value, or 0."""
        if isinstance(value, int):
            return 0
        if value.action == "parenthesized":
            return value.first + 1
        last = value.parts[-1] if value.parts else None
        if (
            value.action in ("invocation", "constructor", "postfix", "body_expression")
            and isinstance(last, Production)
            and last.action in ("args", "block")
            and last.after > last.first + 2
        ):
            return last.first + 1
        return 0

    # ---- declarations and clauses

    def _declaration(self, node: Production, parent: Production | None) -> list[Group]:
        relations = list(self._relations(node))
        inner = [group for each in relations for group in self._relation(each)]
        breaks = [
            (first_of(each), _STEP)
            for each in relations
            if isinstance(each, Production)
            and each.action in _RELATIONS
            and each.first > node.first
        ]
        return [Group(Kind.FILL, node.first, node.after, breaks, inner)] if breaks else inner

    def _relations(self, node: Production) -> Iterator[int | Production]:
        """The relations in a declaration and what else stands in it, in the order of the text."""
        for part in flat(node.parts):
            if isinstance(part, Production) and part.action in _DECLARATIONS:
                self.spacing.mark(part)
                yield from self._relations(part)
            else:
                yield part

    def _relation(self, part: int | Production) -> list[Group]:
        if isinstance(part, int) or part.action not in _RELATIONS:
            return self.groups(part)
        self.spacing.mark(part)
        for each in flat(part.parts):
            self.groups(each)
        breaks = [
            (first_of(each), _STEP)
            for each in flat(part.parts)
            if self.texts[first_of(each) - 1] == ","
        ]
        return [Group(Kind.FILL, part.first, part.after, breaks)] if breaks else []

    def _clauses(self, node: Production, parent: Production | None) -> list[Group]:
        outer_words, inner_words = (words.split() for words in _CLAUSES[node.action])
        *_, last = flat(node.parts)
        is_body = isinstance(last, Production) and last.action in ("block", "no_body")
        end = first_of(last) if is_body else node.after
        body = self.groups(last, node) if is_body else []
        groups = [g for part in node.parts if part is not last for g in self.groups(part, node)]
        starts = [at for at in self._direct(node) if at > node.first]
        inner = [at for at in starts if self.texts[at] in inner_words]
        outer = [at for at in starts if self.texts[at] in outer_words and at not in inner]
        outer = [at for at in outer if at < end]
        edges = [node.first, *outer, end]
        pieces: list[Group] = []
        for first, after in zip(edges, edges[1:], strict=False):
            within = [each for each in groups if first <= each.first < after]
            cuts = [(at, _STEP) for at in inner if first < at < after]
            pieces += [Group(Kind.ALL, first, after, cuts, within)] if cuts else within
        if outer:
            pieces = [Group(Kind.ALL, node.first, end, ((at, _STEP) for at in outer), pieces)]
        return pieces + body

    def _assignment(self, node: Production, parent: Production | None) -> list[Group]:
        sign = next(at for at in self._direct(node) if self.texts[at] == ":=")
        groups: list[Group] = []
        for part in flat(node.parts):
            inner = self.groups(part, node)
            if first_of(part) == sign + 1:
                inner = [self._assigned(sign, part, inner)]
            groups += inner
        return groups

    def _effect(self, node: Production, parent: Production | None) -> list[Group]:
        """`do …` in a transition; its block belongs to the clause."""
        if node.action == "effect_assign":
            groups = self._assignment(node, parent)
        elif node.action in _CLAUSES:
            groups = self._clauses(node, parent)
        else:
            groups = self._inside(node)
        for each in groups:
            if each.kind is Kind.BODY:
                each.kind = Kind.BLOCK
        return groups

    def _direct(self, node: Production) -> Iterator[int]:
        """The tokens of a production that belong to none of its parts, and its parts that are clauses."""
        at = node.first
        for part in flat(node.parts):
            yield from range(at, first_of(part))
            if isinstance(part, int) or part.action.startswith("effect"):
                yield first_of(part)
            at = _after(part)
        yield from range(at, node.after)

    # ---- bodies and comments

    def _comment(self, node: Production, parent: Production | None) -> list[Group]:
        last = node.after - 1
        if node.action.startswith("representation"):
            self.verbatim.add(last)
        groups = self._clauses(node, parent) if node.action in _CLAUSES else self._inside(node)
        text = self.texts[last]
        is_beside = node.action == "documentation" and last == node.first + 1
        if last == node.first or not (begins_below(text) or ("\n" in text and not is_beside)):
            return groups
        self.forced[last] = 1
        return [Group(Kind.ALL, node.first, node.after, [(last, 0)], groups)]

    def _body(self, node: Production, parent: Production | None) -> list[Group]:
        action = parent.action if parent else ""
        in_place = action in _BODY_IN_PLACE or action.startswith("effect")
        may_end = not in_place and action not in ("bare_body", "named_body")
        if node.after == node.first + 2:
            gaps = self.trivia[node.first : node.after]
            if may_end and not any(gap.has_notes for gap in gaps) and not self._is_parallel(node):
                self.texts[node.first : node.after] = [";", ""]
                self.spacing.before[node.first] = self.spacing.before[node.first + 1] = 0
                return []
        return self._block(node, Kind.BLOCK if in_place else Kind.BODY)

    def _is_parallel(self, node: Production) -> bool:
        return self.texts[node.first - 1] == "parallel"

    def _block(self, node: Production, kind: Kind) -> list[Group]:
        first, last = node.first, node.after - 1
        members = self._members(node.parts)
        if not members:
            self.spacing.before[last] = self.trivia[last].has_notes
            if not self.trivia[last].must_break:
                return []
        elif self.tokens.text.find(
            "\n", self.tokens.starts[first], self.tokens.starts[last]
        ) >= 0 or any(self.forced[first + 1 : last + 1]):
            self.forced[first + 1] = self.forced[last] = 1
        breaks = [(each.first, each.indent) for each in members]
        return [Group(kind, first, node.after, [*breaks, (last, 0)], members)]

    def _members(self, parts: list[Part]) -> list[Group]:
        members: list[Group] = []
        decides = False
        for part in flat(parts):
            group = Group(Kind.MEMBER, first_of(part), _after(part), (), self.groups(part))
            core = part
            while isinstance(core, Production) and core.action in _WRAPPERS:
                core = list(flat(core.parts))[-1]
            action = core.action if isinstance(core, Production) else ""
            if decides and action in _BRANCHES:
                group.indent = _STEP
            elif action not in _COMMENTS:
                decides = action == "control_node" and self._is_decision(core)
            members.append(group)
        return members

    def _is_decision(self, node: int | Production) -> bool:
        assert isinstance(node, Production)
        words = (part for part in node.parts if isinstance(part, int))
        return any(self.texts[at] == "decide" for at in words)


def _after(part: int | Production) -> int:
    return part + 1 if isinstance(part, int) else part.after


def _after_part(part: Part) -> int:
    *_, last = flat([part])
    return _after(last)


_SPECIAL: dict[str, Callable[[Plan, Production, Production | None], list[Group]]] = {
    "args": Plan._bracketed,
    "bracket": Plan._bracketed,
    "parenthesized": Plan._bracketed,
    "operations": Plan._operations,
    "conditional": Plan._conditional,
    "postfix": Plan._postfix,
    "body_expression": Plan._expression_body,
    "value_bound": Plan._value,
    "value_initial": Plan._value,
    "value_default": Plan._value,
    "value_default_initial": Plan._value,
    "named_argument": Plan._value,
    "assign_node": Plan._assignment,
    "sub_assign": Plan._assignment,
    "effect_accept": Plan._effect,
    "effect_assign": Plan._effect,
    "effect_empty": Plan._effect,
    "effect_perform": Plan._effect,
    "effect_send": Plan._effect,
    "block": Plan._body,
    **dict.fromkeys(_DECLARATIONS, Plan._declaration),
    **dict.fromkeys(_CLAUSES, Plan._clauses),
    **dict.fromkeys(_COMMENTS, Plan._comment),
}
