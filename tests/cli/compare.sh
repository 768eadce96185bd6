# SPDX-License-Identifier: GPL-3.0-or-later
# Two captures against each other, events, and campaigns.
. "$(dirname "$0")/check.sh"

# Two captures, and two spans of one.
cp good.pcap other.pcap
run 0 compare --quiet good.pcap other.pcap
says out "A: good.pcap: 1 scan from 1 source"
says out "B: other.pcap: 1 scan from 1 source"
run 0 compare --quiet --json - --csv table.csv good.pcap other.pcap
says out '"format": "sweepscope-comparison/1"'
says out '"tested": false'
head -1 table.csv | grep -q '^dimension,name,verdict,' || fail "table.csv has no header"
run 0 compare --quiet --span-a 2026-01-01..2026-01-02 --span-b 2026-01-02.. good.pcap
says out "A: 2026-01-01..2026-01-02: 1 scan from"
says out "B: 2026-01-02..: 0 scans"

# Telescopes that cannot be compared are said to be so.
run 0 compare --quiet --telescope 192.0.2.0/28 --telescope-b 65536 good.pcap other.pcap
says out "cannot be brought to equal thresholds"

# What makes no sense.
run 1 compare --quiet good.pcap
run 1 compare --quiet good.pcap other.pcap good.pcap
run 1 compare --quiet --span-a 2026-01-01.. good.pcap
run 1 compare --quiet --span-a yesterday --span-b 2026-01-01.. good.pcap
says err "is no span such as"
run 1 compare --quiet --telescope-b x good.pcap other.pcap
run 2 compare --quiet good.pcap missing.pcap

# Events: known ones are far from this capture; one's own are used.
run 0 events --quiet good.pcap
grep -q "No known event\|2025-12-03 React2Shell" out || fail "events say nothing"
printf 'date,event,cve,ports\n2025-12-31T23:00Z,mine,,tcp/23\n' >events.csv
run 0 events --quiet --events events.csv good.pcap
says out "2025-12-31T23:00:00Z mine (tcp/23)"
run 0 events --quiet --events events.csv --json - good.pcap
says out '"format": "sweepscope-events/1"'
printf 'date,event\nsome day,mine\n' >bad.csv
run 2 events --quiet --events bad.csv good.pcap
says err "bad.csv, line 2: 'some day' is no date"
run 2 events --quiet --events none.csv good.pcap

# Campaigns: none in so little.
run 0 campaigns --quiet good.pcap
says out "No sources that act as one"
run 0 campaigns --quiet --json - good.pcap
says out '"campaigns": []'

# Changes: a capture of eight seconds has no rhythm.
run 0 changes --quiet good.pcap
says out "No port has sources enough"
run 0 changes --quiet --json - good.pcap
says out '"format": "sweepscope-changes/1"'
run 0 changes --quiet --csv - good.pcap
says out "protocol,port,first,last,"

# Figures and tables as one HTML file.
for command in "compare good.pcap other.pcap" "changes good.pcap" "events --events events.csv good.pcap"; do
    # shellcheck disable=SC2086
    run 0 $command --quiet --html page.html
    tail -1 page.html | grep -q '</html>' || fail "page.html of $command is cut"
    isEmpty out
done
