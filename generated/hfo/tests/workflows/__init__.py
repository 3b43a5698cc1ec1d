# Generated from HFO_Tooling::ToolingEnablement (ssot/hfo/tooling.sysml) and 7 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflows."""
