# SPDX-License-Identifier: GPL-3.0-or-later
# Results go to standard output or files and nowhere else, messages to standard error.
. "$(dirname "$0")/check.sh"

noProgress() {
    grep -q "$(printf '\r')" "$1" && fail "progress was shown where there is no terminal"
}

# A telescope that nothing is to be warned of.
run 0 analyze --telescope 192.0.0.0/16 --min-rate 0 good.pcap
isEmpty err
says out "9 frames"
[ "$(tail -c 1 out | wc -l)" -eq 1 ] || fail "the summary has no last line end"

# Warnings are no results; --quiet silences them and nothing else.
run 0 analyze good.pcap
says err "sweepscope-cli: warning: "
says err "Internet-wide"
grep -q warning out && fail "a warning on standard output"
noProgress err
cp out loud
run 0 analyze --quiet good.pcap
isEmpty err
cmp -s out loud || fail "--quiet changes the summary"

# With an output option there is no summary.
run 0 analyze --quiet --json report.json good.pcap
isEmpty out
isEmpty err
says report.json '"format": "sweepscope-report/1"'
run 0 analyze --quiet --csv tables good.pcap
isEmpty out
run 0 analyze --quiet --json - good.pcap
cmp -s out report.json || fail "the JSON on standard output is another than in a file"
run 0 analyze --quiet --json - --csv tables2 good.pcap
cmp -s out report.json || fail "--csv changes the JSON"

# Failures leave standard output empty.
for words in "missing.pcap" "--expiry never good.pcap" "--geo missing.mmdb good.pcap"; do
    # shellcheck disable=SC2086
    "$cli" analyze $words >out 2>err && fail "no failure: $words"
    isEmpty out
    [ -s err ] || fail "no message: $words"
done
run 1
isEmpty out

# Help was asked for, so it is a result.
for words in "--help" "analyze --help" "--version"; do
    # shellcheck disable=SC2086
    run 0 $words
    isEmpty err
    [ -s out ] || fail "nothing on standard output: $words"
done
run 0 --version
head -n 1 out | grep -qE '^Sweepscope [0-9]+\.[0-9]+\.[0-9]+$' || fail "version: $(cat out)"
for library in libpcap zlib zstd lz4 liblzma bzip2 libmaxminddb SQLite OpenSSL; do
    grep -qE "^  $library [0-9]+\.[0-9]+" out || fail "version of $library: $(cat out)"
done
run 0 --help
for word in analyze "Exit codes" 130; do
    says out "$word"
done
run 0 analyze --help
for option in --profile --by --expiry --min-targets --min-rate --rate-scope --internet-size \
    --large --telescope --geo --threads --json --csv --scans --quiet; do
    says out "$option"
done
[ -z "$(LC_ALL=C tr -d '\n\t[:print:]' <out)" ] || fail "the help holds characters that cannot be shown"
