"""Reads the sheets under `sheets/`: one piece of notation per line; empty lines and `// …` aside."""

from __future__ import annotations

from pathlib import Path

__all__ = ["lines"]


def lines(name: str) -> list[str]:
    """The lines of a sheet."""
    text = (Path(__file__).parent / "sheets" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("// ")]
