# SPDX-License-Identifier: GPL-3.0-or-later
# Rules of one's own: good ones reach the report, bad ones are named with their line.
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
run 0 analyze --quiet --scans --json - --rules rules.toml good.pcap
says out '"rule": "from-40000"'
says out '"scans": 1'
says out '{"rule":"from-40000","matched":8,"tested":8,"fits":true}'
says out '{"rule":"to-80","matched":0,"tested":8,"fits":false}'
says out '--rules rules.toml'
# What came of rules is not kept there.
run 0 index --quiet good.pcap -o good.sweepscope
run 0 analyze --quiet --json - good.sweepscope
says out '"user_rules": []'

run 0 analyze --quiet --csv tables --rules rules.toml good.pcap
says tables/user-rules.csv 'from-40000,1,8,8,8,syn,any,this test'

sed 's/source_port/source_prt/' rules.toml >bad.toml
run 1 analyze --rules bad.toml good.pcap
says err "bad.toml:6: there is no field 'source_prt'"
isEmpty out
run 1 analyze --rules missing.toml good.pcap
says err missing.toml
