# SPDX-License-Identifier: GPL-3.0-or-later
# An index or a session keeps the report to its own question: analyze gives it at once, and it is the one
# that counting again gives.
. "$(dirname "$0")/check.sh"

same() { cmp -s "$1" "$2" || { fail "$3"; diff "$1" "$2" | head -20 >&2; }; }

# change FILE SQL...: as another program might
change() {
    python3 - "$@" <<'PYTHON'
import sqlite3, sys, zlib
file = sqlite3.connect(sys.argv[1])
file.create_function("crc", 1, lambda text: zlib.crc32(text.encode() if isinstance(text, str) else text))
for statement in sys.argv[2:]:
    file.execute(statement)
file.commit()
PYTHON
}

# keeps FILE: the number of reports in it
keeps() {
    python3 - "$1" <<'PYTHON'
import sqlite3, sys
print(sqlite3.connect(sys.argv[1]).execute("SELECT count(*) FROM document WHERE name = 'report'").fetchone()[0])
PYTHON
}

# is FILE NUMBER TEXT
is() { [ "$(keeps "$1")" = "$2" ] || fail "$3"; }

# alike FILE TEXT: what is kept is what counting gives, by all three ways out
alike() {
    run 0 analyze --json kept.json "$1"
    cp err kept.err
    run 0 analyze "$1"
    cp out kept.out
    run 0 analyze --afresh --json afresh.json "$1"
    same kept.err err "$2: other warnings"
    run 0 analyze --afresh "$1"
    same kept.out out "$2: another summary"
    same kept.json afresh.json "$2: another report"
}

geo=$(dirname "$cli")/../share/sweepscope/sweepscope-geo.mmdb
printf "organisation,prefix,as_of\nResolver,8.8.8.8/32,2026-01-01\n" >list.csv
for i in 0 1 2 3 4 5 6 7 8 9; do
    echo "$((i * 39)) 8.8.8.8:40000 > 192.0.2.$i:23 SYN"
    echo "$((i * 39)).5 [2001:db8::1]:9 > [2001:db8:1::$i]:80 SYN"
done | script day

# An index.
run 0 index --quiet --telescope 192.0.2.0/28,2001:db8:1::/124 -o day day.pcap
is day 1 "an index keeps no report"
alike day "an index"
run 0 analyze --quiet --json read.json --telescope 192.0.2.0/28,2001:db8:1::/124 day.pcap
same read.json kept.json "an index keeps another report than that of its captures"

# Sessions, whose question is their own.
run 0 analyze --quiet --min-targets 2 --note ours --only port=23 --session mine day
is mine 1 "a session keeps no report"
alike mine "a session"
grep -q '"min_targets": 2,' kept.json || fail "a session keeps the report to another question"
run 0 analyze --quiet --geo "$geo" --session chosen day
is chosen 0 "a report is kept that rests on a database of the user's choice"

# It is not counted again: without bursts there is nothing to count.
cp day hollow
change hollow "DELETE FROM segment"
run 0 analyze --quiet --json hollow.json hollow
run 0 analyze --quiet --json day.json day
same day.json hollow.json "a kept report is not given as it is"
run 2 analyze --quiet --afresh hollow

# Whoever asks anything else has it counted.
for other in "--min-targets 2" "--expiry 100" "--profile merit" "--only port=80" "--not port=80" "--scans" \
    "--sensitivity expiry" "--keep-dependent-ports" "--note x" "--csv tables" "--session s" "--telescope 16" \
    "--geo $geo" "--known-scanners list.csv"; do
    # shellcheck disable=SC2086
    run 2 analyze --quiet $other hollow
done
run 2 changes hollow

# On another basis, or damaged, it counts for nothing.
cp hollow old
change old "UPDATE document SET content = replace(content, 'Sweepscope 0', 'Sweepscope 00') WHERE name = 'report'" \
    "UPDATE document SET crc32 = crc(content) WHERE name = 'report'"
run 2 analyze --quiet old
cp day damaged
change damaged "UPDATE document SET content = replace(content, 'scans', 'snacs') WHERE name = 'report'"
run 0 analyze --quiet --json damaged.json damaged
same day.json damaged.json "a damaged report is given"
for nonsense in "'{'" "'7'" "'{\"basis\": 7}'" "'{\"warnings\": [7]}'"; do
    change damaged "UPDATE document SET content = $nonsense, crc32 = crc($nonsense) WHERE name = 'report'"
    run 0 analyze --quiet --json damaged.json damaged
    same day.json damaged.json "a report is made of $nonsense"
done

# Where it would be another's it is left out.
run 0 index --quiet --no-report --telescope 192.0.2.0/28,2001:db8:1::/124 -o without day.pcap
is without 0 "a report is kept unasked"
echo "400 8.8.8.8:40000 > 192.0.2.1:23 SYN" | script more
run 0 index --quiet --append day -o longer more.pcap
is longer 0 "a longer index keeps the report of before"
run 0 merge --quiet -o merged day
is merged 0 "a merged index keeps the report of a part"
run 0 index --quiet --telescope 192.0.2.0/28,2001:db8:1::/124 -o hour more.pcap
run 0 merge --quiet --report -o both day hour
is both 1 "merge --report keeps none"
alike both "a merged index"
run 0 merge --quiet --report -o longer longer
is longer 1 "merge --report keeps none of one part"
alike longer "a longer index"
cmp -s kept.json day.json && fail "the report of a merged index is that of a part"
echo 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f >key
run 0 merge --quiet --anonymise key -o hidden day
is hidden 0 "an anonymised index keeps addresses in a report"
run 0 analyze --quiet --session hidden2 hidden
is hidden2 0 "the session of an anonymised index keeps a report"

# What was not whole stays so.
head -c 700 day.pcap > cut.pcap
run 3 index --quiet --telescope 192.0.2.0/28,2001:db8:1::/124 -o cut cut.pcap
run 3 analyze --quiet cut
