# Generated from HFO_Agents::SwarmlordPersona (ssot/hfo/agents.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the agents; none of them reaches a language model."""
