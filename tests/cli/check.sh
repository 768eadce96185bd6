# SPDX-License-Identifier: GPL-3.0-or-later
# What every test of the command line begins with:
#
#     . "$(dirname "$0")/check.sh"
#
# It leaves the test in a folder of its own, gone afterwards, with these:
#
#     run CODE WORDS...   runs the program with the words; it must leave with the code. What it
#                         wrote is in the files out and err
#     script NAME         makes NAME.pcap of the packet script on standard input
#     fail WORDS...       says what is wrong; the test fails when it ends
#     says FILE TEXT      FILE must hold TEXT
#     isEmpty FILE        FILE must hold nothing
set -u
cli=$1
make_capture=$2
here=$(cd "$(dirname "$0")" && pwd)
unset LANG LC_ALL
failures=0

work=$(mktemp -d "${TMPDIR:-/tmp}/sweepscope-cli-test.XXXXXX") || exit 1
trap 'cd / && rm -rf "$work"; exit $((failures > 0))' EXIT
cd "$work" || exit 1

fail() {
    echo "FAILED: $*" >&2
    failures=$((failures + 1))
}

run() {
    expected=$1
    shift
    "$cli" "$@" >out 2>err
    code=$?
    if [ "$code" -ne "$expected" ]; then
        fail "exit code $code, not $expected, of: $*"
        cat err >&2
    fi
}

script() {
    cat >"$1.packets"
    "$make_capture" "$1.packets" "$1.pcap" || fail "no capture of $1"
}

says() {
    grep -qF -- "$2" "$1" || { fail "'$2' is missing in $1:"; cat "$1" >&2; }
}

isEmpty() {
    [ -s "$1" ] && { fail "$1 is not empty:"; head -5 "$1" >&2; }
}

# A scan of eight addresses, and a packet that is none.
script good <<'EOF'
0 8.8.8.8:40000 > 192.0.2.0:23 SYN
1 8.8.8.8:40000 > 192.0.2.1:23 SYN
2 8.8.8.8:40000 > 192.0.2.2:23 SYN
3 8.8.8.8:40000 > 192.0.2.3:23 SYN
4 8.8.8.8:40000 > 192.0.2.4:23 SYN
5 8.8.8.8:40000 > 192.0.2.5:23 SYN
6 8.8.8.8:40000 > 192.0.2.6:23 SYN
7 8.8.8.8:40000 > 192.0.2.7:23 SYN
8 193.0.6.139:80 > 192.0.2.7:5000 SYN+ACK
EOF
