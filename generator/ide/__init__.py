"""What editors ask about a model, as plain data: what is at a position, where it is declared, who refers to it.

Knows models and the names in them; must not know a protocol or a terminal.
"""

from __future__ import annotations

from generator.ide.index import NameIndex, Occurrence, declaring_span
from generator.ide.meaning import Meaning, Way, meaning_at

__all__ = ["Meaning", "NameIndex", "Occurrence", "Way", "declaring_span", "meaning_at"]
