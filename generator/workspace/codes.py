"""All codes of diagnostics with their pages, and the severities a project gives them.

Knows rules, written pages and settings; must not know how a page is shown.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import cache
from types import MappingProxyType

from generator.config import Config, ConfigFault
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.catalogue import Page, written_pages

__all__ = ["CodeFault", "all_pages", "close_codes", "matching", "page_of", "with_severities"]


class CodeFault(Exception):
    """A code that does not exist; the message says what may have been meant."""


@cache
def all_pages() -> MappingProxyType[str, Page]:
    """The page of every code, sorted by code."""
    from generator.rules import all_rules

    found = {each.code: each for each in written_pages()}
    found.update(
        {rule.code: Page(rule.code, rule.severity, rule.page, "rule") for rule in all_rules()}
    )
    return MappingProxyType(dict(sorted(found.items())))


def page_of(code: str) -> Page | None:
    """The page of a code, upper and lower case being the same."""
    pages = all_pages()
    lower = {each.lower(): each for each in pages}
    exact = code if code in pages else lower.get(code.lower())
    return None if exact is None else pages[exact]


def close_codes(code: str, most: int = 4) -> tuple[str, ...]:
    """Codes that may have been meant: alike in spelling, or in the words they and their headlines are made of."""
    pages = all_pages()
    lower = {each.lower(): each for each in pages}
    alike = difflib.get_close_matches(code.lower(), lower, n=most, cutoff=0.75)
    found = [lower[each] for each in alike]
    wanted = _words(code)
    scored = []
    for each, page in pages.items():
        shared = sum(_shares(word, _words(each)) * 2 for word in wanted)
        shared += sum(_shares(word, _words(page.headline)) for word in wanted)
        if shared >= max(2, len(wanted)):
            scored.append((-shared, each))
    found += [each for _, each in sorted(scored) if each not in found]
    return tuple(found[:most])


# What people call things that the metamodel has other words for.
_ALSO = {"duplicate": "distinguish", "twice": "distinguish", "cyclic": "cycle"}


def _words(text: str) -> frozenset[str]:
    parts = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+", text)
    words = {_ALSO.get(each.lower(), each.lower()) for each in parts if len(each) > 2}
    return frozenset(words - {"validate", "the", "and", "name"})


def _shares(word: str, words: Iterable[str]) -> int:
    return int(
        any(word == each or (len(word) > 3 and each.startswith(word[:-1])) for each in words)
    )


def matching(patterns: Sequence[str]) -> frozenset[str]:
    """The codes that patterns name, each exactly or by how it begins; CodeFault for one that names none."""
    found: set[str] = set()
    for pattern in patterns:
        named = [each for each in all_pages() if each == pattern or each.startswith(pattern)]
        if not named:
            close = close_codes(pattern, 1)
            hint = f"; did you mean `{close[0]}`?" if close else "; see `ssot explain --list`"
            raise CodeFault(f"there is no code `{pattern}`{hint}")
        found.update([pattern] if pattern in named else named)
    return frozenset(found)


def with_severities(config: Config, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings with the severities of `[tool.ssot.severity]`; those set to `off` are gone."""
    if not config.severity:
        return tuple(found)
    for _, code, wanted in config.severity:
        _check_override(code, wanted)
    changed = []
    for each in found:
        level = _level(config, each)
        if level is None:
            changed.append(each)
        elif level != "off":
            changed.append(replace(each, severity=Severity(level)))
    return tuple(changed)


def _check_override(code: str, level: str) -> None:
    page = all_pages().get(code)
    if page is None:
        close = close_codes(code, 1)
        hint = f"; did you mean `{close[0]}`?" if close else ""
        raise ConfigFault(f"[tool.ssot.severity]: there is no code `{code}`{hint}")
    if page.family != "rule" and page.severity is Severity.ERROR and level != "error":
        raise ConfigFault(
            f"[tool.ssot.severity]: `{code}` is no rule and always an error; a baseline can hold known ones"
        )


def _level(config: Config, diagnostic: Diagnostic) -> str | None:
    """What the last setting says that is about the file and the code."""
    level = None
    for pattern, code, wanted in config.severity:
        if code == diagnostic.code and fnmatchcase(diagnostic.span.path, pattern):
            level = wanted
    return level
