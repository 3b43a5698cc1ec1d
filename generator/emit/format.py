"""Formatting of generated Python with black, as a library.

Knows Python text. Must not know where it comes from or goes to. The result is what
`black --target-version py311` makes of the whole file.
"""

from __future__ import annotations

__all__ = ["FormatFault", "format_python"]


class FormatFault(Exception):
    """Text that is not Python: a fault of a template, with the line it shows in."""


def format_python(text: str) -> str:
    """The text as black writes it; raises FormatFault if it is no Python."""
    import black  # heavy, and a run without change never formats
    from black.mode import TargetVersion
    from black.parsing import InvalidInput

    try:
        return black.format_str(text, mode=black.Mode(target_versions={TargetVersion.PY311}))
    except InvalidInput as fault:
        raise FormatFault(str(fault)) from fault
