"""Where members may break: declarations, clauses, bodies, comments.

Knows which productions hold together. Must not know how wide a line is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.syntax.format.clauses import (
    BRANCHES,
    CLAUSES,
    COMMENTS,
    DECLARATIONS,
    IN_PLACE,
    RELATIONS,
    WITH_BRACES,
    WRAPPERS,
)
from generator.syntax.format.comments import begins_below
from generator.syntax.format.concrete import Part, Production, after_of, first_of, flat
from generator.syntax.format.expressions import ExpressionPlan
from generator.syntax.format.group import STEP, Group, Kind
from generator.syntax.format.trivia import Gap
from generator.syntax.scanner import Tokens
from generator.syntax.tables import Tables

__all__ = ["Plan"]


class Plan(ExpressionPlan):
    """The groups of a text. `members` are those of the whole file; `verbatim` are comments that must not move."""

    def __init__(self, tokens: Tokens, tables: Tables, trivia: list[Gap], root: Production) -> None:
        super().__init__(tokens, tables, trivia)
        self.verbatim: set[int] = set()
        self.members = self.members_of(root.parts)

    # ---- declarations and clauses

    def _declaration(self, node: Production, parent: Production | None) -> list[Group]:
        relations = list(self._relations(node))
        inner = [group for each in relations for group in self._relation(each)]
        breaks = [
            (first_of(each), STEP)
            for each in relations
            if isinstance(each, Production) and each.action in RELATIONS and each.first > node.first
        ]
        return [Group(Kind.FILL, node.first, node.after, breaks, inner)] if breaks else inner

    def _relations(self, node: Production) -> Iterator[int | Production]:
        """The relations in a declaration and what else stands in it, in the order of the text."""
        for part in flat(node.parts):
            if isinstance(part, Production) and part.action in DECLARATIONS:
                self.spacing.mark(part)
                yield from self._relations(part)
            else:
                yield part

    def _relation(self, part: int | Production) -> list[Group]:
        if isinstance(part, int) or part.action not in RELATIONS:
            return self.groups(part)
        self.spacing.mark(part)
        for each in flat(part.parts):
            self.groups(each)
        breaks = [
            (first_of(each), STEP)
            for each in flat(part.parts)
            if self.texts[first_of(each) - 1] == ","
        ]
        return [Group(Kind.FILL, part.first, part.after, breaks)] if breaks else []

    def _clauses(self, node: Production, parent: Production | None) -> list[Group]:
        outer_words, inner_words = (words.split() for words in CLAUSES[node.action])
        *_, last = flat(node.parts)
        is_body = isinstance(last, Production) and last.action in ("block", "no_body")
        end = first_of(last) if is_body else node.after
        end -= node.action == "comment"
        body = self.groups(last, node) if is_body else []
        rest = [part for part in node.parts if not (is_body and part is last)]
        groups = [group for part in rest for group in self.groups(part, node)]
        starts = [at for at in self.direct(node) if at > node.first]
        inner = [at for at in starts if self.texts[at] in inner_words]
        outer = [at for at in starts if self.texts[at] in outer_words and at not in inner]
        outer = [at for at in outer if at < end]
        edges = [node.first, *outer, end]
        pieces: list[Group] = []
        for first, after in pairwise(edges):
            within = [each for each in groups if first <= each.first < after]
            cuts = [(at, STEP) for at in inner if first < at < after]
            pieces += [Group(Kind.ALL, first, after, cuts, within)] if cuts else within
        if outer:
            pieces = [Group(Kind.ALL, node.first, end, ((at, STEP) for at in outer), pieces)]
        return pieces + body

    def _assignment(self, node: Production, parent: Production | None) -> list[Group]:
        sign = next(at for at in self.direct(node) if self.texts[at] == ":=")
        groups: list[Group] = []
        for part in flat(node.parts):
            inner = self.groups(part, node)
            if first_of(part) == sign + 1:
                inner = [self.assigned(sign, part, inner)]
            groups += inner
        return groups

    def _effect(self, node: Production, parent: Production | None) -> list[Group]:
        """`do …` in a transition; its block belongs to the clause."""
        if node.action == "effect_assign":
            groups = self._assignment(node, parent)
        elif node.action in CLAUSES:
            groups = self._clauses(node, parent)
        else:
            groups = self.inside(node)
        for each in groups:
            if each.kind is Kind.BODY:
                each.kind = Kind.BLOCK
        return groups

    def _branches(self, node: Production, parent: Production | None) -> list[Group]:
        """`if … {…} else {…}`: where one body takes several lines, all do."""
        return [Group(Kind.BRANCHES, node.first, node.after, (), self.inside(node))]

    # ---- bodies and comments

    def _comment(self, node: Production, parent: Production | None) -> list[Group]:
        last = node.after - 1
        if node.action.startswith("representation"):
            self.verbatim.add(last)
        groups = self._clauses(node, parent) if node.action in CLAUSES else self.inside(node)
        text = self.texts[last]
        is_beside = node.action == "documentation" and last == node.first + 1
        if last == node.first or not (begins_below(text) or ("\n" in text and not is_beside)):
            return groups
        self.forced[last] = 1
        return [Group(Kind.ALL, node.first, node.after, [(last, 0)], groups)]

    def _body(self, node: Production, parent: Production | None) -> list[Group]:
        action = parent.action if parent else ""
        in_place = action in IN_PLACE or action.startswith("effect")
        may_end = not in_place and action not in WITH_BRACES
        if node.after == node.first + 2:
            gaps = self.trivia[node.first : node.after]
            if may_end and not any(gap.has_notes for gap in gaps) and not self._is_parallel(node):
                self.texts[node.first : node.after] = [";", ""]
                self.spacing.before[node.first] = self.spacing.before[node.first + 1] = 0
                return []
        return self.block(node, Kind.BLOCK if in_place else Kind.BODY)

    def _is_parallel(self, node: Production) -> bool:
        return self.texts[node.first - 1] == "parallel"

    def block(self, node: Production, kind: Kind) -> list[Group]:
        """Braces with members between them."""
        first, last = node.first, node.after - 1
        members = self.members_of(node.parts)
        if not members:
            self.spacing.before[last] = self.trivia[last].has_notes
            if not self.trivia[last].must_break:
                return []
        elif self._takes_lines(first, last):
            self.forced[first + 1] = self.forced[last] = 1
        breaks = [(each.first, each.indent) for each in members]
        return [Group(kind, first, node.after, [*breaks, (last, 0)], members)]

    def _takes_lines(self, first: int, last: int) -> bool:
        """Whether a block takes several lines in the source, or must."""
        starts = self.tokens.starts
        if self.tokens.text.find("\n", starts[first], starts[last]) >= 0:
            return True
        return self.forced.find(1, first + 1, last + 1) >= 0

    def members_of(self, parts: list[Part]) -> list[Group]:
        """A group for each member; `entry; then s;` is one."""
        members: list[Group] = []
        before: int | Production = 0
        decides = False
        for part in flat(parts):
            group = Group(Kind.MEMBER, first_of(part), after_of(part), (), self.groups(part))
            core = _core(part)
            action = _action(core)
            if self._is_initial(before, part):
                members[-1].after = group.after
                members[-1].children += group.children
                continue
            if decides and action in BRANCHES:
                group.indent = STEP
            elif action not in COMMENTS:
                decides = action == "control_node" and self._is_decision(core)
            members.append(group)
            before = core
        return members

    def _is_initial(self, before: int | Production, part: int | Production) -> bool:
        """Whether a member is the `then s;` right after `entry;`."""
        if _action(before) != "sub_empty" or _action(part) != "then_target":
            return False
        gap = self.trivia[first_of(part)]
        return self.texts[first_of(before)] == "entry" and not (gap.blank or gap.has_notes)

    def _is_decision(self, node: int | Production) -> bool:
        parts = node.parts if isinstance(node, Production) else []
        words = (part for part in parts if isinstance(part, int))
        return any(self.texts[at] == "decide" for at in words)


def _core(part: int | Production) -> int | Production:
    """A member without the words that say how it is held."""
    while isinstance(part, Production) and part.action in WRAPPERS:
        part = list(flat(part.parts))[-1]
    return part


def _action(part: int | Production) -> str:
    return part.action if isinstance(part, Production) else ""


Plan.special = {
    **ExpressionPlan.special,
    "assign_node": Plan._assignment,
    "sub_assign": Plan._assignment,
    "effect_accept": Plan._effect,
    "effect_assign": Plan._effect,
    "effect_empty": Plan._effect,
    "effect_perform": Plan._effect,
    "effect_send": Plan._effect,
    "if_else": Plan._branches,
    "block": Plan._body,
    **dict.fromkeys(DECLARATIONS, Plan._declaration),
    **dict.fromkeys(CLAUSES, Plan._clauses),
    **dict.fromkeys(COMMENTS, Plan._comment),
}
