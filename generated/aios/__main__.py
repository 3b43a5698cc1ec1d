# Generated from AIOS_Agents::Init (ssot/aios/agents.sysml) and 79 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""`python -m aios` runs the command line."""

from .cli import main

main()
