"""Surfaces: they translate between the core API and people or programs, and know nothing else."""
