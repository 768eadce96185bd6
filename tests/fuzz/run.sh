#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzzes every reader and the decoder, two targets at a time, and says what came of it.
#
#     cmake --preset fuzz && cmake --build --preset fuzz
#     tests/fuzz/run.sh SECONDS [TARGET...]
#
# Inputs that tell something new are kept in build/fuzz/corpus; what breaks is left in
# build/fuzz/findings, and belongs into tests/fuzz/regressions/TARGET once it is mended. Exit code 1
# where anything broke.
set -eu

seconds=${1:?usage: run.sh SECONDS [TARGET...]}
shift
here=$(cd "$(dirname "$0")" && pwd)
build=${SWEEPSCOPE_FUZZ_BUILD:-$here/../../build/fuzz}
[ $# -gt 0 ] || set -- pcap pcapng unpack open_capture decoder prefix_file
mkdir -p "$build/findings" "$build/logs"
"$build/tests/make_fuzz_seeds" "$build/seeds"

# Whether what was found is no more than a moment in which the machine stood still.
was_a_stall() {
    for finding in "$build/findings/$1"/*; do
        case $finding in
        */timeout-* | */slow-unit-*)
            "$build/bin/fuzz_$1" -timeout=10 "$finding" >/dev/null 2>&1 || return 1
            ;;
        *) return 1 ;;
        esac
        rm "$finding"
    done
}

fuzz_one() {
    target=$1
    mkdir -p "$build/corpus/$target" "$build/findings/$target"
    : >"$build/logs/$target"
    known="$here/regressions/$target"
    [ -d "$known" ] || known=
    end=$(($(date +%s) + seconds))
    while left=$((end - $(date +%s))) && [ $left -gt 0 ]; do
        # shellcheck disable=SC2086
        "$build/bin/fuzz_$target" -max_total_time=$left -timeout=10 -rss_limit_mb=2048 \
            -max_len=16384 -print_final_stats=1 -verbosity=1 \
            -artifact_prefix="$build/findings/$target/" \
            "$build/corpus/$target" "$build/seeds/$target" $known >>"$build/logs/$target" 2>&1 &&
            return 0
        was_a_stall "$target" || return 1
    done
}

report() {
    executed=$(awk '/^stat::number_of_executed_units/ { sum += $2 } END { print sum + 0 }' \
        "$build/logs/$1")
    coverage=$(grep -o 'cov: [0-9]* ft: [0-9]*' "$build/logs/$1" | tail -1)
    found=$(find "$build/findings/$1" -type f | wc -l)
    echo "$1: $executed executions, ${coverage:-no coverage}, $found findings"
}

failed=0
while [ $# -gt 0 ]; do
    first=$1
    second=${2:-}
    shift
    [ $# -eq 0 ] || shift
    fuzz_one "$first" &
    running=$!
    if [ -n "$second" ]; then
        fuzz_one "$second" || { failed=1; tail -30 "$build/logs/$second"; }
        report "$second"
    fi
    wait $running || { failed=1; tail -30 "$build/logs/$first"; }
    report "$first"
done
exit $failed
