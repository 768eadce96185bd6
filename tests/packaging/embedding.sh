#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A stranger's program finds the installed core by find_package, builds against it, and gives the
# numbers of the command line.
# Usage: embedding.sh SOURCE BUILD CLI CXX
set -eu
source=$1
build=$2
cli=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sample="$source/resources/sample/telescope-day.pcap.gz"

cmake --install "$build" --component dev --prefix "$work/usr" >/dev/null
cmake -S "$source/docs/embedding" -B "$work/build" -G Ninja -DCMAKE_CXX_COMPILER="$4" \
    -DCMAKE_PREFIX_PATH="$work/usr" >"$work/log" || { cat "$work/log"; exit 1; }
cmake --build "$work/build" >"$work/log" || { cat "$work/log"; exit 1; }
"$work/build/who_scans" "$sample" >"$work/given"

"$cli" analyze --quiet --expiry 600 --json - "$sample" | python3 -c '
import json, sys
report = json.load(sys.stdin)
print(report["totals"]["scans"], "scans")
for port in report["ports"][:5]:
    print("port %d: %d scans" % (port["port"], port["scans"]))
' >"$work/expected"
diff "$work/expected" "$work/given"
