#!/bin/bash
#
# Checks sweepscope-geo.mmdb against the text of the sources; check_geo.py tells how.

set -euo pipefail
export LC_ALL=C.UTF-8

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here

usage() {
    cat <<'END'
Usage: check_geo.sh [-s DIR] [-r] [FILE]

Checks FILE, by default sweepscope-geo.mmdb beside this script, against its sources, and prints how
well the two agree. Exits with 1 if an answer is not what README.md says it should be.

  -s DIR  take the sources from DIR, as build_geo.sh does
  -r      also build the database again, and see whether it has the same bytes
  -h      show this text

Installs nothing. Needs the Debian packages python3 and python3-maxminddb; takes about a quarter
of a minute and 1 GB of memory; -r what build_geo.sh takes as well.
END
}

fail() {
    printf 'check_geo.sh: %s\n' "$*" >&2
    exit 1
}

# python_for_maxminddb: prints a Python that has the module.
python_for_maxminddb() {
    local python
    for python in /usr/bin/python3 python3; do
        if "$python" -c 'import maxminddb' 2>/dev/null; then
            printf '%s\n' "$python"
            return
        fi
    done
    fail 'no python3 with maxminddb; it is in the Debian package python3-maxminddb'
}

main() {
    local from=() rebuild='' option
    while getopts 's:rh' option; do
        case $option in
            s) from=(-s "$OPTARG") ;;
            r) rebuild=yes ;;
            h) usage; exit 0 ;;
            *) usage >&2; exit 2 ;;
        esac
    done
    shift $((OPTIND - 1))
    [[ $# -le 1 ]] || { usage >&2; exit 2; }
    local database=${1:-$here/sweepscope-geo.mmdb} python
    [[ -r $database ]] || fail "cannot read $database"
    python=$(python_for_maxminddb)

    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    "$here/text_sources.sh" "${from[@]}" "$scratch"
    "$python" "$here/check_geo.py" "$scratch" "$here/country_codes.txt" "$database"

    if [[ -n $rebuild ]]; then
        "$here/build_geo.sh" "${from[@]}" -o "$scratch/again.mmdb"
        cmp "$database" "$scratch/again.mmdb" || fail 'built again, the bytes differ'
        printf 'built again: the same bytes\n'
    fi
}

main "$@"
