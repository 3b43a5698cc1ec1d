"""Import statements of a workflow module, grouped as people write them.

Knows Python's import statements. Must not know models.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from generator.compile.types import ImportName

__all__ = ["import_blocks"]


def import_blocks(
    modules: Iterable[str], names: Iterable[ImportName], package: str = "workflows"
) -> tuple[tuple[str, ...], ...]:
    """Imports of a module in a package of the system: standard library, other packages, the system itself."""
    groups: tuple[dict[str, set[str]], ...] = ({}, {}, {})
    for each in names:
        module = _relative(each.module, package) if each.is_local else each.module
        group = 2 if each.is_local else 0 if _is_standard(each.module) else 1
        groups[group].setdefault(module, set()).add(each.name)
    blocks = [[f"import {module}" for module in sorted(modules)], [], []]
    for block, group in zip(blocks, groups, strict=True):
        block += [
            f"from {module} import {', '.join(sorted(found))}"
            for module, found in sorted(group.items())
        ]
    return tuple(tuple(block) for block in blocks if block)


def _relative(module: str, package: str) -> str:
    inside = module.removeprefix(f"{package}.")
    return f".{inside}" if inside != module else f"..{module}"


def _is_standard(module: str) -> bool:
    return module.partition(".")[0] in sys.stdlib_module_names
