#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes all packages of a release, and their checksums, from what is committed.
# The same commit gives the same bytes: the time of every file in a package is that of the newest
# entry in packaging/debian/changelog, and no path of this machine gets into a program.
# Usage: make_release.sh FOLDER
set -eu
[ $# -eq 1 ] || { echo "usage: make_release.sh FOLDER" >&2; exit 1; }
home=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=$(sed -n 's/^ *VERSION \([0-9.]*\)$/\1/p' "$home/CMakeLists.txt" | head -n 1)
name=sweepscope-$version
released=$(sed -n 's/^ -- .*>  //p' "$home/packaging/debian/changelog" | head -n 1)
SOURCE_DATE_EPOCH=$(date -d "$released" +%s)
export SOURCE_DATE_EPOCH

git -C "$home" archive --prefix="$name/" HEAD | tar -x -C "$work"
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
    -C "$work" -c "$name" | xz -9 -T1 >"$out/$name-source.tar.xz"

cd "$work/$name"
CXXFLAGS="-ffile-prefix-map=$work/$name=." cmake --preset release -DSWEEPSCOPE_TESTS=OFF >/dev/null
cmake --build --preset release | tail -n 1
(cd build/release && cpack -G DEB >/dev/null && mv ./*.deb "$out")
packaging/make_portable.sh build/release "$out/$name-linux-$(uname -m).tar.xz"

cd "$out"
sha256sum ./*"$version"* | sed 's, \./, ,' >SHA256SUMS
cat SHA256SUMS
