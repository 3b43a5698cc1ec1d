"""Completion of element names in a shell: the last name in what is typed so far."""

from __future__ import annotations

import re

__all__ = ["complete_elements"]

_LAST = re.compile(r"[\w:']*$")
_MOST = 200


def complete_elements(incomplete: str) -> list[str]:
    """What is typed with its last name completed to elements of the project's model; nothing when it has none.

    Names are completed one level of ownership at a time. Faults are silent: a shell waits for words.
    """
    try:
        names = _names()
    except Exception:  # whatever is wrong with the project, completing is not the place to say it
        return []
    match = _LAST.search(incomplete)
    last = match[0] if match else ""
    before = incomplete[: len(incomplete) - len(last)]
    level = last.count("::")
    found = {"::".join(name.split("::")[: level + 1]) for name in names if name.startswith(last)}
    found |= {each for each in _metaclasses() if last and each.startswith(last)}
    return [before + each for each in sorted(found)[:_MOST]]


def _names() -> list[str]:
    from generator.surfaces.cli.options import open_workspace

    model, _ = open_workspace().check()
    return [each.qualified_name for each in model.user_elements if each.name is not None]


def _metaclasses() -> list[str]:
    from generator import ir
    from generator.workspace.query import metaclass

    return [each for each in vars(ir) if metaclass(each) is not None]
