#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Records scanning tools sweeping a /24 that never answers, as a telescope does not. The /24 lives in
# a network namespace made here, and nothing leaves the two namespaces.
#
# Usage: record-dark-tools.sh OUT.pcap     writes OUT.pcap and OUT.truth.tsv (source, tool, proto, ports)
# Needs root and: iproute2 tcpdump zmap (4.1 or newer, named by ZMAP) masscan nmap hping3 scapy ping.
set -euo pipefail

ZMAP=${ZMAP:-zmap}
out=$1
truth=${out%.pcap}.truth.tsv
net=198.51.100.0/24
sender=sd$$
dark=dk$$

cleanUp() {
    kill "${dump:-}" 2>/dev/null || true
    ip netns del "$sender" 2>/dev/null || true
    ip netns del "$dark" 2>/dev/null || true
}

makeNetwork() {
    ip netns add "$sender"
    ip netns add "$dark"
    ip link add v0 netns "$sender" type veth peer name v1 netns "$dark"
    ip -n "$sender" link set lo up
    ip -n "$sender" link set v0 up
    ip -n "$dark" link set v1 up # no address and no forwarding: whatever arrives is dropped
    senderMac=$(ip netns exec "$sender" cat /sys/class/net/v0/address)
    darkMac=$(ip netns exec "$dark" cat /sys/class/net/v1/address)
    for host in $(seq 10 60); do ip -n "$sender" addr add 192.0.2.$host/24 dev v0; done
    ip -n "$sender" route add $net via 192.0.2.1 src 192.0.2.60
    ip -n "$sender" neigh replace 192.0.2.1 lladdr "$darkMac" dev v0
}

inSender() { timeout 120 ip netns exec "$sender" "$@" >/dev/null 2>&1 || true; }
plant() { printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" >> "$truth"; }

zmapFrom() {
    local source=$1
    shift
    inSender "$ZMAP" -q -i v0 -S "$source" -G "$darkMac" --source-mac="$senderMac" -b /dev/null \
        --cooldown-time=1 -T 1 -o /dev/null "$@" $net
}

recordZmap() {
    zmapFrom 192.0.2.10 -p 443 -r 200;                            plant 192.0.2.10 zmap-windows tcp 443
    zmapFrom 192.0.2.11 -p 80 -r 200 --probe-args=linux;          plant 192.0.2.11 zmap-linux tcp 80
    zmapFrom 192.0.2.12 -p 22 -r 200 --probe-args=bsd;            plant 192.0.2.12 zmap-bsd tcp 22
    zmapFrom 192.0.2.13 -p 8080 -r 200 --probe-args=smallest-probes
    plant 192.0.2.13 zmap-smallest-probes tcp 8080
    zmapFrom 192.0.2.14 -p 80,443,8080 -r 400;                    plant 192.0.2.14 zmap-windows tcp 80,443,8080
    zmapFrom 192.0.2.15 -M icmp_echoscan -r 200;                  plant 192.0.2.15 zmap icmp -
    zmapFrom 192.0.2.16 -M udp -p 5060 --probe-args=text:OPTIONS -r 200
    plant 192.0.2.16 zmap udp 5060
    zmapFrom 192.0.2.17 -M udp -p 123 --probe-args=hex:1700032a00000000 -r 200
                       plant 192.0.2.17 zmap udp 123
    zmapFrom 192.0.2.18 -p 8443 -r 100 --seed=7 --shards=2 --shard=0
    plant 192.0.2.18 zmap-windows-shard-0-of-2 tcp 8443
    zmapFrom 192.0.2.19 -p 8443 -r 100 --seed=7 --shards=2 --shard=1
    plant 192.0.2.19 zmap-windows-shard-1-of-2 tcp 8443
    zmapFrom 192.0.2.20 -M tcp_synackscan -p 80 -r 200;           plant 192.0.2.20 zmap-synack tcp 80
    zmapFrom 192.0.2.21 -p 3389 -P 2 -r 200;                      plant 192.0.2.21 zmap-windows-twice tcp 3389
}

masscanFrom() {
    local source=$1
    shift
    inSender masscan --adapter v0 --adapter-ip "$source" --router-mac "$darkMac" --wait 1 "$@" $net
}

recordMasscan() {
    masscanFrom 192.0.2.30 -p2375,2376,4243 --rate 300;           plant 192.0.2.30 masscan tcp 2375,2376,4243
    masscanFrom 192.0.2.31 --ping --rate 200;                     plant 192.0.2.31 masscan icmp -
    masscanFrom 192.0.2.32 -p3389 --rate 300 --retries 2;         plant 192.0.2.32 masscan-retries tcp 3389
}

nmapFrom() {
    local source=$1
    shift
    inSender nmap -n -e v0 -S "$source" -T4 "$@" $net
}

recordNmap() {
    nmapFrom 192.0.2.40 -sn;                                      plant 192.0.2.40 nmap-discovery icmp+tcp 80,443
    nmapFrom 192.0.2.41 -Pn -sS -p 22;                            plant 192.0.2.41 nmap tcp 22
    nmapFrom 192.0.2.42 -Pn -sS -p 3306 --max-retries 0;          plant 192.0.2.42 nmap tcp 3306
}

recordHping() {
    inSender hping3 -q -I v0 -a 192.0.2.50 -S -p 5555 -c 200 -i u10000 --rand-dest 198.51.100.x
    plant 192.0.2.50 hping3 tcp 5555
}

recordScapy() {
    inSender env DARK_MAC="$darkMac" /usr/bin/python3 - <<'PY'
import os
from scapy.all import Ether, IP, TCP, UDP, sendp
targets = [f"198.51.100.{host}" for host in range(1, 101)]
link = Ether(dst=os.environ["DARK_MAC"])
sendp([link / IP(src="192.0.2.51", dst=target) / TCP(flags="S") for target in targets], iface="v0", inter=0.01)
sendp([link / IP(src="192.0.2.52", dst=target) / UDP() for target in targets], iface="v0", inter=0.01)
PY
    plant 192.0.2.51 scapy tcp 80
    plant 192.0.2.52 scapy udp 53
}

recordConnect() { # 100 targets at once, 8 s each: the kernel repeats the SYN meanwhile
    inSender bash -c 'for host in $(seq 1 100); do
        timeout 8 bash -c "exec 3<>/dev/tcp/198.51.100.$host/2222" & done; wait'
    plant 192.0.2.60 connect tcp 2222
}

recordPing() {
    inSender bash -c 'for host in $(seq 1 50); do ping -I 192.0.2.53 -c 1 -W 1 198.51.100.$host & done; wait'
    plant 192.0.2.53 ping icmp -
}

trap cleanUp EXIT
: > "$truth"
makeNetwork
ip netns exec "$dark" tcpdump -i v1 -w "$out" -U -s 0 dst net $net >/dev/null 2>&1 &
dump=$!
sleep 1
for tool in Zmap Masscan Nmap Hping Scapy Connect Ping; do record$tool; done
sleep 1
kill "$dump"
sleep 0.5
