#!/usr/bin/env bash
# Generates the test suites of all systems; options of `ssot generate` may follow.
source "$(dirname "${BASH_SOURCE[0]}")/../environment.sh"
exec "$python" -m generator.surfaces.cli generate --tests "$@"
