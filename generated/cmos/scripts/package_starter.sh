#!/bin/sh
# Generated from CMOS_Health::PackageStarter (ssot/cmos/health.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

# Write the starter to cmos/dist.
exec "${PYTHON:-python3}" "$(dirname "$0")/../cli.py" starter package "$@"
