"""`python -m generator.surfaces.cli`."""

from generator.surfaces.cli.app import main

main()
