"""The command line: `ssot` with its verbs, and `generate_from_ssot`.

Translates arguments into calls of the core API and values into words; has no logic of its own.
"""

from __future__ import annotations

from generator.surfaces.cli.app import generate_from_ssot, main

__all__ = ["generate_from_ssot", "main"]
