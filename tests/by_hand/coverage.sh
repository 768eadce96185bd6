#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How much of the core its own tests run: builds them with gcc's counters, runs them, and prints the
# share of lines for each room and each file below the limit. Exit code 1 where the core is below 90 %.
# Usage: coverage.sh [BUILD-FOLDER]        (build/coverage; some minutes, 1 GB)
set -eu
home=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-$home/build/coverage}
limit=90

cmake -S "$home" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DSWEEPSCOPE_PRECOMPILE=all \
    -DCMAKE_CXX_FLAGS_DEBUG="-O0 --coverage" >/dev/null
tests=$(ninja -C "$build" -t targets all | sed -n 's/^\(tst_core_[a-z0-9_]*\): phony$/\1/p')
# shellcheck disable=SC2086
cmake --build "$build" --target $tests sweepscope-cli make_capture >"$build/build.log" || {
    tail -n 40 "$build/build.log"
    exit 2
}
find "$build" -name '*.gcda' -delete
ctest --test-dir "$build" -R '^(core|cli)\.' -j "$(nproc)" >"$build/tests.log" || tail -n 20 "$build/tests.log"

# gcov says for each source of the core how many of its lines were run; what several objects run of a
# header counts once.
cd "$build"
find core -name '*.gcda' -exec gcov --json-format --stdout {} + 2>/dev/null |
    python3 "$home/tests/by_hand/coverage_table.py" "$home/core" $limit
