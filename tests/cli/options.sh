# SPDX-License-Identifier: GPL-3.0-or-later
# A bad option is named; good ones reach the report.
. "$(dirname "$0")/check.sh"

while read -r option value; do
    run 1 analyze "$option" "$value" good.pcap
    says err "$option"
    isEmpty out
done <<'EOF'
--profile no-such
--profile Merit
--by port
--by source,port
--expiry never
--expiry -1
--expiry 0
--expiry 1s
--expiry nan
--expiry inf
--min-targets -1
--min-targets 1.5
--min-targets 101%
--min-targets many
--min-rate -0.5
--min-rate fast
--rate-scope world
--internet-size 0
--internet-size -5
--internet-size many
--large -1%
--large 101%
--large most
--telescope 0
--telescope -5
--telescope 1e6
--telescope 192.0.2.1/24
--telescope 192.0.2.0/33
--telescope 192.0.2.0/24,here
--telescope example.org
--threads 0
--threads -1
--threads many
EOF

run 1 analyze --profile no-such good.pcap
for name in auto paper-2014 merit reproduction-2018 small-telescope; do
    says err "$name"
done
run 1 analyze --telescope 192.0.2.1/24 good.pcap
says err 192.0.2.0/24

# field NAME VALUE: the JSON of the last run must say so
field() {
    grep -qE "^ *\"$1\": $2,?\$" out || { fail "\"$1\" is not $2:"; grep "\"$1\"" out >&2; }
}

run 0 analyze --quiet --json - good.pcap
field profile '"auto"'
field by '"source-port"'
field expiry_s 480.0
field min_targets 2 # 25 % of the eight addresses seen
field min_rate_pps 0.0
field large_coverage 1.0
field addresses 8
field inferred true
run 0 analyze --quiet --json - --profile merit good.pcap
field expiry_s 624.0
field min_targets 10
field min_rate_pps 10.0
field rate_scope '"internet"'
field internet_size 4294967296.0
field large_coverage 0.1
run 0 analyze --quiet --json - --profile paper-2014 good.pcap
field internet_size 3790000000.0
field min_targets 100
run 0 analyze --quiet --json - --profile reproduction-2018 good.pcap
field min_targets 1
field rate_scope '"telescope"'
run 0 analyze --quiet --json - --telescope 4096 good.pcap # auto is the paper's profile from here up
field min_targets 100
field addresses 4096
field inferred false
run 0 analyze --quiet --json - --telescope 192.0.2.0/28,198.51.100.0/24 good.pcap
field addresses 272
field min_targets 68 # 25 %
field inferred false
run 0 analyze --quiet --json - --profile merit --by source --expiry 90.5 --min-targets 3 \
    --min-rate 0.25 --rate-scope telescope --internet-size 1000000 --large 29% good.pcap
field by '"source"'
field expiry_s 90.5
field min_targets 3
field min_rate_pps 0.25
field rate_scope '"telescope"'
field internet_size 1000000.0
field large_coverage 0.29
run 0 analyze --quiet --json - --large 29 good.pcap # the sign may be left out
field large_coverage 0.29
run 0 analyze --quiet --json - --min-targets 50% good.pcap
field min_targets 4

# One to four threads give one answer, wherever the options stand.
run 0 analyze --quiet --json - --scans --threads 1 good.pcap
cp out one
for threads in 2 3 4; do
    run 0 analyze good.pcap --threads $threads --scans --json - --quiet
    cmp -s out one || fail "$threads threads give another answer than one"
done

# Only some of the scans: what is not counted is in no figure, and a slip is told with a remedy.
run 0 analyze --quiet --json all.json good.pcap
run 0 analyze --quiet --json - --only port=9,country=NL good.pcap
field scans 0
run 0 analyze --quiet --json - --not port=9 --not country=NL good.pcap
field scans_in_all "$(sed -n 's/^ *"scans_in_all": \([0-9]*\).*/\1/p' all.json)"
run 1 analyze --quiet --only port=ssh good.pcap
says err "port=23/tcp"
run 1 analyze --quiet --not colour=red good.pcap
says err "country="

# Help lists what has an effect and nothing else.
run 0 extract --help
for option in --geo --known-scanners --rules --memory; do
    grep -q -- "$option" out && fail "extract lists $option, which changes nothing there"
    run 1 extract "$option" x good.pcap -o x.pcap
    run 0 extract --help
done
says out '--telescope'
says out '--filter'
says out '--tunnels'
run 0 index --help
for option in --geo --known-scanners; do
    grep -q -- "$option" out && fail "index lists $option, which changes nothing there"
done
run 0 analyze --quiet --memory 1k --json limited.json good.pcap
says limited.json 'memory'
run 0 index --quiet --memory 1k good.pcap -o limited.sweepscope
run 0 analyze --quiet --json again.json limited.sweepscope
cmp -s limited.json again.json || fail "index passes --memory over"
