#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether the same commit gives the same packages: makes the release twice, each in a folder of another
# name, and compares every file byte by byte. Takes two builds' time; run by hand.
# Usage: reproducible.sh [FOLDER]     with FOLDER, a release of this commit that is there already is the first
set -eu
home=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
first=${1:-$work/first}
[ $# -eq 1 ] || "$home/packaging/make_release.sh" "$first" >/dev/null
"$home/packaging/make_release.sh" "$work/second" >/dev/null

differing=0
for file in "$first"/*.deb "$first"/*.tar.xz; do
    cmp "$file" "$work/second/$(basename "$file")" || differing=1
done
[ $differing -eq 0 ] && echo "both builds gave the same bytes" || exit 1
