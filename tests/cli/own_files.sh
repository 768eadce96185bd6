# SPDX-License-Identifier: GPL-3.0-or-later
# Rules and profiles of one's own: good ones reach the report, bad ones are named with their line.
. "$(dirname "$0")/check.sh"

same() { cmp -s "$1" "$2" || { fail "$3"; diff "$1" "$2" | head -20 >&2; }; }

cat >rules.toml <<'EOF'
format = "sweepscope-rules/1"
[[rule]]
name = "from-40000"
versions = "any"
source = "this test"
source_port = 40000
[[rule]]
name = "to-80"
versions = "any"
source = "this test"
port = 80
EOF
cat >profiles.toml <<'EOF'
format = "sweepscope-profiles/1"
[[profile]]
name = "mine"
origin = "this test"
based_on = "reproduction-2018"
min_targets = 8
min_rate_pps = 0
expiry_s = 77
EOF

run 0 analyze --quiet --scans --json - --rules rules.toml --profile mine --profile-file profiles.toml good.pcap
says out '"rule": "from-40000"'
says out '"scans": 1'
says out '{"rule":"from-40000","matched":8,"tested":8,"fits":true}'
says out '{"rule":"to-80","matched":0,"tested":8,"fits":false}'
says out '"profile": "mine"'
says out '"expiry_s": 77.0'
says out '"min_targets": 8'
says out '--rules rules.toml'
# The command that makes the report again needs no file of profiles.
grep -q '"command": .*--profile' out && fail "the command names a profile that others do not have"

# A session and an index keep what came of rules: the same report again.
run 0 analyze --quiet --json captures.json --rules rules.toml --session session.sweepscope good.pcap
run 0 analyze --quiet --json again.json session.sweepscope
same captures.json again.json "a session forgets what came of rules"
run 0 index --quiet --rules rules.toml good.pcap -o good.sweepscope
run 0 analyze --quiet --json again.json good.sweepscope
same captures.json again.json "an index forgets what came of rules"
run 0 analyze --quiet --json again.json --rules rules.toml good.sweepscope
same captures.json again.json "an index refuses the rules that it was read with"
sed 's/source_port = 40000/source_port = 40001/' rules.toml >others.toml
cmp -s rules.toml others.toml && fail "the rules are no others"
run 2 analyze --quiet --rules others.toml good.sweepscope
says err "to change them, read the captures"
# What is added to an index is read with its rules.
echo '0 9.9.9.9:9 > 192.0.2.0:9 SYN' | script early
run 0 index --quiet --rules rules.toml early.pcap -o grown.sweepscope
run 2 index --quiet --append grown.sweepscope --rules others.toml good.pcap
says err "was read with another telescope, filter, tunnels or rules"
run 0 index --quiet --append grown.sweepscope good.pcap
run 0 analyze --quiet --json grown.json grown.sweepscope
says grown.json '"scans": 1'
grep -A8 '"rule": "from-40000"' captures.json >own.json
grep -A8 '"rule": "from-40000"' grown.json >grown-own.json
same own.json grown-own.json "what is appended is not tested on the rules of the index"

run 0 analyze --quiet --csv tables --rules rules.toml --profile-file profiles.toml --profile mine good.pcap
says tables/user-rules.csv 'from-40000,1,8,8,8,syn,any,this test'
says tables/aggressive-scanners.csv 'source,day,definitions'

sed 's/source_port/source_prt/' rules.toml >bad.toml
run 1 analyze --rules bad.toml good.pcap
says err "bad.toml:6: there is no field 'source_prt'"
isEmpty out
run 1 analyze --rules missing.toml good.pcap
says err missing.toml
sed 's/expiry_s/expiry/' profiles.toml >bad.toml
run 1 analyze --profile-file bad.toml --profile mine good.pcap
says err "bad.toml:8: there is no threshold 'expiry'"
run 1 analyze --profile mine good.pcap
says err "there is no profile 'mine'"
