# SPDX-License-Identifier: GPL-3.0-or-later
# What README and docs say to type works: every line with sweepscope-cli is run on captures of the
# names that it gives, every option that they mention exists, and files that they show are taken.
. "$(dirname "$0")/check.sh"

home=$(cd "$here/../.." && pwd)
pages="$home/README.md $home/docs/*.md"

# The captures and folders of the documents. All hold the same few packets.
sed 's/192\.0\.2\./198.18.0./' good.packets >documents.packets
"$make_capture" documents.packets day.pcap || fail "no capture of the documents"
gzip -kc day.pcap >hour.pcap.gz
mkdir -p 2018-10-30 2018-10-31 parts month log
for hour in 00 01; do
    for end in pcap pcap.gz; do
        [ $end = pcap ] && from=day.pcap || from=hour.pcap.gz
        cp $from 2018-10-30.$hour.$end
        cp $from 2018-10-31.$hour.$end
    done
    cp day.pcap 2018-10-30/$hour.pcap
    cp day.pcap 2018-10-31/$hour.pcap
done
cp hour.pcap.gz 2024-08-11.17.pcap.gz
cp day.pcap b.pcap
cp "$home/resources/sample/telescope-day.pcap.gz" .
for number in 1 2 3 4 5 6 7 8; do
    cp day.pcap "captures-$number.pcap"
    echo "captures-$number.pcap"
done >captures.txt

mkdir bin
printf '#!/bin/sh\nexec "%s" "$@"\n' "$cli" >bin/sweepscope-cli
command -v jq >/dev/null 2>&1 || printf '#!/bin/sh\nexec cat\n' >bin/jq
chmod +x bin/*
PATH=$PWD/bin:$PATH

# Lines of code, continued ones in one piece. (Spark's own command is tested by cluster.spark, and
# what makes thousands of parts takes minutes.)
# shellcheck disable=SC2086
awk '/\\$/ { sub(/\\$/, ""); held = held $0; next } { print held $0; held = "" }' $pages |
    grep '^    .*sweepscope-cli ' | grep -v 'spark-submit\|make_parts\|"sweepscope-cli"' >commands

try() {
    sh -c "$1" >out 2>err </dev/null || { fail "$1"; cat err >&2; }
}

tried=0
while read -r command; do
    case $command in
        *SLURM_ARRAY_TASK_ID* | *'$part'*)
            for SLURM_ARRAY_TASK_ID in 1 2 3 4 5 6 7 8; do
                capture=$(sed -n "${SLURM_ARRAY_TASK_ID}p" captures.txt)
                part=parts/$SLURM_ARRAY_TASK_ID.sweepscope
                export SLURM_ARRAY_TASK_ID capture part
                try "$command"
            done
            ;;
        *) try "$command" ;;
    esac
    tried=$((tried + 1))
done <commands
[ $tried -ge 12 ] || fail "only $tried commands were found in the documents"

# The numbers that the tutorial names.
run 0 analyze --quiet --telescope 203.0.112.0/20 telescope-day.pcap.gz
grep -q ' 295 scans: 245 small, 50 large' out || fail "the sample has other scans than the tutorial says"
grep -q '295 scans, 50 of them large' "$home/docs/tutorial.md" || fail "the tutorial names other numbers"

# Options: those of the program, or of the tools that are named beside it. Those of the window are in
# its manual, which is there where it was built.
window=$(dirname "$cli")/../manuals/sweepscope.1
"$cli" --generate man >manual
[ ! -e "$window" ] || cat "$window" >>manual
sed -i 's/\\-/-/g' manual
others='build component conf dependency executor-cores file ip master num-executors parsable prefix preset verbose
    array cpus-per-task mem output cli fan-in fetch index-options shards tool work'
[ -e "$window" ] || others="$others export reset-settings"
# shellcheck disable=SC2086
grep -ho -e '--[a-z][a-z-]*' $pages | sort -u | while read -r option; do
    case " $(echo $others) " in *" ${option#--} "*) continue ;; esac
    grep -qF -e "$option" manual || echo "$option"
done >unknown
isEmpty unknown

# The files that the documents show, each between ```toml and ```.
shown() { sed -n '/^```toml$/,/^```$/p' "$home/docs/$1" | grep -v '^```'; }
shown rules.md >rules.toml
run 0 analyze --quiet --rules rules.toml --json report.json day.pcap
says report.json '"port-6000"'
shown profiles.md >profiles.toml
for name in $(sed -n 's/^name = "\(.*\)"$/\1/p' profiles.toml); do
    run 0 analyze --quiet --profile-file profiles.toml --profile "$name" day.pcap
    says out "profile $name"
done
