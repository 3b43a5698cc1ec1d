"""An element of the model and everything it needs, lowered to one self-contained Python module."""

from __future__ import annotations

from generator.compile.program.module import Entry, NotRunnable, Program, compile_program

__all__ = ["Entry", "NotRunnable", "Program", "compile_program"]
