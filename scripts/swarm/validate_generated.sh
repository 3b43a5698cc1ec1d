#!/usr/bin/env bash
# Checks that the generated tree is what the models say, then lets the quorum judge it.
source "$(dirname "${BASH_SOURCE[0]}")/../environment.sh"
"$python" -m generator.surfaces.cli generate --check
exec "$python" -m generator.surfaces.cli review "$@"
