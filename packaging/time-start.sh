#!/usr/bin/env bash
# Prints how long the portable folder takes from its launcher until the login page is there: in a fresh home, and again in
# the same one. packaging/time-start.sh FOLDER [TIMES AGAIN]
set -euo pipefail
folder=$1
again=${2:-1}
trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT

start_and_stop() {
    local begin pid milliseconds
    # What the start before said must not be taken for this one's.
    rm -f "$trial/output"
    begin=$(date +%s%N)
    "$folder/start.sh" --home "$trial/home" --port 0 --dicom-port 0 --bind 127.0.0.1 --no-browser >"$trial/output" 2>&1 &
    pid=$!
    until grep -q "is ready" "$trial/output" 2>/dev/null; do
        kill -0 "$pid" 2>/dev/null || { cat "$trial/output" >&2; exit 1; }
        sleep 0.05
    done
    milliseconds=$((($(date +%s%N) - begin) / 1000000))
    "$folder/stop.sh" --home "$trial/home" >/dev/null
    wait "$pid" || true
    printf '%s: %d.%d s\n' "$1" $((milliseconds / 1000)) $((milliseconds / 100 % 10)) >&2
}

start_and_stop "Start in a fresh home"
for _ in $(seq "$again"); do start_and_stop "Start again"; done
