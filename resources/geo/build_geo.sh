#!/bin/bash
#
# Builds sweepscope-geo.mmdb, the country and network database that Sweepscope ships, from two
# databases that Debian packages. README.md tells what is in it; build_geo.pl does the merging.

set -euo pipefail
export LC_ALL=C.UTF-8

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here
readonly largest=16777216 # bytes the database may take

usage() {
    cat <<'END'
Usage: build_geo.sh [-s DIR] [-o FILE]

Builds the country and network (AS) database. The same sources give the same bytes.

  -s DIR   take the sources from DIR, where the Debian packages tor-geoipdb, libloc-database,
           location, python3-location and libloc1 have been unpacked with "dpkg-deb -x", or "/" if
           they are installed; without it they are fetched with "apt-get download" and unpacked
           into a temporary folder
  -o FILE  write FILE instead of sweepscope-geo.mmdb beside this script
  -h       show this text

Installs nothing. Needs the Debian packages libmaxmind-db-writer-perl and python3, and apt and dpkg
when -s is not given. Takes about half a minute and 300 MB of memory.
END
}

fail() {
    printf 'build_geo.sh: %s\n' "$*" >&2
    exit 1
}

main() {
    local from=() out=$here/sweepscope-geo.mmdb option
    while getopts 's:o:h' option; do
        case $option in
            s) from=(-s "$OPTARG") ;;
            o) out=$OPTARG ;;
            h) usage; exit 0 ;;
            *) usage >&2; exit 2 ;;
        esac
    done
    [[ $OPTIND -gt $# ]] || { usage >&2; exit 2; }

    perl -MMaxMind::DB::Writer::Tree -e 1 2>/dev/null ||
        fail 'MaxMind::DB::Writer not found; it is in the Debian package libmaxmind-db-writer-perl'

    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    "$here/text_sources.sh" "${from[@]}" "$scratch"

    # Nothing in the result may depend on Perl's random hash order.
    PERL_HASH_SEED=0 PERL_PERTURB_KEYS=0 perl "$here/build_geo.pl" "$scratch" \
        "$here/country_codes.txt" "$scratch/built.mmdb"

    local size
    size=$(stat -c %s "$scratch/built.mmdb")
    [[ $size -le $largest ]] || fail "the database takes $size bytes, more than $largest"
    install -m 644 "$scratch/built.mmdb" "$out"
    printf '%s bytes  sha256 %s\n' "$size" "$(sha256sum <"$out" | cut -d' ' -f1)"
}

main "$@"
