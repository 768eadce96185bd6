#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The desktop's own programs accept our files for it, and know captures by their first bytes.
# Usage: desktop_files.sh SOURCE BUILD
set -eu
source=$1
build=$2
id=org.sweepscope.Sweepscope
for tool in desktop-file-validate appstreamcli update-mime-database xmllint; do
    command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$build" --component window --prefix "$work/usr" >/dev/null
share="$work/usr/share"

desktop-file-validate "$share/applications/$id.desktop"
appstreamcli validate --no-net --explain "$share/metainfo/$id.metainfo.xml"

# One id everywhere.
grep -qx "Icon=$id" "$share/applications/$id.desktop"
grep -q "<launchable type=\"desktop-id\">$id.desktop<" "$share/metainfo/$id.metainfo.xml"
for size in 16 24 32 48 64 128 256 512; do
    test -s "$share/icons/hicolor/${size}x$size/apps/$id.png"
done
xmllint --noout "$share/icons/hicolor/scalable/apps/$id.svg"

XDG_DATA_DIRS="$share" update-mime-database "$share/mime" 2>"$work/complaints"
[ ! -s "$work/complaints" ] || { cat "$work/complaints"; exit 1; }
grep -q '^application/vnd.tcpdump.pcap' "$share/mime/types"
grep -q '^application/x-pcapng' "$share/mime/types"
grep -q '\*\.sweepscope' "$share/mime/globs"

# Every type that the program says it opens is one that it opens.
for type in $(sed -n 's/^MimeType=//p' "$share/applications/$id.desktop" | tr ';' ' '); do
    grep -q "<mediatype>$type</mediatype>" "$share/metainfo/$id.metainfo.xml"
done
