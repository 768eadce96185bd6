# SPDX-License-Identifier: GPL-3.0-or-later
# Indexes and sessions stand for their captures: the same report, whole, merged or appended.
. "$(dirname "$0")/check.sh"

# report FILE CAPTURE-OR-INDEX...: every scan
report() {
    into=$1
    shift
    # shellcheck disable=SC2086
    run 0 analyze --quiet --scans --json "$into" --expiry 300 --min-targets 2 --min-rate 0 "$@"
}

same() { cmp -s "$1" "$2" || { fail "$3"; diff "$1" "$2" | head -20 >&2; }; }

# Three hours of one scanner that goes on over both seams, and others.
for hour in 0 1 2; do
    for i in 0 1 2 3 4 5 6 7 8 9; do
        echo "$((hour * 3600 + i * 390)) 8.8.8.8:40000 > 192.0.2.$((hour * 10 + i)):23 SYN"
        echo "$((hour * 3600 + i * 390)) 193.0.6.139:$((hour + 1)) > 192.0.2.$i:$((5000 + hour)) SYN"
        echo "$((hour * 3600 + i * 390)).5 [2001:db8::$hour]:9 > [2001:db8:1::$i]:80 SYN"
    done | script "hour$hour"
done

report whole.json --telescope 192.0.2.0/24,2001:db8:1::/48 hour0.pcap hour1.pcap hour2.pcap
grep -q '"scans": 0,' whole.json && fail "the scene has no scans"

# One index of all, and one of each, merged in another order.
run 0 index --quiet --telescope 192.0.2.0/24,2001:db8:1::/48 -o all.sweepscope hour2.pcap hour0.pcap hour1.pcap
isEmpty out
isEmpty err
report all.json all.sweepscope
same whole.json all.json "an index gives another report than its captures"
for hour in 0 1 2; do
    run 0 index --quiet --compact --telescope 192.0.2.0/24,2001:db8:1::/48 -o "part$hour" "hour$hour.pcap"
done
run 0 merge --quiet -o merged part2 part0 part1
report merged.json merged
same whole.json merged.json "merged indexes give another report"
report parts.json part1 part2 part0
same whole.json parts.json "several indexes at once give another report"

# Shards, and a folder of them.
mkdir shards
for shard in 1 2 3; do
    run 0 merge --quiet --shard $shard/3 -o shards/$shard part0 part1 part2
done
report shards.json shards
same whole.json shards.json "a folder of shards gives another report"
run 0 merge --quiet -o merged2 shards
report merged2.json merged2
same whole.json merged2.json "merged shards give another report"
run 2 analyze --quiet shards/1 shards/2
says err "shard 3/3 of the same index is missing"

# Appending reads only what is new.
cp part0 growing
mv hour0.pcap hidden
run 0 index --quiet --append growing hour1.pcap
run 0 index --quiet --append growing hour2.pcap
mv hidden hour0.pcap
report appended.json growing
same whole.json appended.json "appended hours give another report"
cp growing before
run 0 index --append growing hour1.pcap
says err "hour1.pcap: skipped, because the same bytes are in the index already"
cmp -s growing before || fail "appending nothing new changed the index"

# What is given twice counts once, and is said.
run 0 index --telescope 192.0.2.0/24,2001:db8:1::/48 -o twice hour0.pcap hour0.pcap hour1.pcap hour2.pcap
says err "hour0.pcap: skipped"
report twice.json twice
same whole.json twice.json "a capture given twice counts twice"
run 0 merge -o again all.sweepscope part1
says err "part1: left out"
run 2 merge -o again part0 captures
run 0 merge --quiet -o pair01 part0 part1
run 0 merge --quiet -o pair12 part1 part2
run 2 merge --quiet -o again pair01 pair12
says err "1 of its 2 captures"

# A session keeps the thresholds; options change them again.
run 0 analyze --quiet --profile merit --min-targets 3 --session day.sweepscope all.sweepscope
isEmpty out
run 0 analyze --quiet --json s.json day.sweepscope
run 0 analyze --quiet --json t.json --profile merit --min-targets 3 all.sweepscope
same t.json s.json "a session forgets its thresholds"
run 0 analyze --quiet --json s.json --profile paper-2014 day.sweepscope
run 0 analyze --quiet --json t.json --profile paper-2014 all.sweepscope
same t.json s.json "--profile does not replace a session's thresholds"
run 0 analyze --quiet --telescope 70000 --session number.sweepscope hour0.pcap
run 0 analyze --quiet --json s.json number.sweepscope
says s.json '"addresses": 70000'

# Notes stay with the session, until others take their place.
run 0 analyze --quiet --note "ours, $(printf '\033')[31m see below" --source-note '8.8.8.8=the resolver' \
    --source-note '2001:db8::1=six' --session noted.sweepscope all.sweepscope
