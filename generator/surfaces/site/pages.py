"""Pages on their way into the site: diagrams shown in place of Mermaid text, modules as pages of their own.

Knows the shape of the generated pages. Works on texts; must not read or write files.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

__all__ = [
    "anchors",
    "diagram_for_site",
    "first_heading",
    "guide_for_site",
    "page_for_site",
    "size_of",
    "source_page",
]

_FENCE = re.compile(r"^```(?P<kind>\w+) file=\S+$", re.MULTILINE)
_MERMAID = re.compile(r"^```mermaid\n.*?^```\n", re.MULTILINE | re.DOTALL)
# The caption is in the picture too.
_CAPTION = re.compile(r"^.+\n(?=\[Picture\]\(<)", re.MULTILINE)
_PICTURE = re.compile(r"\[Picture\]\(<(?P<path>[^<>\n]+)\.svg>\)")
_DECLARED = re.compile(r" in `(?P<file>[^`\n]+)` \|")
_MODULE = re.compile(r"\]\(<(?P<path>[^<>\n]+\.py)>\)")
_ANCHOR = re.compile(r'<a id="(?P<id>diagram-[^"<>]+)"></a>')
_SIZE = re.compile(r'<svg [^>]*?width="(?P<width>[\d.]+)" height="(?P<height>[\d.]+)"')
_DARK = re.compile(r"@media \(prefers-color-scheme: dark\) \{.*?\n\}\n", re.DOTALL)
_LINK = re.compile(r'<a href="(?P<name>[^"/<>]+)\.svg">')
# A code span, which stays, or an escape that CommonMark knows and Python-Markdown does not.
_ESCAPE = re.compile(
    r"(?P<code>(?P<run>`+)(?!`).*?(?<!`)(?P=run)(?!`))|\\(?P<char>[!\"$%&',/:;<=>?@^|~])"
)
# A heading or a row of the glossary, and the parts of a name in it.
_NAMED = re.compile(
    r"^(?:#{1,4} |\| <a id=\"[^\"]+\"></a>)(?P<name>[^|\n]+?)(?=$| \|)", re.MULTILINE
)
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_HEADING = re.compile(r"^# (?P<title>.+)$", re.MULTILINE)


def guide_for_site(text: str) -> str:
    """A page written by hand as the site shows it: fences keep their language only, which is all its reader knows."""
    return _FENCE.sub(r"```\g<kind>", text)


def page_for_site(
    text: str, sizes: Mapping[str, tuple[float, float]], models: Collection[str] = ()
) -> str:
    """A generated page as the site shows it.

    `sizes` gives width and height of each picture by the path the page calls it by, without `.svg`; `models`
    are the model files that have a page.
    """
    text = _DECLARED.sub(lambda found: _declared(found, models), text)
    text = _CAPTION.sub("", _MERMAID.sub("", text))
    text = _NAMED.sub(_findable, text)
    text = _ESCAPE.sub(lambda each: each["code"] or f"&#{ord(each['char'])};", text)
    text = _PICTURE.sub(lambda found: _shown(found, sizes), text)
    return _MODULE.sub(r"](<\g<path>.md>)", text)


def _findable(found: re.Match[str]) -> str:
    """A place with the words of a name like `berthPlan` added, unseen, so that a search for one of them finds it."""
    words = _WORD.findall(found["name"])
    if len(words) < 2:
        return found[0]
    # Below a heading, not in it: the words of a heading are shown in the navigation.
    between = "\n\n" if found[0].startswith("#") else ""
    return f'{found[0]}{between}<span class="words"> {" ".join(words).lower()}</span>'


def _declared(found: re.Match[str], models: Collection[str]) -> str:
    """The place an element is declared at, leading to the page of the model file."""
    file = found["file"]
    return f" in [`{file}`](<../../../models/{file}.md>) |" if file in models else found[0]


def _shown(found: re.Match[str], sizes: Mapping[str, tuple[float, float]]) -> str:
    path = found["path"]
    size = sizes.get(path)
    if size is None:
        return found[0]
    width, height = size
    style = f"aspect-ratio: {width:.0f} / {height:.0f}; width: {width:.0f}px"
    return (
        f"\n\n[Picture](<{path}.svg>){{: .diagram-link }}"
        f'<span class="diagram"><object type="image/svg+xml" data="{path}.svg" '
        f'style="{style}"></object></span>\n\n[SVG](<{path}.svg>)'
    )


def diagram_for_site(text: str, places: Mapping[str, str]) -> str:
    """A picture as the site shows it: on a light page, its links leading to the pages that show their targets."""

    def link(found: re.Match[str]) -> str:
        target = places.get(found["name"])
        return f'<a href="{target}" target="_top">' if target else found[0]

    return _LINK.sub(link, _DARK.sub("", text))


def size_of(text: str) -> tuple[float, float] | None:
    """Width and height of a picture in pixels."""
    found = _SIZE.search(text)
    return (float(found["width"]), float(found["height"])) if found else None


def anchors(text: str) -> list[str]:
    """The anchors of the diagrams on a page."""
    return [found["id"] for found in _ANCHOR.finditer(text)]


def first_heading(text: str, otherwise: str) -> str:
    """The title of a page, without the escapes of Markdown."""
    found = _HEADING.search(text)
    return re.sub(r"\\(.)", r"\1", found["title"]).strip() if found else otherwise


def source_page(path: str, text: str, language: str) -> str:
    """A module or model file as a page that can be read and searched."""
    runs = re.findall(r"`{3,}|~{3,}", text)
    fence = "`" * max([3, *(len(run) + 1 for run in runs)])
    return f"# `{path}`\n\n{fence}{language}\n{text.rstrip()}\n{fence}\n"
