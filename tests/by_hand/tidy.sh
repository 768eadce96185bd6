#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy under the committed .clang-tidy over every source whose path holds one of the words, and
# clazy (level0,level1) with --clazy over those of the window. Takes the flags of a built folder, for the
# sources that Qt's tools make have to be there. Exit code 1 where something was found.
# Usage: tidy.sh [--clazy] [BUILD-FOLDER [PART-OF-A-PATH...]]     (build/release, everything; two hours)
set -eu
home=$(cd "$(dirname "$0")/../.." && pwd)
tool=tidy
[ "${1:-}" != --clazy ] || { tool=clazy; shift; }
build=${1:-$home/build/release}
[ $# -eq 0 ] || shift
[ -f "$build/build.ninja" ] || { echo "$build is no build folder: cmake --preset release && cmake --build --preset release" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Flags that only gcc knows are left out, and the headers that it has precompiled.
ninja -C "$build" -t compdb | sed -E 's/ -Wduplicated-cond| -Wlogical-op| -Wno-(restrict|stringop-[a-z]+)| -fno-fat-lto-objects| -Winvalid-pch| -include [^ ]*cmake_pch\.hxx//g' >"$work/compile_commands.json"
python3 - "$home" "$work/compile_commands.json" "$tool" "$@" >"$work/sources" <<'END'
import json, pathlib, sys
home, commands, tool, *parts = sys.argv[1:]
folders = ["ui", "app"] if tool == "clazy" else ["core", "ui", "app", "tests", "benchmarks"]
# Qt's tools name the same sources in commands of their own.
compiled = [c for c in json.load(open(commands)) if " -c " in c["command"]]
json.dump(compiled, open(commands, "w"))
files = {str(pathlib.Path(c["directory"], c["file"]).resolve()) for c in compiled}
for file in sorted(files):
    name = file.removeprefix(home + "/")
    if name.endswith(".cpp") and name.split("/")[0] in folders and any(p in name for p in parts or [""]):
        print(file)
END
echo "$(wc -l <"$work/sources") sources" >&2

case $tool in
tidy) program=clang-tidy check='clang-tidy --quiet -p "$0" "$1" 2>/dev/null' ;;
clazy) program=clazy-standalone check='clazy-standalone --checks=level0,level1 -p "$0" --header-filter="/(core|ui|app)/.*\.h$" "$1" 2>&1' ;;
esac
command -v "$program" >/dev/null || { echo "$program is not there" >&2; exit 1; }
xargs -P "${JOBS:-$(nproc)}" -n 1 sh -c "$check" "$work" <"$work/sources" >"$work/found" || true
# A header's finding comes once for each source that reads it.
grep -E '^(/.*)?(warning|error): ' "$work/found" | sed "s#^$home/##" | sort -u >"$work/once" || true
cat "$work/once"
[ ! -s "$work/once" ]
