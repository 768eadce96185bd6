# SPDX-License-Identifier: GPL-3.0-or-later
# The Spark job in local mode: hourly captures give the report of one reading; a task that is killed,
# a run that is started again and a bad capture change nothing. Skipped without pyspark or Java.
# Usage: spark.sh sweepscope-cli
set -u
cli=$1
here=$(cd "$(dirname "$0")/../.." && pwd)
python=${SWEEPSCOPE_PYTHON:-python3}
"$python" -c 'import pyspark' 2>/dev/null && command -v java >/dev/null || {
    echo "skipped: pyspark or Java is not installed (docs/cluster.md)"
    exit 77
}
work=$(mktemp -d "${TMPDIR:-/tmp}/sweepscope-spark-test.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON="$python"

fail() {
    echo "FAILED: $*" >&2
    cat log >&2
    exit 1
}

telescope=203.0.112.0/20
hour=0
mkdir hours
while [ $hour -lt 24 ]; do
    at=$(printf '2026-03-10T%02d' $hour)
    "$cli" extract --quiet --from "$at:00:00" --to "$at:59:59.999999999" \
        -o "hours/$(printf %02d $hour).pcap" "$here/resources/sample/telescope-day.pcap.gz" || fail "hour $hour"
    hour=$((hour + 1))
done
"$cli" analyze --quiet --scans --telescope $telescope --json whole.json "$work"/hours/*.pcap || fail "no reading"

# A command in the program's place, which dies once in the middle of hour 7.
cat >dying <<END
#!/bin/sh
for word; do
    case \$word in
    */07.pcap) [ -e "$work/died" ] || { : >"$work/died"; "$cli" "\$@" & sleep 0.01; kill -9 \$! \$\$; } ;;
    esac
done
exec "$cli" "\$@"
END
chmod +x dying

job() {
    "$python" "$here/cluster/sweepscope_spark.py" --master 'local[2,4]' \
        --index-options "--telescope $telescope" "$@" >log 2>&1
}

same() {
    "$cli" analyze --quiet --scans --json got.json "$1" || fail "$1 cannot be opened"
    cmp whole.json got.json || fail "$1 gives another report"
}

job --cli "$work/dying" --work work --shards 3 --fan-in 5 -o day.sweepscope "$work/hours/*.pcap" ||
    fail "the job"
[ -e died ] || fail "no task was killed"
same day.sweepscope
grep -q "24 of 24 captures" log || fail "no summary"

# Again: all parts are there. And with a folder of shards as the result.
job --cli "$cli" --work work --shards 3 --fan-in 5 -o shards/ "$work/hours/*.pcap" || fail "the second run"
grep -q "24 parts are there already" log || fail "parts were made again"
same shards

# A bad capture is listed and left out.
echo "no capture" >hours/99.pcap
job --cli "$cli" --work work --fan-in 30 -o again.sweepscope "$work/hours/*.pcap"
[ $? -eq 3 ] || fail "a bad capture is not told by the exit code"
grep -q "note: .*99.pcap: " log || fail "a bad capture is not listed"
same again.sweepscope
