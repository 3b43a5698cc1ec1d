# Generated from AIOS_Agents (ssot/aios/agents.sysml) and 27 more elements.
# Do not edit: change the model and run `generate_from_ssot`.
"""Modules that generated packages carry as they are and that `ssot run` imports; none of them imports `generator`."""
