"""From written names and feature chains to symbols, with a diagnostic for each that leads nowhere.

Sources: KerML 1.0, clauses 8.2.3.5 (qualified names) and 8.3.3.3 (feature chains). One fault is reported
once: a name is not reported where an import, a specialisation or a member of its scope is already known
to be broken, because the name may come from there.
"""

from __future__ import annotations

from itertools import chain

from generator import ir
from generator.diagnostics import Diagnostic, Related, Severity
from generator.resolve.displacement import Displacement, Displacements
from generator.resolve.scopes import Scopes
from generator.resolve.suggest import Suggestions, path_name
from generator.resolve.symbols import Symbol
from generator.resolve.wording import described, wrong_kind
from generator.source import SourceFile, Span
from generator.syntax import ast

__all__ = ["References", "Trace"]

Path = tuple[Symbol, ...]
Trace = dict[tuple[str, int], tuple[int, Symbol]]
"""What each name means: by file and offset of the name, where it ends and what it leads to."""


class References:
    """Resolves references and collects what could not be resolved."""

    def __init__(
        self,
        scopes: Scopes,
        suggestions: Suggestions,
        displacements: Displacements,
        trace: Trace | None = None,
    ) -> None:
        """`trace`, if there is one, is told what each name means."""
        self._trace = trace
        self._scopes = scopes
        self._suggestions = suggestions
        self._displacements = displacements
        self._found: dict[tuple[str, int, int, str], Diagnostic] = {}

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was reported so far."""
        return tuple(self._found.values())

    def report(self, diagnostic: Diagnostic) -> None:
        """Add a diagnostic; the second one for the same text is dropped."""
        span = diagnostic.span
        self._found.setdefault((span.path, span.start, span.end, diagnostic.code), diagnostic)

    # -- resolution -------------------------------------------------------------------------------

    def resolve(
        self,
        scope: Symbol,
        reference: ast.Reference,
        *,
        but: Symbol | None = None,
        outward: bool = False,
        first: Symbol | None = None,
        kind: type[ir.Element] = ir.Element,
        report: bool = True,
    ) -> Path:
        """The symbols along a reference, () when it leads nowhere.

        `but` is the element the reference belongs to, `outward` as for `Scopes.lookup`; `first` is what its
        first name stands for, if known; `kind` is the metaclass of what can be meant.
        """
        if isinstance(reference, ast.QualifiedName):
            found = self.qualified(
                scope, reference, but=but, outward=outward, first=first, kind=kind, report=report
            )
            return () if found is None else (found,)
        head, *links = reference.links
        if kind is not ir.Element:
            kind = ir.Feature  # only features can be chained
        at = self.qualified(
            scope, head, but=but, outward=outward, first=first, kind=kind, report=report
        )
        if at is None:
            return ()
        return self.along(at, links, scope, kind=kind, report=report)

    def along(
        self,
        start: Symbol,
        links: list[ast.QualifiedName],
        scope: Symbol,
        *,
        kind: type[ir.Element] = ir.Element,
        report: bool = True,
    ) -> Path:
        """The symbols of a feature chain whose first symbol is known."""
        path = [start]
        for link in links:
            following = self._link(path[-1], link, scope, report)
            if following is not None and not issubclass(following.kind, kind):
                following = self._of_kind(
                    scope, link, following, kind, None, report, is_first=False
                )
            if following is None:
                return ()
            self._note(scope, link.segments[-1], following)
            path.append(following)
        return tuple(path)

    def qualified(
        self,
        scope: Symbol,
        name: ast.QualifiedName,
        *,
        but: Symbol | None = None,
        outward: bool = False,
        first: Symbol | None = None,
        kind: type[ir.Element] = ir.Element,
        is_all: bool = False,
        report: bool = True,
    ) -> Symbol | None:
        """The element a qualified name stands for in a scope; with `is_all`, private members count."""
        if not name.segments:
            return None
        head = name.segments[0]
        if name.is_global:
            return self._global(scope, name, report)
        before = self._scopes.interruptions
        at = first if first is not None else self._first(scope, head.text, but, outward)
        if at is None:
            if report:
                self._unresolved(scope, head)
            return None
        self._check_ambiguous(scope, head, at)
        found = self._members(at, name, scope, is_all, report=False)
        if found is None:
            if report or before == self._scopes.interruptions:
                found = self._in_namesake(scope, name, at, but, is_all)
        elif not issubclass(found.kind, kind):
            return self._of_kind(scope, name, found, kind, but, report)
        if found is None and report:
            self._members(at, name, scope, is_all, report=True)
        return found

    def _members(
        self, start: Symbol, name: ast.QualifiedName, scope: Symbol, is_all: bool, *, report: bool
    ) -> Symbol | None:
        """The element after the first segment of a qualified name."""
        at = start
        steps = [start]
        for segment in name.segments[1:]:
            following = self._member(at, segment, scope, is_all, report)
            if following is None:
                return None
            at = following
            steps.append(at)
        for segment, meant in zip(name.segments, steps, strict=True):
            self._note(scope, segment, meant)
        return at

    def _note(self, scope: Symbol, name: ast.Name, found: Symbol) -> None:
        if self._trace is not None:
            self._trace[scope.source.path, name.start] = (name.end, found)

    def _in_namesake(
        self,
        scope: Symbol,
        name: ast.QualifiedName,
        missed: Symbol,
        but: Symbol | None,
        is_all: bool,
    ) -> Symbol | None:
        """What a qualified name means in another element that is called as its first segment.

        That is one declared beside it, one that an element with that name redefines and so hides, or one
        that an import brings in or that stands further out.
        """
        head = name.segments[0].text
        if len(name.segments) == 1:
            return None
        nearest = [but] if but is not None and but.declared_name == head else []
        for each in chain(self._scopes.namesakes(scope, head, past_members=False), nearest):
            if each is missed:
                continue
            found = self._members(each, name, scope, is_all, report=False)
            if found is not None:
                return found
        return None

    def _global(self, scope: Symbol, name: ast.QualifiedName, report: bool) -> Symbol | None:
        """What `$::A::b` stands for: the file of the name is searched before all others."""
        nearest: Symbol | None = None
        for root in self._scopes.roots(scope, name.segments[0].text):
            nearest = nearest or root
            found = self._members(root, name, scope, False, report=False)
            if found is not None:
                return found
        if report and nearest is None:
            self._unresolved(scope, name.segments[0])
        elif report and nearest is not None:
            self._members(nearest, name, scope, False, report=True)
        return None

    def _of_kind(
        self,
        scope: Symbol,
        name: ast.QualifiedName,
        found: Symbol,
        kind: type[ir.Element],
        but: Symbol | None,
        report: bool,
        *,
        is_first: bool = True,
    ) -> Symbol | None:
        """An element further out that is of the wanted metaclass, where the nearest one is not."""
        segment = name.segments[-1]
        if len(name.segments) == 1 and is_first:
            other = self._scopes.lookup_kind(scope, segment.text, kind, but)
            if other is not None:
                self._note(scope, segment, other)
                return other
        if report:
            span = Span(scope.source, segment.start, segment.end)
            self.report(wrong_kind(segment.text, found, kind, span))
        return None

    def _first(self, scope: Symbol, name: str, but: Symbol | None, outward: bool) -> Symbol | None:
        found = self._scopes.lookup(scope, name, but, outward=outward)
        if found is None and outward:
            found = self._scopes.lookup(scope, name, but)
        if found is None and but is not None and but.declared_name == name:
            return but
        return found

    def _link(
        self, start: Symbol, link: ast.QualifiedName, scope: Symbol, report: bool
    ) -> Symbol | None:
        if len(link.segments) == 1:
            return self._member(start, link.segments[0], scope, False, report)
        return self.qualified(scope, link, report=report)

    def _member(
        self, namespace: Symbol, segment: ast.Name, scope: Symbol, is_all: bool, report: bool
    ) -> Symbol | None:
        name = segment.text
        found = self._scopes.visible_member(namespace, name)
        if found is not None or (not is_all and not report):
            return found
        hidden = self._scopes.any_member(namespace, name)
        if is_all and hidden is not None:
            return hidden
        if report:
            if hidden is not None:
                self._not_visible(namespace, hidden, segment, scope.source)
            else:
                self._no_member(namespace, segment, scope.source)
        return None

    # -- reports ----------------------------------------------------------------------------------

    def no_inherited(self, type_: Symbol, name: ast.Name) -> None:
        """Report a redefinition whose feature the owner does not inherit and that is not known otherwise."""
        if self.is_broken(type_) or type_.owner is None:
            self._unresolved(type_, name)
            return
        span = Span(type_.source, name.start, name.end)
        hint = self._suggestions.for_member(type_, name.text)
        message = f"{described(type_)} inherits no feature `{name.text}`"
        self.report(Diagnostic("unresolved-name", Severity.ERROR, message, span, hint=hint))

    def _unresolved(self, scope: Symbol, name: ast.Name) -> None:
        if not name.text:  # it is missing in the text, which was reported
            return
        at: Symbol | None = scope
        while at is not None:
            if self.is_broken(at):
                return
            at = at.outer
        span = Span(scope.source, name.start, name.end)
        lost = self._displaced(scope, name.text)
        if lost is not None:
            self._report_displaced(f"`{name.text}` is not known here", span, lost)
            return
        hint = self._suggestions.for_name(scope, name.text)
        is_type = scope.source.text[: name.start].rstrip().endswith((":", ">"))
        if hint is None and span.text[:1] == "'" and not is_type:
            hint = f'a text is written in double quotes: "{name.text}"'
        message = f"`{name.text}` is not known here"
        self.report(Diagnostic("unresolved-name", Severity.ERROR, message, span, hint=hint))

    def _displaced(self, scope: Symbol, name: str) -> Displacement | None:
        at: Symbol | None = scope
        while at is not None:
            found = self._displacements.find(at, name)
            if found is not None:
                return found
            at = at.outer
        return None

    def _report_displaced(self, message: str, span: Span, lost: Displacement) -> None:
        self.report(
            Diagnostic(
                "unresolved-name",
                Severity.ERROR,
                message,
                span,
                related=lost.related(),
                hint=lost.hint(),
                fix=lost.fix(),
            )
        )

    def _check_ambiguous(self, scope: Symbol, name: ast.Name, found: Symbol) -> None:
        others = self._scopes.ambiguous(scope, name.text, found)
        if not others:
            return
        places = " and ".join(f"`{path_name(each)}`" for each in (found, *others))
        self.report(
            Diagnostic(
                "ambiguous-name",
                Severity.WARNING,
                f"`{name.text}` could mean {places}; the first one is taken",
                Span(scope.source, name.start, name.end),
                hint=f"write `{path_name(found)}`",
            )
        )

    def _no_member(self, namespace: Symbol, name: ast.Name, source: SourceFile) -> None:
        if self.is_broken(namespace) or not name.text:
            return
        label = described(namespace)
        message = f"{label} has no member `{name.text}`"
        span = Span(source, name.start, name.end)
        lost = self._displacements.find(namespace, name.text)
        if lost is not None:
            self._report_displaced(message, span, lost)
            return
        hint = self._suggestions.for_member(namespace, name.text)
        related = (Related(f"{label} is declared here", namespace.name_span()),)
        self.report(
            Diagnostic("unresolved-name", Severity.ERROR, message, span, related=related, hint=hint)
        )

    def _not_visible(
        self, namespace: Symbol, hidden: Symbol, name: ast.Name, source: SourceFile
    ) -> None:
        self.report(
            Diagnostic(
                "not-visible",
                Severity.ERROR,
                (
                    f"`{name.text}` is {hidden.visibility.value} in {described(namespace)}"
                    if hidden.visibility is not ir.Visibility.PUBLIC
                    else f"`{name.text}` is imported privately into {described(namespace)}"
                ),
                Span(source, name.start, name.end),
                related=(Related(f"`{name.text}` is declared here", hidden.name_span()),),
            )
        )

    def is_broken(self, namespace: Symbol) -> bool:
        """Whether a namespace, or a type it inherits from, has a member list that is not fully known."""
        seen = {id(namespace)}
        stack = [namespace]
        while stack:
            at = stack.pop()
            if at.is_broken:
                return True
            for general in at.generals or ():
                target = general.target
                if target is not None and id(target) not in seen:
                    seen.add(id(target))
                    stack.append(target)
        return False
