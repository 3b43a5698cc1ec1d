"""An element of the model and everything it needs, lowered to one self-contained Python module."""

from __future__ import annotations

from generator.compile.entry import Entry, Program
from generator.compile.program.module import NotRunnableFault, compile_program

__all__ = ["Entry", "NotRunnableFault", "Program", "compile_program"]
