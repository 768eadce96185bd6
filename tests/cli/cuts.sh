# SPDX-License-Identifier: GPL-3.0-or-later
# A capture of each format and packing, whole and cut at some of its bytes: what is whole is read,
# and that something is missing is said in the exit code, the report and a warning.
# (Every byte of every variant is tried in tests/core/capture/tst_cut_captures.cpp.)
. "$(dirname "$0")/check.sh"

mkdir each
"$make_capture" --each each || fail "no captures were made"
rm -f each/pcap-*-big each/pcapng-*.twice.*
: >cut
run 2 analyze cut

for file in each/*; do
    run 0 analyze --quiet --json whole.json "$file"
    says whole.json '"frames": 5,'
    isEmpty err
    bytes=$(wc -c <"$file")
    # A part of the magic number, some of the content, and all but one byte.
    for kept in 3 $((bytes * 2 / 3 + 1)) $((bytes - 1)); do
        head -c "$kept" "$file" >cut
        rm -f cut.json
        "$cli" analyze --json cut.json cut >out 2>err
        code=$?
        case $code in
        2)  [ "$(wc -l <err)" -eq 1 ] || fail "not one message for $file cut after $kept"
            [ -e cut.json ] && fail "a report of nothing for $file cut after $kept" ;;
        3)  says cut.json '"truncated": true'
            says err "was read in part" ;;
        *)  fail "exit code $code for $file cut after $kept bytes of $bytes"; cat err >&2 ;;
        esac
        [ "$kept" -gt 3 ] || [ "$code" -eq 2 ] || fail "$file cut after $kept is no capture"
    done
    # The legacy format of lz4 has the whole capture in one block, which its last byte ends.
    case $file in *once.lz4-legacy) expected=2 ;; *) expected=3 ;; esac
    [ "$code" -eq $expected ] || fail "exit code $code for $file without its last byte"
done