run 0 analyze --quiet noted.sweepscope
says out "ours,  [31m see below"
says out "8.8.8.8: the resolver"
run 0 analyze --quiet --json s.json noted.sweepscope
says s.json '"note": "the resolver"'
run 0 analyze --quiet --json t.json all.sweepscope
grep -q '"notes"' t.json && fail "a report without notes has a section of them"
run 0 analyze --quiet --source-note '8.8.8.8=' --session noted2.sweepscope noted.sweepscope
run 0 analyze --quiet --json s.json noted2.sweepscope
grep -q 'the resolver' s.json && fail "a note was not taken away"
says s.json '"note": "six"'
run 0 merge --quiet -o both.sweepscope noted.sweepscope noted2.sweepscope
run 0 analyze --quiet both.sweepscope
says out "8.8.8.8: the resolver"
[ "$(grep -c 'see below' out)" = 1 ] || fail "the same note is there twice"
run 0 analyze --quiet --note "$(printf 'no \377 text')" --session broken.sweepscope --json s.json all.sweepscope
says s.json '"text": "no � text"'
run 0 analyze --quiet --json t.json broken.sweepscope
says t.json '"text": "no � text"'
run 1 analyze --source-note 'here=x' all.sweepscope
run 1 analyze --source-note '8.8.8.8' all.sweepscope
says err "--source-note"

# A file that may not grow so large leaves the old one whole, and nothing beside it.
cp part0 limited
if ! (ulimit -f 8 && run 2 index --quiet -o limited hour1.pcap && exit $failures); then
    fail "the limit of a file's size was not told"
fi
says err limited
cmp -s part0 limited || fail "a limit of a file's size took the old index away"
[ "$(echo limited*)" = limited ] || fail "half an index was left behind: $(echo limited*)"

# What was decided when the captures were read cannot be changed.
run 2 analyze --quiet --telescope 192.0.2.0/25 all.sweepscope
says err "read the captures"
run 2 analyze --quiet --filter tcp all.sweepscope
run 2 index --quiet --append all.sweepscope --filter udp hour0.pcap

# Anonymised, all numbers stay and no address does.
echo 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f >key
run 0 merge --quiet --anonymise key -o anonymous all.sweepscope
run 0 merge --quiet --anonymise key -o anonymous2 part1 part2 part0
report anonymous.json anonymous
report anonymous2.json anonymous2
same anonymous.json anonymous2.json "the same key gives other addresses"
grep -q '8\.8\.8\.8' anonymous.json && fail "an address was left"
sed -n '/"totals"/,/"tools"/p' whole.json >expected
sed -n '/"totals"/,/"tools"/p' anonymous.json >got
cmp -s expected got || { fail "anonymised numbers are others"; diff expected got >&2; }
run 0 analyze --quiet --expiry 300 --min-targets 2 --min-rate 0 --session anonymous3 anonymous
run 0 analyze --quiet --scans --json anonymous3.json anonymous3
same anonymous.json anonymous3.json "a session of an anonymised index gives another report"
run 0 merge --quiet --anonymise key -o anonymous4 noted.sweepscope
grep -q -e 'resolver' -e 'see below' anonymous4 && fail "notes went into an anonymised file"
run 2 merge -o x anonymous part0
run 2 merge --anonymise key -o x anonymous
run 2 merge --anonymise missing -o x part0
run 2 merge --anonymise all.json -o x part0
says err "openssl rand -hex 32"

# Mistakes, and files that cannot be written.
run 1 index hour0.pcap
run 1 merge part0
run 1 merge --shard 0/3 -o x part0
run 1 merge --shard 4/3 -o x part0
run 1 merge --shard 3 -o x part0
run 2 merge -o x hour0.pcap
run 2 merge -o x missing
run 2 index --quiet -o none/x hour0.pcap
run 2 index --quiet -o x missing.pcap
[ -e x ] && fail "a failed command left a file"
head -c 20000 all.sweepscope >cut
run 2 analyze --quiet cut
says err "cut"
(
    trap '' XFSZ
    ulimit -f 8
    "$cli" index --quiet -o all.sweepscope hour0.pcap >out 2>err
    [ $? -eq 2 ]
) || fail "an index that does not fit is not reported"
report full.json all.sweepscope
same whole.json full.json "a full disk changed the old index"
ls | grep -q part$ && fail "a half-written index was left behind"

# Other programs read it.
if command -v sqlite3 >/dev/null; then
    sqlite3 all.sweepscope "SELECT source, kind, port, packets, targets FROM probes
        WHERE source = '8.8.8.8'" >rows
    says rows "8.8.8.8|syn|23|1|1"
fi
