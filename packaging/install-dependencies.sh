#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what building, testing or checking Sweepscope needs on Debian 12, 13 and Ubuntu 24.04.
# Usage: install-dependencies.sh [core] [window] [tests] [checks] [packages] [cluster]
# Asks nothing; does nothing where everything is there; uses sudo only when not root.
set -eu

core="g++ cmake ninja-build pkg-config libpcap-dev libmaxminddb-dev libfmt-dev libcli11-dev
    nlohmann-json3-dev libtomlplusplus-dev zlib1g-dev libbz2-dev libzstd-dev liblz4-dev liblzma-dev
    libsqlite3-dev libssl-dev"
# Debian 12 splits the OpenGL headers from qt6-base-dev, which Qt Charts looks for.
window="qt6-base-dev qt6-base-dev-tools qt6-charts-dev libqt6opengl6-dev qt6-svg-dev libqt6svg6-dev
    libqt6svg6 fonts-dejavu-core qt6-l10n-tools qt6-translations-l10n"
tests="clang libclang-rt-dev lld ccache desktop-file-utils appstream shared-mime-info libxml2-utils python3 valgrind
    xvfb openbox xdotool"
checks="clang-format clang-tidy clazy"
cluster="default-jre-headless python3-venv"
packages="dpkg-dev fakeroot lintian patchelf xz-utils debootstrap librsvg2-bin"

wanted=""
for group in "$@"; do
    case $group in
        core) wanted="$wanted $core" ;;
        window) wanted="$wanted $window" ;;
        tests) wanted="$wanted $tests" ;;
        checks) wanted="$wanted $checks" ;;
        cluster) wanted="$wanted $cluster" ;;
        packages) wanted="$wanted $packages" ;;
        *) echo "install-dependencies.sh: no group is called '$group'" >&2; exit 1 ;;
    esac
done

# Itself, or another package in its place: releases name Qt's parts differently.
installed=$(dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides} \n' 2>/dev/null |
    sed -n 's/([^)]*)//g; s/,/ /g; s/^installed //p')
is_installed() {
    printf '%s\n' "$installed" | grep -q -E "(^| )$(printf %s "$1" | sed 's/[+.]/\\&/g') "
}

missing=""
for package in $wanted; do
    is_installed "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "install-dependencies.sh: this system has no apt; please install:$missing" >&2
    exit 2
fi
as_root=""
[ "$(id -u)" -eq 0 ] || as_root="sudo"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq

# A package that this release does not have is part of another one there.
available=""
for package in $missing; do
    if apt-cache show "$package" >/dev/null 2>&1; then
        available="$available $package"
    fi
done
[ -n "$available" ] || exit 0
echo "Installing:$available" >&2
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $available >/dev/null
