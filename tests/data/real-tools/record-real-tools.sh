#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Records a capture of real scanning tools (zmap, masscan, nmap, hping3) sweeping a /24 that lives
# in a network namespace made here. Nothing leaves the two namespaces. Usage: record-real-tools.sh OUT.pcap
# Needs root and: iproute2 tcpdump zmap masscan nmap hping3. Writes OUT.pcap and OUT.truth.tsv (source, tool, proto, ports).
set -euo pipefail
ZMAP=${ZMAP:-zmap}; MASSCAN=${MASSCAN:-masscan}; ZMAP_ARGS=${ZMAP_ARGS:-}  # other builds of the two can be named
out=$1; net=198.51.100.0/24; s=ss$$; t=st$$
ip netns add $s; ip netns add $t
trap 'kill $dump 2>/dev/null || true; ip netns del $s 2>/dev/null || true; ip netns del $t 2>/dev/null || true' EXIT
ip link add v0 netns $s type veth peer name v1 netns $t
for n in $s:v0 $t:v1; do ip -n ${n%:*} link set lo up; ip -n ${n%:*} link set ${n#*:} up; done
ip -n $t addr add 192.0.2.1/24 dev v1; ip -n $t route add local $net dev lo; ip -n $t route add default dev v1
for i in $(seq 10 40); do ip -n $s addr add 192.0.2.$i/24 dev v0; done
ip -n $s route add $net via 192.0.2.1
ip netns exec $t sh -c 'echo 0 > /proc/sys/net/ipv4/icmp_echo_ignore_all' || true
mac=$(ip netns exec $t cat /sys/class/net/v1/address); smac=$(ip netns exec $s cat /sys/class/net/v0/address)
for i in $(seq 10 40); do ip -n $t neigh replace 192.0.2.$i lladdr $smac dev v1; done
ip -n $s neigh replace 192.0.2.1 lladdr $mac dev v0
ip netns exec $t tcpdump -i v1 -w "$out" -U -s 0 dst net $net >/dev/null 2>&1 & dump=$!
sleep 1
in_s() { timeout 90 ip netns exec $s "$@" >/dev/null 2>&1 || true; }
truth() { printf '%s\t%s\t%s\t%s\n' "$@" >> "${out%.pcap}.truth.tsv"; }
: > "${out%.pcap}.truth.tsv"
zm() { in_s "$ZMAP" -q -i v0 -G $mac -b /dev/null --cooldown-time=1 $ZMAP_ARGS -o /dev/null "$@" $net; }
zm -S 192.0.2.10 -p 23 -r 400;                         truth 192.0.2.10 zmap tcp 23
zm -S 192.0.2.11 -p 445 -r 100;                        truth 192.0.2.11 zmap tcp 445
zm -S 192.0.2.12 -M icmp_echoscan -r 200;              truth 192.0.2.12 zmap icmp -
zm -S 192.0.2.13 -M udp -p 53 --probe-args=text:hi -r 200; truth 192.0.2.13 zmap udp 53
ms() { in_s "$MASSCAN" --adapter v0 --router-mac $mac --wait 1 "$@" $net; }
ms --adapter-ip 192.0.2.20 -p80,443,8080 --rate 300;   truth 192.0.2.20 masscan tcp 80,443,8080
ms --adapter-ip 192.0.2.21 -p3389 --rate 60;           truth 192.0.2.21 masscan tcp 3389
ms --adapter-ip 192.0.2.22 -pU:161 --rate 200;         truth 192.0.2.22 masscan udp 161
nm() { in_s nmap -n -Pn --max-retries 0 --min-rate 200 -e v0 "$@" $net; }
nm -S 192.0.2.30 -sS -p 22;                            truth 192.0.2.30 nmap tcp 22
nm -S 192.0.2.31 -sF -p 139;                           truth 192.0.2.31 nmap-fin tcp 139
nm -S 192.0.2.32 -sX -p 135;                           truth 192.0.2.32 nmap-xmas tcp 135
nm -S 192.0.2.33 -sN -p 111;                           truth 192.0.2.33 nmap-null tcp 111
nm -S 192.0.2.34 -sU -p 123;                           truth 192.0.2.34 nmap udp 123
nm -S 192.0.2.35 -sS --top-ports 20;                   truth 192.0.2.35 nmap tcp top20
hp() { for d in $(seq 1 200); do echo 198.51.100.$d; done | xargs -P 4 -I{} timeout 2 ip netns exec $s hping3 -q -c 1 "$@" {} >/dev/null 2>&1 || true; }
hp -a 192.0.2.36 -S -p 5555;                           truth 192.0.2.36 hping3 tcp 5555
hp -a 192.0.2.37 -S -A -s 80 -p 17130;                 truth 192.0.2.37 backscatter tcp 17130
hp -a 192.0.2.38 -R -s 443 -p 33960;                   truth 192.0.2.38 backscatter tcp 33960
in_s sh -c 'for d in $(seq 1 250); do (exec 3<>/dev/tcp/198.51.100.$d/2323) 2>/dev/null; done' || true
in_s bash -c 'for d in $(seq 1 250); do timeout 1 bash -c "exec 3<>/dev/tcp/198.51.100.$d/2323" ; done'; truth 192.0.2.10 connect tcp 2323
sleep 1; kill $dump; sleep 0.5
