#!/bin/bash
#
# Turns the two location databases that Debian packages into plain text, for build_geo.sh and
# check_geo.sh:
#
#   geoip, geoip6   first,last,country            from tor-geoipdb
#   location.txt    networks and AS names, as "location dump" prints them, from libloc-database
#
# Nothing is installed: packages are unpacked into a temporary folder, and the location tool is run
# from there.

set -euo pipefail
export LC_ALL=C.UTF-8

readonly packages=(tor-geoipdb libloc-database location python3-location libloc1)

usage() {
    cat <<'END'
Usage: text_sources.sh [-s DIR] OUT

Writes the text sources geoip, geoip6 and location.txt into the folder OUT, made if need be.

  -s DIR  take the sources from DIR, where the packages have been unpacked with "dpkg-deb -x", or
          "/" for packages that are installed; without it they are fetched with "apt-get download"
  -h      show this text

Packages read: tor-geoipdb libloc-database location python3-location libloc1
END
}

fail() {
    printf 'text_sources.sh: %s\n' "$*" >&2
    exit 1
}

# need TOOL PACKAGE
need() {
    command -v "$1" >/dev/null || fail "$1 not found; it is in the Debian package $2"
}

# fetch_packages DIR: unpacks the newest version that apt knows of each package into DIR.
fetch_packages() {
    need apt-get apt
    need dpkg-deb dpkg
    mkdir -p "$1/debs" "$1/root"
    (cd "$1/debs" && apt-get -q -o APT::Sandbox::User= download "${packages[@]}" >&2) ||
        fail "could not download ${packages[*]}; try 'apt-get update' first, or see -s"
    local deb
    for deb in "$1"/debs/*.deb; do
        dpkg-deb -x "$deb" "$1/root"
    done
}

# first_file PACKAGE FILE...: prints the first FILE that exists.
first_file() {
    local package=$1 file
    shift
    for file in "$@"; do
        if [[ -r $file ]]; then
            printf '%s\n' "$file"
            return
        fi
    done
    fail "no ${*: -1}; it is in the Debian package $package"
}

# python_for_location: prints a Python that can load python3-location, which fits one version of
# Python only.
python_for_location() {
    local python
    for python in /usr/bin/python3 python3; do
        if "$python" -c 'import location' 2>/dev/null; then
            printf '%s\n' "$python"
            return
        fi
    done
    fail "no python3 that can load python3-location; install the Debian package python3"
}

# dump_location ROOT FILE: in a subshell of its own, for the sake of the two exports.
dump_location() (
    local root=$1 tool database python libraries
    tool=$(first_file location "$root/usr/bin/location")
    # A database that "location update" has fetched is newer than the packaged one.
    database=$(first_file libloc-database "$root/var/lib/location/database.db" \
        "$root/usr/share/libloc-location/location.db")
    libraries=$(printf '%s:' "$root"/usr/lib/*-linux-*)
    export PYTHONPATH=$root/usr/lib/python3/dist-packages
    export LD_LIBRARY_PATH=$libraries
    python=$(python_for_location)
    "$python" "$tool" --database "$database" dump "$2"
)

# print_versions ROOT: one line per source package, from its changelog where that is kept.
print_versions() {
    local package log
    for package in tor-geoipdb libloc-database; do
        log=$1/usr/share/doc/$package/changelog.Debian.gz
        if [[ -r $log ]]; then
            gzip -cd "$log" | sed -n '1s/;.*//p'
        else
            printf '%s (version not recorded)\n' "$package"
        fi
    done
}

main() {
    local root='' option
    while getopts 's:h' option; do
        case $option in
            s) root=${OPTARG%/} source_given=yes ;;
            h) usage; exit 0 ;;
            *) usage >&2; exit 2 ;;
        esac
    done
    shift $((OPTIND - 1))
    [[ $# -eq 1 ]] || { usage >&2; exit 2; }
    local out=$1

    if [[ -z ${source_given:-} ]]; then
        scratch=$(mktemp -d)
        trap 'rm -rf "$scratch"' EXIT
        fetch_packages "$scratch"
        root=$scratch/root
    fi

    mkdir -p "$out"
    local name file
    for name in geoip geoip6; do
        file=$(first_file tor-geoipdb "$root/usr/share/tor/$name")
        cp "$file" "$out/$name"
    done
    dump_location "$root" "$out/location.txt"
    print_versions "$root"
}

main "$@"
