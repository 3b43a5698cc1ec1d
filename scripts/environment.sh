# Sourced by every script. Sets `root`, `python` and PYTHONPATH; makes or mends the virtual environment
# `.venv` from requirements.lock when it is missing or the lock has changed. Needs Python 3.11 or later.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv=${SSOT_VENV:-$root/.venv}

find_python() {
    local candidate
    for candidate in "${PYTHON:-}" python3.11 python3.12 python3.13 python3.14 python3 python; do
        if [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    echo "ssot: Python 3.11 or later is needed and was not found; set PYTHON to its path" >&2
    return 1
}

digest_of_lock() { cksum <"$root/requirements.lock"; }

if [ ! -x "$venv/bin/python" ] || [ "$(cat "$venv/lock-digest" 2>/dev/null)" != "$(digest_of_lock)" ]; then
    interpreter=$(find_python)
    echo "ssot: installing the pinned requirements into ${venv#"$root"/} (once)" >&2
    [ -x "$venv/bin/python" ] || "$interpreter" -m venv "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
        --require-hashes --requirement "$root/requirements.lock" >&2
    digest_of_lock >"$venv/lock-digest"
fi

python=$venv/bin/python
export PYTHONPATH="$root${PYTHONPATH:+:$PYTHONPATH}"
