# Generated from HFO_Tooling::ToolingEnablement (ssot/hfo/tooling.sysml) and 11 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""`python -m hfo` runs the command line."""

from .cli import main

main()
