# SPDX-License-Identifier: GPL-3.0-or-later
# Chosen packets in a capture of their own, with their times, lengths and links.
. "$(dirname "$0")/check.sh"

# frames FILE: how many it has, as an analysis counts them
frames() {
    "$cli" analyze --quiet --json frames.json "$1" || fail "$1 cannot be read"
    sed -n 's/^    "frames": \([0-9]*\),$/\1/p' frames.json | head -1
}

holds() { # FILE NUMBER
    got=$(frames "$1")
    [ "$got" = "$2" ] || fail "$1 has $got packets, not $2"
}

script two <<'EOT'
0 8.8.8.8:40000 > 192.0.2.0:23 SYN
1 8.8.8.8:40000 > 192.0.2.1:23 SYN
2.5 8.8.8.8:40000 > 192.0.2.2:80 SYN
3 193.0.6.139:80 > 192.0.2.7:5000 SYN+ACK
400 8.8.8.8:40000 > 192.0.2.3:23 SYN
401 [2001:db8::a]:40000 > [2001:db8:1::1]:22 SYN
EOT

# All records, byte for byte; the header says another snap length.
sameRecords() {
    tail -c +25 "$1" >records1
    tail -c +25 "$2" >records2
    cmp -s records1 records2 && [ "$(head -c 4 "$1" | od -An -tx1)" = "$(head -c 4 "$2" | od -An -tx1)" ]
}
run 0 extract --quiet -o all.pcap two.pcap
isEmpty out
isEmpty err
sameRecords all.pcap two.pcap || fail "a capture extracted whole is another one"
"$make_capture" --nanoseconds two.packets nano.pcap
run 0 extract --quiet -o all.pcap nano.pcap
sameRecords all.pcap nano.pcap || fail "nanoseconds are lost"

# By source, port, kind, time, filter, and all of these together.
run 0 extract -o x.pcap --source 8.8.8.8 two.pcap
says out "4 packets in x.pcap"
holds x.pcap 4
run 0 extract --quiet -o x.pcap --source 8.8.8.0/24 --source 2001:db8::/32 two.pcap
holds x.pcap 5
run 0 extract --quiet -o x.pcap --port 23,22 two.pcap
holds x.pcap 4
run 0 extract --quiet -o x.pcap --kind synack two.pcap
holds x.pcap 1
run 0 extract --quiet -o x.pcap --filter "tcp dst port 80" two.pcap
holds x.pcap 1
run 0 extract --quiet -o x.pcap --source 8.8.8.8 --port 23 --filter "dst host 192.0.2.1" two.pcap
holds x.pcap 1
run 0 extract --quiet -o x.pcap --source 9.9.9.9 two.pcap
holds x.pcap 0
first=$("$cli" analyze --quiet --json - two.pcap | sed -n 's/^    "first": "\(.*\)",$/\1/p' | head -1)
run 0 extract --quiet -o x.pcap --from "$first" --to "$first" two.pcap
holds x.pcap 1

# An index skips files and moments, and knows which packets belong to scans.
script late <<'EOT'
90000 9.9.9.9:40000 > 192.0.2.0:23 SYN
90001 9.9.9.9:40000 > 192.0.2.1:23 SYN
90002 9.9.9.9:40000 > 192.0.2.2:23 SYN
90003 9.9.9.9:40000 > 192.0.2.3:23 SYN
EOT
run 0 index --quiet -o i two.pcap late.pcap
for words in "--source 8.8.8.8" "--port 80" "--kind syn" "--source 9.9.9.9" "--port 443"; do
    # shellcheck disable=SC2086
    run 0 extract --quiet -o plain.pcap $words two.pcap late.pcap
    # shellcheck disable=SC2086
    run 0 extract --quiet --index i -o known.pcap $words two.pcap late.pcap
    cmp -s plain.pcap known.pcap || fail "an index changes what is extracted: $words"
done
run 0 analyze --quiet --min-targets 4 --min-rate 0 --session s i
run 0 extract --quiet --index s --scans -o x.pcap two.pcap late.pcap
holds x.pcap 4
run 0 extract --quiet --index s --scans --source 8.8.8.8 -o x.pcap two.pcap late.pcap
holds x.pcap 0
# The number of addresses decides where a threshold is a share of them.
run 0 analyze --quiet --min-targets 50% --min-rate 0 --session s i
run 0 extract --quiet --index s --scans --telescope 8 -o x.pcap two.pcap late.pcap
holds x.pcap 4
run 0 extract --quiet --index s --scans --telescope 16 -o x.pcap two.pcap late.pcap
holds x.pcap 0
run 2 extract --index i --telescope 198.18.0.0/16 -o y two.pcap
says err "was read with another telescope or tunnels"
# A file that is not the one in the index is read whole.
cp two.pcap late.pcap
run 0 extract --quiet --index i --source 9.9.9.9 -o x.pcap late.pcap
holds x.pcap 0

# Several links: pcapng, also unasked, with a word about it.
"$make_capture" --link 113 two.packets other.pcap 2>/dev/null
run 0 extract --quiet -o x.pcapng two.pcap nano.pcap
holds x.pcapng 12
run 0 extract -o mixed.pcap two.pcap other.pcap
says err "mixed.pcap: written as pcapng"
holds mixed.pcap 12
says frames.json '"link": "linux-sll"'

# Cut captures give what is whole.
head -c 200 two.pcap >cut.pcap
run 3 extract -o x.pcap cut.pcap
says err "cut.pcap: cut at byte"
holds x.pcap 2

# Mistakes; an old file stays as it was.
cp x.pcap before
run 2 extract -o x.pcap missing.pcap
cmp -s x.pcap before || fail "a failed run changed the old capture"
run 1 extract two.pcap
run 1 extract -o y --port 70000 two.pcap
run 1 extract -o y --kind scan two.pcap
run 1 extract -o y --from yesterday two.pcap
run 1 extract -o y --scans two.pcap
run 1 extract -o y --telescope 256 two.pcap
says err "give prefixes, or --index and --scans"
run 2 extract -o y --index two.pcap two.pcap
run 2 extract -o none/y two.pcap
[ -e y ] && fail "a failed command left a file"
(
    trap '' XFSZ
    ulimit -f 1
    "$cli" extract --quiet -o x.pcap two.pcap two.pcap two.pcap two.pcap >out 2>err
    [ $? -eq 2 ]
) || fail "a capture that does not fit is not reported"
cmp -s x.pcap before || fail "a full disk changed the old capture"

# What cannot be written is named as it was given, with the system's reason.
run 2 extract --quiet --port 23 -o missing/x.pcap two.pcap
says err "missing/x.pcap: cannot be written: No such file or directory"
run 2 index --quiet -o missing/x.sweepscope two.pcap
says err "missing/x.sweepscope: cannot be written: No such file or directory"
