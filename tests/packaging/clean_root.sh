#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the packages in a clean Debian 12 (made by debootstrap in a folder), runs the command line on
# a capture there, starts the window offscreen, upgrades, removes, and looks for what was left behind.
# Takes some minutes, needs root and Debian's archive; run by hand.
# Usage: clean_root.sh FOLDER-OF-PACKAGES [PORTABLE.tar.xz]
set -eu
[ $# -ge 1 ] || { echo "usage: clean_root.sh FOLDER-OF-PACKAGES [PORTABLE.tar.xz]" >&2; exit 1; }
packages=$(cd "$1" && pwd)
portable=${2:-}
[ -z "$portable" ] || portable=$(realpath "$portable")
sample=$(realpath "$(dirname "$0")/../../resources/sample/telescope-day.pcap.gz")
root=$(mktemp -d /var/tmp/clean-root.XXXXXX)
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf "$root"' EXIT

mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Codename: bookworm' | head -n 1)
debootstrap --variant=minbase --no-check-gpg bookworm "$root" "$mirror" >/dev/null
cp -r /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/apt.conf.d "$root/etc/apt/" 2>/dev/null || true
cp -r /etc/ssl/certs "$root/etc/ssl/" 2>/dev/null || true
cp /etc/resolv.conf /etc/hosts "$root/etc/"
mount -t proc proc "$root/proc"
inside() { chroot "$root" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
inside apt-get update -qq
mkdir "$root/packages"
cp "$packages"/*.deb "$root/packages/"
cp "$sample" "$root/day.pcap.gz"
files() { (cd "$root" && find usr etc opt var/lib/sweepscope* -type f 2>/dev/null | sort); }
check_cli() { "$@" analyze --quiet --telescope 203.0.112.0/20 /day.pcap.gz | grep '295 scans'; }

if [ -n "$portable" ]; then
    echo "== portable archive, where there is no Qt"
    ! inside dpkg -l 'libqt6*' 2>/dev/null | grep '^ii' || { echo "Qt is there"; exit 1; }
    tar -xJf "$portable" -C "$root/"
    folder=/$(basename "$portable" .tar.xz)
    check_cli inside "$folder/bin/sweepscope-cli"
    inside apt-get install -y -qq --no-install-recommends libfontconfig1 libfreetype6 libgl1 libegl1 \
        libopengl0 libx11-6 libxcb1 fonts-dejavu-core >/dev/null 2>&1
    inside "$folder/bin/sweepscope" --export /portable --telescope 203.0.112.0/20 /day.pcap.gz
    test -s "$root/portable/ports.csv"
    rm -rf "$root$folder" "$root/portable"
fi

echo "== command line alone, no Qt"
before=$(files)
inside sh -c 'apt-get install -y -qq --no-install-recommends /packages/sweepscope-cli_*.deb' >/dev/null 2>&1
! inside dpkg -l 'libqt6*' 2>/dev/null | grep '^ii' || [ -n "$portable" ] || { echo "it pulled Qt in"; exit 1; }
check_cli inside sweepscope-cli

echo "== window"
inside sh -c 'apt-get install -y -qq --no-install-recommends /packages/sweepscope_*.deb' >/dev/null 2>&1
inside sweepscope --version
inside env QT_QPA_PLATFORM=offscreen timeout 5 sweepscope --telescope 203.0.112.0/20 /day.pcap.gz && code=0 || code=$?
[ $code -eq 124 ] || { echo "the window ended by itself with $code"; exit 1; }
inside sweepscope --export /report --telescope 203.0.112.0/20 /day.pcap.gz
test -s "$root/report/ports.csv"
inside test -s /usr/share/man/man1/sweepscope.1.gz

echo "== upgrade (the same version again) and removal"
inside sh -c 'apt-get install -y -qq --reinstall /packages/sweepscope-cli_*.deb /packages/sweepscope_*.deb' >/dev/null 2>&1
check_cli inside sweepscope-cli
inside apt-get purge -y -qq sweepscope sweepscope-cli >/dev/null 2>&1
inside apt-get autoremove --purge -y -qq >/dev/null 2>&1
after=$(files)
left=$(printf '%s\n' "$after" | grep -i sweepscope || true)
[ -z "$left" ] || { printf 'left behind:\n%s\n' "$left"; exit 1; }
echo "nothing of it was left behind"
