#!/usr/bin/env bash
# Reads the models, generates everything downstream, lets the quorum decide, applies or rolls back.
# All options of `ssot generate` may follow; see --help.
source "$(dirname "${BASH_SOURCE[0]}")/../environment.sh"
exec "$python" -m generator.surfaces.cli generate "$@"
