"""Modules that generated packages carry as they are and that `ssot run` imports; none of them imports `generator`."""
