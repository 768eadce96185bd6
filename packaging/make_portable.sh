#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Packs a build into an archive that runs where Qt is not installed: unpack it anywhere, start
# bin/sweepscope. It holds every library but those that belong to the system (the C library, and what
# talks to the graphics driver and the X server). Runs on the distribution that it was built on and on
# newer ones.
# Usage: make_portable.sh BUILD ARCHIVE.tar.xz
set -eu
[ $# -eq 2 ] || { echo "usage: make_portable.sh BUILD ARCHIVE.tar.xz" >&2; exit 1; }
build=$1
archive=$2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
name=$(basename "$archive" .tar.xz)
root="$work/$name"
for component in cli window; do
    cmake --install "$build" --component $component --prefix "$root" --strip >/dev/null
done
rm -rf "$root/share/doc"

# Qt finds its plugins beside the programs by qt.conf.
plugins=$(qmake6 -query QT_INSTALL_PLUGINS)
mkdir -p "$root/lib" "$root/plugins"
for kind in platforms xcbglintegrations wayland-shell-integration imageformats iconengines \
    platforminputcontexts; do
    [ ! -d "$plugins/$kind" ] || cp -r "$plugins/$kind" "$root/plugins/"
done
printf '[Paths]\nPrefix = ..\nPlugins = plugins\n' >"$root/bin/qt.conf"

# Every machine with a desktop has these, and they must fit its kernel, driver and server.
ours() {
    case $1 in
        libc.so*|libm.so*|libdl.so*|libpthread.so*|librt.so*|ld-linux*|libGL*|libEGL*|libOpenGL*|\
        libdrm*|libgbm*|libX11.so*|libX11-xcb*|libxcb.so*|libwayland-*|libfontconfig*|libfreetype*) return 1 ;;
    esac
}
needed() {
    find "$root/bin" "$root/plugins" -type f | while read -r file; do
        ldd "$file" 2>/dev/null | sed -n 's/^.* => \(\/[^ ]*\) .*$/\1/p'
    done | sort -u
}
for library in $(needed); do
    if ours "$(basename "$library")"; then
        cp -L "$library" "$root/lib/"
    fi
done
strip --strip-unneeded "$root"/lib/*.so* 2>/dev/null || true
for file in "$root"/bin/sweepscope "$root"/bin/sweepscope-cli; do
    patchelf --set-rpath '$ORIGIN/../lib' "$file"
done
find "$root/plugins" -name '*.so' -exec patchelf --set-rpath '$ORIGIN/../../lib' {} +
find "$root/lib" -name '*.so*' -exec patchelf --set-rpath '$ORIGIN' {} +

tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@${SOURCE_DATE_EPOCH:-0}" \
    -C "$work" -c "$name" | xz -6 -T1 >"$archive"
