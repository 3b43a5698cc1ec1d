# Generated from AIOS (ssot/aios/aios.sysml) and 27 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of AI Workflow OS."""
