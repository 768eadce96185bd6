# SPDX-License-Identifier: GPL-3.0-or-later
# Other programs read an index: every documented view with all its columns, as the report has them.
# Readers that are not installed are left out; Python's is always there.
. "$(dirname "$0")/check.sh"

script six <<'EOF'
10.25 [2001:db8::1]:9 > [2001:db8:1::1]:80 SYN
EOF
run 0 index --quiet --telescope 192.0.2.0/24,2001:db8:1::/48 -o day.sweepscope good.pcap six.pcap

columns="source, kind, bin, protocol, port, round(first_s, 3), round(last_s, 3), first_ns, last_ns, packets, targets"
cat >expected <<'EOF'
193.0.6.139|synack|backscatter|tcp|80|1767225608|1767225608|1767225608000000000|1767225608000000000|1|1
2001:db8::1|syn|probe|tcp|80|1767225610.25|1767225610.25|1767225610250000000|1767225610250000000|1|1
8.8.8.8|syn|probe|tcp|23|1767225600|1767225607|1767225600000000000|1767225607000000000|8|8
EOF
grep -v backscatter expected >expected_probes

# reads NAME: what a reader made of both views, in one form
reads() {
    sed 's/\.0*|/|/g' bursts | sort >sorted
    cmp -s expected sorted || { fail "$1 reads other bursts"; diff expected sorted >&2; }
    sed 's/\.0*|/|/g' probes | sort >sorted
    cmp -s expected_probes sorted || { fail "$1 reads other probes"; diff expected_probes sorted >&2; }
}

cat >read.py <<'EOF'
import sys
if sys.argv[1] == "sqlite3":
    import sqlite3
    database = sqlite3.connect("file:day.sweepscope?mode=ro", uri=True)
    name = ""
else:
    import duckdb
    database = duckdb.connect()
    database.execute("ATTACH 'day.sweepscope' AS day (TYPE sqlite)")
    name = "day."
for view in ["bursts", "probes"]:
    with open(view, "w") as file:
        for row in database.execute(f"SELECT {sys.argv[2]} FROM {name}{view}").fetchall():
            print(*row, sep="|", file=file)
facts = database.execute(f"SELECT path, format, link, frames, sha256, first_ns, last_ns, note "
                         f"FROM {name}capture ORDER BY path").fetchall()
assert [row[3] for row in facts] == [9, 1] and all(len(row[4]) == 64 for row in facts), facts
rules = database.execute(f"SELECT bit, name FROM {name}rule ORDER BY bit").fetchall()
assert [bit for bit, _ in rules] == list(range(len(rules))) and ("zmap" in str(rules)), rules
# rules is NULL or a set of bits that are named
for (bits,) in database.execute(f"SELECT rules FROM {name}bursts").fetchall():
    assert bits is None or bits < 1 << len(rules), bits
EOF
python3 read.py sqlite3 "$columns" || fail "Python's sqlite3 cannot read it"
reads "Python's sqlite3"

if command -v sqlite3 >/dev/null; then
    for view in bursts probes; do
        sqlite3 day.sweepscope "SELECT $columns FROM $view" >$view
    done
    reads "the sqlite3 shell"
fi

# Any Python may be named that has DuckDB with its extension.
duck=${SWEEPSCOPE_DUCKDB_PYTHON:-python3}
if "$duck" -c 'import duckdb; duckdb.connect().execute("LOAD sqlite")' 2>/dev/null; then
    "$duck" read.py duckdb "$columns" || fail "DuckDB cannot read it"
    reads "DuckDB"
else
    echo "DuckDB with its sqlite extension is not installed: left out"
fi
