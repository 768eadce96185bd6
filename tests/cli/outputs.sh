# SPDX-License-Identifier: GPL-3.0-or-later
# Files are written whole or not at all, and nothing else is left behind.
. "$(dirname "$0")/check.sh"

# names FOLDER: its files in one line
names() { (cd "$1" && ls -A | LC_ALL=C sort | tr '\n' ' '); }

same() { [ "$1" = "$2" ] || fail "'$1', not '$2'"; }

# tables FOLDER: every table is there, none half-written
tables() {
    for name in all-packets.csv backscatter.csv backscatter-services.csv countries.csv dependent-ports.csv \
        known-scanners.csv packets-over-time.csv ports.csv provenance.txt scanners.csv tools.csv; do
        [ -s "$1/$name" ] || fail "$1/$name is missing"
    done
    names "$1" | grep -q part && fail "a half-written file was left in $1: $(names "$1")"
}

# Tables as CSV, one header each; scans only where asked.
run 0 analyze --quiet --csv tables good.pcap
tables tables
[ -e tables/scans.csv ] && fail "scans were listed unasked"
run 0 analyze --quiet --csv new/deep/tables --scans good.pcap
tables new/deep/tables
same "$(wc -l <new/deep/tables/scans.csv | tr -d ' ')" 2
head -1 new/deep/tables/ports.csv | grep -q '^protocol,port,' || fail "ports.csv has no header"
sed -n 2p new/deep/tables/ports.csv | grep -q '^tcp,23,telnet,' || fail "ports.csv has no port 23"
says tables/provenance.txt "command: sweepscope-cli analyze"
says tables/provenance.txt "good.pcap (9 frames)"

run 0 analyze --quiet --csv swept --sensitivity min-targets --json swept.json good.pcap
head -1 swept/sensitivity-min-targets.csv | grep -q '^value,present,scans,' || fail "no sweep as CSV"
same "$(tail -n +2 swept/sensitivity-min-targets.csv | grep -c ',present,')" 1
says swept.json '"threshold": "min-targets"'

# Again over old ones.
run 0 analyze --quiet --csv tables --json tables/report.json good.pcap
cp tables/report.json before.json
run 0 analyze --quiet --csv tables --json tables/report.json good.pcap
cmp -s tables/report.json before.json || fail "a second run writes something else"

# What cannot be read leaves an old file alone.
run 2 analyze --quiet --json tables/report.json missing.pcap
cmp -s tables/report.json before.json || fail "a failed run changed the old report"

# What cannot be written leaves nothing behind.
run 2 analyze --quiet --json none/report.json good.pcap
[ -e none ] && fail "a folder was made for a report that could not be written"
echo text >file
run 2 analyze --quiet --json file/report.json good.pcap
run 2 analyze --quiet --csv file good.pcap
run 2 analyze --quiet --csv file/tables good.pcap
same "$(cat file)" text

# A full disk: files may hold a kilobyte or two, the report is longer.
mkdir full
echo old >full/report.json
(
    trap '' XFSZ
    ulimit -f 2
    "$cli" analyze --quiet --json full/report.json good.pcap >out 2>err
    [ $? -eq 2 ]
) || fail "a report that does not fit is not reported"
same "$(cat full/report.json)" old
same "$(names full)" "report.json "
(
    trap '' XFSZ
    ulimit -f 2
    "$cli" analyze --quiet --csv full/tables good.pcap >out 2>err
    [ $? -eq 2 ]
) || fail "tables that do not fit are not reported"
ls -A full/tables | grep -q part && fail "half-written tables were left behind"

# Links stay links; devices are written to.
ln -s ../before.json full/link.json
run 0 analyze --quiet --json full/link.json good.pcap
[ -h full/link.json ] || fail "a link was replaced by a file"
cmp -s before.json full/link.json || fail "what a link names was not written"
run 0 analyze --quiet --json /dev/null good.pcap
[ -c /dev/null ] || fail "/dev/null is no device any more"
