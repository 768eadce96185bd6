# SPDX-License-Identifier: GPL-3.0-or-later
# The study's report: one HTML file whole or not at all, and its numbers as JSON.
. "$(dirname "$0")/check.sh"

run 0 report --quiet -o report.html --json report.json good.pcap
head -1 report.html | grep -q '^<!DOCTYPE html>' || fail "report.html is no HTML"
tail -1 report.html | grep -q '</html>' || fail "report.html is cut"
says report.html "sweepscope-cli report -o report.html"
says report.html "Left out"
says report.json '"format": "sweepscope-study/1"'

# To standard output, and the same again.
run 0 report --quiet -o - good.pcap
grep -q '</html>' out || fail "nothing on standard output"

# What cannot be done.
run 1 report --quiet good.pcap
run 2 report --quiet -o new.html missing.pcap
[ -e new.html ] && fail "a report was made of nothing"
run 2 report --quiet -o none/report.html good.pcap
run 1 report --quiet --expiry x -o new.html good.pcap
