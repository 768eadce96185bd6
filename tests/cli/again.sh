# SPDX-License-Identifier: GPL-3.0-or-later
# The command in a report makes the same report again.
. "$(dirname "$0")/check.sh"

cp good.pcap "it's a (good) \$capture.pcap"
cp good.pcap -- -dash.pcap 2>/dev/null || cp good.pcap ./-dash.pcap

# commandOf REPORT: the command line in it, as a shell reads it
commandOf() { sed -n 's/^ *"command": "\(.*\)",\{0,1\}$/\1/p' "$1" | sed 's/\\\\/\\/g; s/\\"/"/g'; }

again() {
    run 0 analyze --quiet --json first.json "$@"
    command=$(commandOf first.json)
    [ -n "$command" ] || fail "no command in the report of: $*"
    words=${command#sweepscope-cli }
    [ "$words" != "$command" ] || fail "the command does not begin with the program: $command"
    sh -c "\"\$0\" $words --quiet --json second.json" "$cli" >out 2>err ||
        fail "the command fails: $command $(cat err)"
    cmp -s first.json second.json ||
        { fail "another report from: $command"; diff first.json second.json >&2; }
}

again good.pcap
again good.pcap "it's a (good) \$capture.pcap"
again --profile merit good.pcap
again --telescope 192.0.2.0/28,2001:db8::/32 good.pcap
again --telescope 475136 --profile paper-2014 good.pcap
again --by source --expiry 90.25 --min-targets 3 --min-rate 0.1 --rate-scope telescope good.pcap
again --min-targets 33.3% --large 29% --internet-size 3790000000 good.pcap
again --expiry 5 good.pcap
again --keep-dependent-ports good.pcap
again --sensitivity expiry --sensitivity large good.pcap
echo 198.51.100.0/24 >"my list.txt"
again --known-scanners "my list.txt" good.pcap
for percent in 7 14 28 55 56 57 58 0.1; do
    again --large $percent% good.pcap
done

# Thresholds are written as they were given.
run 0 analyze --quiet --json first.json --large 29% --expiry 480 good.pcap
command=$(commandOf first.json)
case $command in
*"--large 29% "*) ;;
*) fail "--large 29% became: $command" ;;
esac
case $command in
*"--expiry 480 "*) ;;
*) fail "--expiry 480 became: $command" ;;
esac

again --only port=22/tcp,port=23 --only "country=??" --not tool=mirai,size=large good.pcap
again --only coverage=0.1%..,time=1970-01-01..2030-01-01 --not source=2001:db8::/32 good.pcap
