"""Productions become the syntax tree; the checks that the grammar leaves open are made here."""

from generator.syntax.build.builder import Builder
from generator.syntax.build.kernel_builder import KernelBuilder

__all__ = ["BUILDERS", "Builder"]

BUILDERS: dict[str, type[Builder]] = {"sysml": Builder, "kerml": KernelBuilder}
"""The tree builder of each dialect."""
