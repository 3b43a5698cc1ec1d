#!/usr/bin/env bash
# Brings a database to the schema of the model: sync_ssot_to_db.sh [--url URL] (default: DATABASE_URL).
source "$(dirname "${BASH_SOURCE[0]}")/../environment.sh"
exec "$python" -m generator.surfaces.cli db sync "$@"
