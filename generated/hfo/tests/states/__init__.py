# Generated from HFO_Workflows::MissionProgress (ssot/hfo/workflows.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the states."""
