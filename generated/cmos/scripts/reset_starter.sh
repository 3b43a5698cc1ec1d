#!/bin/sh
# Generated from CMOS_Health::ResetStarter (ssot/cmos/health.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

# Remove all missions, sessions and decisions.
exec "${PYTHON:-python3}" "$(dirname "$0")/../cli.py" starter reset "$@"
