#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Draws the pictures of README.md and docs/ anew from the sample, at the size that the metainfo names.
# Usage: docs/pictures/remake.sh [BUILD-FOLDER]     (build/release; a few seconds)
set -eu
cd "$(dirname "$0")"
build=${1:-../../build/release}
drawn=$(mktemp -d)
trap 'rm -rf "$drawn"' EXIT
"$build/bin/make_screenshots" "$drawn" 1440x900
for name in overview-light ports-dark tools-dark scanner-light; do
    cp "$drawn/$name-1440x900.png" "$name.png"
done
