# Generated from AIOS_Agents::Init (ssot/aios/agents.sysml) and 66 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Workflows of AI Workflow OS: one module for each action of the model that has steps."""
