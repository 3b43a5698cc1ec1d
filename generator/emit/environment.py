"""The Jinja environment of the passes: sandboxed, strict about undefined names, with the text filters.

The only module that imports jinja2. Knows template sources and filters; must not know models.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.emit.artifact import digest
from generator.emit.text import FILTERS, comment, plain

__all__ = ["TemplateFault", "Templates"]

SHARED = "_shared"
_REFERENCE = re.compile(r"{%-?\s*(?:from|import|include|extends)\s+[\"']([^\"']+)[\"']")


class TemplateFault(Exception):
    """A template that cannot be read or rendered: a fault of a pass, not of a model."""


class Templates:
    """The templates below one or more roots, the first root that has a template wins."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self._texts: dict[str, str] = {}
        self._digests: dict[str, str] = {}
        self._roots = tuple(roots)
        self._environment = ImmutableSandboxedEnvironment(
            loader=jinja2.FunctionLoader(self._load),
            undefined=jinja2.StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
            finalize=_no_none,
        )
        self._environment.filters.update(FILTERS)
        self._environment.filters["sources"] = self._sources
        self._files: Mapping[str, str] = {}

    def exists(self, name: str) -> bool:
        """Whether a template (`agents/AgentModule.j2`) exists below a root."""
        return any((root / name).is_file() for root in self._roots)

    def _load(self, name: str) -> str | None:
        if name not in self._texts:
            if ".." in name.split("/"):
                return None
            found = next((root / name for root in self._roots if (root / name).is_file()), None)
            if found is None:
                return None
            self._texts[name] = found.read_text(encoding="utf-8")
        return self._texts[name]

    def digest(self, name: str) -> str:
        """The digest of a template together with everything it imports, includes or extends."""
        if name not in self._digests:
            parts, seen, stack = [], {name}, [name]
            while stack:
                at = stack.pop()
                text = self._load(at)
                if text is None:
                    raise TemplateFault(f"template {at} does not exist")
                parts.append(f"{at}\0{text}")
                for reference in _REFERENCE.findall(text):
                    if reference not in seen:
                        seen.add(reference)
                        stack.append(reference)
            self._digests[name] = digest("\0".join(sorted(parts)))
        return self._digests[name]

    def render(self, name: str, view: object, files: Mapping[str, str]) -> str:
        """The text of a view; `files` gives the model file of each of its origins, for the preamble."""
        self._files = files
        try:
            return self._environment.get_template(name).render(it=view)
        except jinja2.TemplateError as fault:
            line = getattr(fault, "lineno", None)
            place = f"{getattr(fault, 'name', None) or name}{f':{line}' if line else ''}"
            kind = type(fault).__name__
            raise TemplateFault(f"template {place}: {kind}: {fault.message}") from fault
        except (TypeError, ValueError, AttributeError, ArithmeticError, LookupError) as fault:
            raise TemplateFault(f"template {name}: {type(fault).__name__}: {fault}") from fault

    def preamble(self, view: object, files: Mapping[str, str]) -> str:
        """The shared preamble as Python comment lines, for views that bring their own text."""
        self._files = files
        template = self._environment.get_template(f"{SHARED}/preamble.j2")
        macro = template.module.preamble  # type: ignore[attr-defined]
        return str(macro(view))

    def _sources(self, origins: Sequence[str]) -> str:
        """What a generated file comes from, in one line fit for a comment."""
        first = f"{origins[0]} ({self._files.get(origins[0], 'model')})"
        more = len(origins) - 1
        shown = first + (f" and {more} more element{'s' if more > 1 else ''}" if more else "")
        line = " ".join(plain(shown).split())
        return comment(line, mark="", width=len(line) + 10).strip().replace("--", "- -")


def _no_none(value: object) -> object:
    if value is None:
        raise ValueError("a template prints None; test for it with `if`, or give the view a text")
    return value
