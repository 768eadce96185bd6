# SPDX-License-Identifier: GPL-3.0-or-later
# Rules and profiles of one's own: good ones reach the report, bad ones are named with their line.
. "$(dirname "$0")/check.sh"

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

# What came of rules is not kept in an index, and that is said.
run 1 index --quiet --rules rules.toml good.pcap -o none.sweepscope
says err "an index does not keep what came of rules"
[ -e none.sweepscope ] && fail "an index was written without the rules that were asked for"
run 0 index --quiet good.pcap -o good.sweepscope
run 2 analyze --quiet --rules rules.toml good.sweepscope
says err "--rules needs the captures"
run 0 analyze --rules rules.toml --session session.sweepscope good.pcap
says err "session.sweepscope: does not keep what came of --rules"
run 0 analyze --session session.sweepscope good.pcap
grep -q 'came of --rules' err && fail "rules are spoken of where there are none"
run 0 analyze --quiet --json - good.sweepscope
says out '"user_rules": []'

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
