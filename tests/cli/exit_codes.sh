# SPDX-License-Identifier: GPL-3.0-or-later
# Exit codes: 0 complete, 1 usage, 2 cannot read or write, 3 done but not all was read.
. "$(dirname "$0")/check.sh"

# 0: complete
run 0 analyze good.pcap
run 0 analyze good.pcap good.pcap
run 0 --help
run 0 analyze --help
run 0 --version
says out Sweepscope
script empty </dev/null
run 0 analyze empty.pcap

# 1: usage
run 1
run 1 analyze
run 1 examine good.pcap
run 1 good.pcap
run 1 analyze --no-such-option good.pcap
run 1 analyze --expiry good.pcap
run 1 analyze --expiry never good.pcap
run 1 analyze --sensitivity weather good.pcap

# 2: cannot read
run 2 analyze missing.pcap
says err "missing.pcap: cannot be opened: No such file or directory"
mkdir folder
echo "no capture" >folder/notes.txt
run 2 analyze folder
says err "folder: "
echo "no capture" >text.pcap
run 2 analyze text.pcap
says err "text.pcap: is text, not a capture"
: >nothing.pcap
run 2 analyze nothing.pcap
says err "nothing.pcap: is empty"
head -c 10 good.pcap >header.pcap
run 2 analyze header.pcap
says err "header.pcap: "
run 2 analyze missing.pcap text.pcap
run 2 analyze - </dev/null
run 2 analyze --geo missing.mmdb good.pcap
says err missing.mmdb
run 2 analyze --geo text.pcap good.pcap
run 2 analyze --known-scanners missing.csv good.pcap
says err missing.csv
printf "198.51.100.0/24\nnobody\n" >bad.csv
run 2 analyze --known-scanners bad.csv good.pcap
says err "bad.csv, line 2: "

# 2: cannot write
run 2 analyze --json missing/report.json good.pcap
says err missing/report.json
run 2 analyze --json . good.pcap
run 2 analyze --csv text.pcap good.pcap
if [ -c /dev/full ]; then
    run 2 analyze --json /dev/full good.pcap
    "$cli" analyze good.pcap >/dev/full 2>err
    [ $? -eq 2 ] || fail "a full standard output is not reported"
    says err "standard output"
    "$cli" analyze --json - good.pcap >/dev/full 2>err
    [ $? -eq 2 ] || fail "a full standard output is not reported for JSON"
fi

# 3: done, but a capture was cut short or skipped
size=$(wc -c <good.pcap)
head -c $((size - 5)) good.pcap >cut.pcap
run 3 analyze cut.pcap
says err "cut.pcap was read in part"
says out "8 frames"
run 3 analyze good.pcap missing.pcap
says err "missing.pcap"
says out "9 frames"
run 3 analyze text.pcap good.pcap cut.pcap
says out "17 frames"
run 3 analyze --json report.json good.pcap text.pcap
says report.json '"skipped": true'
run 3 analyze --quiet cut.pcap
