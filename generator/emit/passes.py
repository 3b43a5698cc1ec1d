"""Passes: one folder of templates each, found by its folder, run on a model, rendered to artifacts.

Knows the model, views and templates; must not write, and must not know what any pass is about.
A fault of a model is a diagnostic; a fault of a pass (a view or template that breaks its contract) raises
PassFault, which names the pass.
"""

from __future__ import annotations

import difflib
import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Protocol

from generator import _templates
from generator.diagnostics import Diagnostic, Severity, sort_diagnostics
from generator.emit.artifact import Artifact, ArtifactSet, Origin, digest
from generator.emit.environment import TemplateFault, Templates
from generator.emit.format import FormatFault, Formatter
from generator.emit.systems import PassContext, System, systems_of
from generator.emit.views import View, ViewFault, check_view, view_digest
from generator.ir import Classifier, Element, Model

__all__ = [
    "Pass",
    "PassContext",
    "PassFault",
    "System",
    "TextCache",
    "discover",
    "render",
    "systems_of",
]


class PassFault(Exception):
    """A pass that breaks its contract; the message names the pass, and the view where there is one."""


class TextCache(Protocol):
    """A store of finished texts by content key."""

    def get(self, key: bytes) -> str | None:
        """The text stored under a key, or None."""

    def put(self, key: bytes, text: str) -> None:
        """Store a text."""


@dataclass(frozen=True, slots=True)
class Pass:
    """One pass: its name is its folder's name."""

    name: str
    folder: Path
    into: str
    select: Callable[[Model, PassContext], Iterable[View]]
    is_last: bool = False


def discover(
    overrides: Path | None = None, wanted: Sequence[str] = ()
) -> tuple[tuple[Pass, ...], Templates]:
    """The passes sorted by name (those of some names, if any are given), and the templates.

    A folder of `overrides` adds a pass, or replaces the `views.py` or single templates of a bundled one.
    PassFault for a name that is no pass, or a pass that cannot be loaded.
    """
    roots = [root for root in (overrides, _templates.ROOT) if root is not None]
    folders: dict[str, Path] = {}
    for root in roots:
        if not root.is_dir():
            raise PassFault(f"there is no templates folder {root}")
        for views in sorted(root.glob("*/views.py")):
            folders.setdefault(views.parent.name, views.parent)
    for name in wanted:
        if name not in folders:
            close = difflib.get_close_matches(name, folders, n=1)
            hint = f"did you mean `{close[0]}`?" if close else f"there are {', '.join(folders)}"
            raise PassFault(f"no pass is called `{name}`; {hint}")
    names = [name for name in sorted(folders) if not wanted or name in wanted]
    return tuple(_load(name, folders[name]) for name in names), Templates(roots)


def _load(name: str, folder: Path) -> Pass:
    try:
        module = _module(name, folder)
    except Exception as fault:  # a pass is code of others: whatever it raises is its fault
        raise PassFault(
            f"pass `{name}` cannot be loaded: {type(fault).__name__}: {fault}"
        ) from fault
    select = getattr(module, "select", None)
    if not callable(select):
        raise PassFault(f"pass `{name}` has no function `select(model, context)`")
    return Pass(name, folder, str(getattr(module, "INTO", "generated")), select, _is_last(module))


def _is_last(module: ModuleType) -> bool:
    """Whether a pass wants to see what the other ones made (`LAST = True`)."""
    return getattr(module, "LAST", False) is True


def _module(name: str, folder: Path) -> ModuleType:
    if folder.parent == _templates.ROOT:
        return importlib.import_module(f"{_templates.__name__}.{name}.views")
    package_name = f"ssot_templates_{digest(str(folder))[:12]}"
    if package_name not in sys.modules:
        package = ModuleType(package_name)
        package.__path__ = [str(folder)]
        sys.modules[package_name] = package
    return importlib.import_module(f"{package_name}.views")


