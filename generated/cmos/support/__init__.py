# Generated from CMOS (ssot/cmos/cmos.sysml) and 14 more elements.
# Do not edit: change the model and run `generate_from_ssot`.
"""Modules that generated packages carry as they are and that `ssot run` imports; none of them imports `generator`."""
