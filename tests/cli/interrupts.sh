# SPDX-License-Identifier: GPL-3.0-or-later
# Ctrl-C keeps what was read, says so, and leaves with 130.
. "$(dirname "$0")/check.sh"

# Four megabytes: more than a pipe and the reader's buffers hold.
seq 1 3000 | sed 's/.*/0.&  8.8.8.8:40000 > 192.0.2.1:23 SYN len=1300/' >many.packets
"$make_capture" many.packets many.pcap || fail "no capture"

# begin SIGNAL: the program reads a named pipe, has taken most of the capture, and gets the signal;
# the pipe stays open for writing as descriptor 3. `cat` comes back only when the reader has read.
begin() {
    rm -f pipe
    mkfifo pipe
    exec 3<>pipe
    "$cli" analyze --telescope 4096 --min-targets 1 --min-rate 0 pipe >out 2>err 3>&- &
    reader=$!
    cat many.pcap >&3
    kill -s "$1" $reader
}

# ended: whether the program has ended within five seconds
ended() {
    for _ in $(seq 1 50); do
        kill -0 $reader 2>/dev/null || return 0
        sleep 0.1
    done
    return 1
}

results() {
    wait $reader
    code=$?
    [ $code -eq 130 ] || fail "exit code $code, not 130, after $1"
    says err "The reading was stopped"
    says out " small, "
}

# The writer says nothing more and keeps the pipe open: nothing must be waited for. (Were it closed, the
# program might see the end of its input before the signal.)
for signal in INT TERM; do
    begin $signal
    if ended; then
        results $signal
    else
        fail "$signal does not end the waiting for a pipe that is silent"
        kill -9 $reader
        wait $reader 2>/dev/null
    fi
    exec 3>&-
done

# What was read is written where it was asked for.
rm -f pipe
mkfifo pipe
exec 3<>pipe
"$cli" analyze --quiet --json report.json pipe >out 2>err 3>&- &
reader=$!
cat many.pcap >&3
kill -s INT $reader
ended || kill -9 $reader
wait $reader
[ $? -eq 130 ] || fail "not 130 with --json"
exec 3>&-
says report.json '"stopped": true'
