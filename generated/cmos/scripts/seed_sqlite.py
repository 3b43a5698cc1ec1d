#!/usr/bin/env python3
# Generated from CMOS_Contexts::Seed (ssot/cmos/contexts.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Make the database, and import a backlog from a folder."""

from __future__ import annotations

import os
import sys

PACKAGE = os.path.abspath(
    os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
)


def main() -> None:
    """Run the command with the words that were given."""
    sys.path[0] = os.path.dirname(PACKAGE)
    from cmos import cli

    sys.argv[1:1] = ["seed"]
    cli.main()


if __name__ == "__main__":
    main()
