"""Mutation: breaks generated modules in small ways and asks whether their own tests notice.

Knows Python syntax, the layout of generated packages and pytest; must not know a system, a template or how
votes count. A survivor is a place where the generated code could be wrong and no generated test would fail.
"""

from __future__ import annotations

from generator.quorum.mutation.choice import Candidate, candidates, choose
from generator.quorum.mutation.mutants import Mutant, mutants
from generator.quorum.mutation.reasons import reason
from generator.quorum.mutation.trial import Result, Unsound, try_all

__all__ = [
    "Candidate",
    "Mutant",
    "Result",
    "Unsound",
    "candidates",
    "choose",
    "mutants",
    "reason",
    "try_all",
]
