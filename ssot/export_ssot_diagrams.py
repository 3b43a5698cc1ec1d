#!/usr/bin/env python3
"""Exports the diagrams of a model: export_ssot_diagrams.py --model FILE --output DIR.

The same as `ssot diagrams`, after making the environment when there is none yet.
"""

import os
import sys
from pathlib import Path

ENVIRONMENT = Path(__file__).resolve().parent.parent / "scripts" / "environment.sh"
COMMAND = 'source "$0" && exec "$python" -m generator.surfaces.cli diagrams "$@"'

if __name__ == "__main__":
    os.execvp("bash", ["bash", "-c", COMMAND, str(ENVIRONMENT), *sys.argv[1:]])  # noqa: S606
