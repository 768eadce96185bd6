# SPDX-License-Identifier: GPL-3.0-or-later
# Answers on small captures, kept as text. A case is
#
#     golden/NAME.packets   the capture, as packet script (support/packet_script.h)
#     golden/NAME.args      options
#     golden/NAME.summary   what is printed
#     golden/NAME.json      the report with every scan, but for what tells of file and machine
#
# The answers were worked out by hand. Where a change is meant, a third word --write puts the new
# ones in their place; then every line that differs is to be worked out again.
. "$(dirname "$0")/check.sh"

golden=$here/golden
isWritten=${3:-}

check() {
    if [ "$isWritten" = --write ]; then
        cp "$2" "$1"
    else
        diff "$1" "$2" >difference || { fail "$1:"; cat difference >&2; }
    fi
}

# Without the sections that hold paths, sizes, the program's version, judgements in words and what
# the rules are.
answers() {
    sed -e '/^  "capture": {/,/^  },/d' -e '/^  "health": {/,/^  },/d' \
        -e '/^  "tool_rules": \[/,/^  \],/d' -e '/^  "provenance": {/,/^  }/d' "$1"
}

cases=0
for packets in "$golden"/*.packets; do
    name=$(basename "$packets" .packets)
    "$make_capture" "$packets" "$name.pcap" || fail "no capture of $name"
    args=$(cat "$golden/$name.args")
    # shellcheck disable=SC2086
    run 0 analyze --quiet $args "$name.pcap"
    check "$golden/$name.summary" out
    # shellcheck disable=SC2086
    run 0 analyze --quiet --scans --json - $args "$name.pcap"
    answers out >"$name.json"
    check "$golden/$name.json" "$name.json"
    cases=$((cases + 1))
done
[ $cases -ge 6 ] || fail "only $cases cases"
