#!/usr/bin/env bash
# Generates one agent and its tests: generate_agent.sh --agent NAME [options of `ssot generate`].
source "$(dirname "${BASH_SOURCE[0]}")/../environment.sh"
arguments=()
while [ $# -gt 0 ]; do
    case $1 in
    --agent)
        [ $# -gt 1 ] || { echo "generate_agent.sh: --agent needs the name of an agent definition" >&2; exit 2; }
        arguments+=(--element "$2")
        shift 2
        ;;
    --agent=*) arguments+=(--element "${1#*=}"); shift ;;
    -h | --help)
        echo "Usage: generate_agent.sh --agent NAME [options of 'ssot generate']"
        echo "NAME is the name, or the qualified name, of a part definition that specialises Agent."
        exit 0
        ;;
    *) arguments+=("$1"); shift ;;
    esac
done
if [[ " ${arguments[*]-} " != *" --element "* ]]; then
    echo "generate_agent.sh: which agent? Usage: generate_agent.sh --agent NAME" >&2
    exit 2
fi
exec "$python" -m generator.surfaces.cli generate "${arguments[@]}"
