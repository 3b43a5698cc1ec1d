"""Import statements of a generated module, grouped as people write them.

Knows Python's import statements. Must not know models.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from generator.compile.types import ImportName

__all__ = ["import_blocks", "names_in"]

_NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """The words of Python texts that may be names: what a module with these texts may need to import."""
    return frozenset(word for text in texts for word in _NAME.findall(text))


def import_blocks(
    modules: Iterable[str],
    names: Iterable[ImportName],
    package: str = "workflows",
    *,
    is_absolute: bool = False,
) -> tuple[tuple[str, ...], ...]:
    """Imports of a module: standard library, other packages, the system itself.

    `package` is where in the system the module lies; for absolute imports it is the name of the system.
    """
    groups: tuple[dict[str, set[str]], ...] = ({}, {}, {})
    for each in names:
        module = _local(each.module, package, is_absolute) if each.is_local else each.module
        at = 2 if each.is_local else 0 if _is_standard(each.module) else 1
        groups[at].setdefault(module, set()).add(each.name)
    blocks: list[list[str]] = [[], [], []]
    for module in sorted(modules):
        blocks[0 if _is_standard(module) else 1].append(f"import {module}")
    for block, group in zip(blocks, groups, strict=True):
        block += [
            f"from {module} import {', '.join(sorted(found))}"
            for module, found in sorted(group.items())
        ]
    return tuple(tuple(block) for block in blocks if block)


def _local(module: str, package: str, is_absolute: bool) -> str:
    if is_absolute:
        return f"{package}.{module}".rstrip(".")
    if not package:
        return f".{module}"
    inside = module.removeprefix(f"{package}.")
    return f".{inside}" if inside != module else f"..{module}"


def _is_standard(module: str) -> bool:
    return module.partition(".")[0] in sys.stdlib_module_names
