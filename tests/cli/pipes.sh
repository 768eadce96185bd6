# SPDX-License-Identifier: GPL-3.0-or-later
# Captures from standard input and pipes say what the same captures in files say.
. "$(dirname "$0")/check.sh"

# results FILE: a report without what names or measures the input
results() { sed -e '/^  "capture": {/,/^  },/d' -e '/^  "provenance": {/,/^  }/d' "$1"; }

run 0 analyze --quiet --scans --json file.json good.pcap
results file.json >expected
gzip -c good.pcap >good.pcap.gz

sameResults() {
    results out >got
    cmp -s got expected || { fail "other results: $1"; diff expected got >&2; }
}

run 0 analyze --quiet --scans --json - - <good.pcap
sameResults "a file as standard input"
says out '"path": "-"'
run 0 analyze --quiet --scans --json - good.pcap.gz
sameResults "gzip"
says out '"format": "pcap, gzip"'
run 0 analyze --quiet --scans --json - - <good.pcap.gz
sameResults "gzip as standard input"
cat good.pcap | "$cli" analyze --quiet --scans --json - - >out 2>err || fail "a pipe"
sameResults "a pipe"
cat good.pcap.gz | "$cli" analyze --quiet --scans --json - - >out 2>err || fail "gzip through a pipe"
sameResults "gzip through a pipe"

# A slow writer, byte for byte at first.
{
    dd if=good.pcap bs=1 count=100 2>/dev/null
    tail -c +101 good.pcap
} | "$cli" analyze --quiet --scans --json - - >out 2>err || fail "a slow pipe"
sameResults "a slow pipe"

# A named pipe; its writer waits in open() for the program, or the program for its writer.
mkfifo pipe
cat good.pcap >pipe &
writer=$!
"$cli" analyze --quiet --scans --json - pipe >out 2>err || fail "a named pipe: $(cat err)"
wait $writer
sameResults "a named pipe"

# A pipe that ends in the middle of a record.
size=$(wc -c <good.pcap)
head -c $((size - 5)) good.pcap | "$cli" analyze --quiet --json - - >out 2>err
[ $? -eq 3 ] || fail "a cut pipe is not reported"
says out '"truncated": true'
says out "5 bytes of it are missing"

# Whoever reads may go away early; that must not hang.
"$cli" analyze --quiet --scans --json - good.pcap 2>err | head -c 10 >/dev/null