def render(
    model: Model,
    groups: Mapping[str, str] | None = None,
    *,
    passes: Sequence[Pass],
    templates: Templates,
    cache: TextCache | None = None,
    salt: bytes = b"",
) -> tuple[ArtifactSet, tuple[Diagnostic, ...]]:
    """Run passes on a model: their artifacts, what they reported, and a diagnostic for each path not accepted.

    `salt` stands for everything else the text depends on (version of the formatter and of emit itself).
    """
    circles = sort_diagnostics(_circles(model))
    if circles:
        return ArtifactSet.collect([])[0], circles
    context = PassContext(systems_of(model, groups))
    press = _Press(model, templates, cache, salt, Formatter(cache, salt))
    found: list[Artifact] = []
    for each in sorted(passes, key=lambda each: each.is_last):
        try:
            views = list(each.select(model, context))
        except Exception as fault:  # as in `_load`
            message = f"pass `{each.name}` failed: {type(fault).__name__}: {fault}"
            raise PassFault(message) from fault
        made = [press.artifact(each, view) for view in views]
        context.texts.update((artifact.path, artifact.text) for artifact in made)
        found.extend(made)
    artifacts, faults = ArtifactSet.collect(found)
    diagnostics = tuple(
        Diagnostic(
            fault.code,
            Severity.ERROR,
            fault.message,
            press.elements[fault.artifact.origins[0].qualified_name].span,
            hint=fault.hint,
        )
        for fault in faults
    )
    return artifacts, sort_diagnostics((*context.reported, *diagnostics))


def _circles(model: Model) -> Iterator[Diagnostic]:
    """An error for each type that specialises itself, which a model may say and no program."""
    for each in model.of_kind(Classifier):
        for general in model.generals(each):
            if general.library is None and model.specializes(general, each):
                yield Diagnostic(
                    "emit-circular-type",
                    Severity.ERROR,
                    f"`{each.qualified_name}` specialises itself, so no code can be made for it",
                    each.name_span or each.span,
                    hint="one of the specialisations has to go",
                )
                break


@dataclass
class _Press:
    """Makes artifacts from views: looks up their origins, renders, formats, remembers."""

    model: Model
    templates: Templates
    cache: TextCache | None
    salt: bytes
    formatter: Formatter
    elements: dict[str, Element] = field(default_factory=dict)

    def artifact(self, source: Pass, view: View) -> Artifact:
        """The artifact of a view; PassFault when the view or its template breaks the contract."""
        try:
            check_view(view)
            origins = tuple(map(self._origin, view.origins))
            text = self._text(source, view, {each.qualified_name: each.file for each in origins})
        except (ViewFault, TemplateFault, FormatFault) as fault:
            where = f", view {type(view).__name__} for {getattr(view, 'path', '?')}"
            raise PassFault(f"pass `{source.name}`{where}: {fault}") from fault
        return Artifact(view.path, text, source.into, source.name, origins)

    def _origin(self, name: str) -> Origin:
        element = self.elements.get(name) or self.model.find(name)
        if element is None:
            raise ViewFault(f"the origin {name} is no element of the model")
        self.elements[name] = element
        return Origin(name, element.span.path, element.span.line)

    def _text(self, source: Pass, view: View, files: Mapping[str, str]) -> str:
        own = getattr(view, "text", None)
        name = f"{source.name}/{type(view).__name__}.j2"
        template = self.templates.digest("_shared/preamble.j2" if own is not None else name)
        parts = (
            self.salt,
            view_digest(view),
            template.encode(),
            repr(sorted(files.items())).encode(),
        )
        key = bytes.fromhex(digest(b"\0".join(parts)))
        known = self.cache.get(key) if self.cache is not None else None
        if known is None:
            known = self._fresh(view, name, files, own)
            if self.cache is not None:
                self.cache.put(key, known)
        return known

    def _fresh(self, view: View, name: str, files: Mapping[str, str], own: str | None) -> str:
        text = own if own is not None else self.templates.render(name, view, files)
        if view.path.endswith(".py"):
            if own is not None and "\n# Do not edit" not in "\n" + text[:4000]:
                text = self.templates.preamble(view, files) + text
            text = self.formatter.format(text)
        return _finished(text)


def _finished(text: str) -> str:
    """LF line ends, exactly one at the end of a text that is not empty."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        text.encode()
    except UnicodeEncodeError as fault:
        raise FormatFault(f"the text holds a lone surrogate at character {fault.start}") from fault
    return text.strip("\n") + "\n" if text.strip() else ""
