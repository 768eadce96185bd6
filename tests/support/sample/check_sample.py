#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a sample capture against its truth file, with tshark as the only reader.

Usage: check_sample.py CAPTURE.pcap.gz TRUTH.json

Nothing of the generator is used here: packets are binned, keyed and counted anew from tshark's
fields, and the marks of the tools are computed from the packets.
"""

import collections
import ipaddress
import json
import subprocess
import sys

FIELDS = ("frame.time_epoch frame.len frame.cap_len eth.src eth.dst eth.type ip.src ip.dst ip.proto "
          "ip.hdr_len ip.len ip.id ip.ttl ip.flags.df ip.frag_offset ip.checksum.status "
          "tcp.srcport tcp.dstport tcp.flags tcp.seq_raw tcp.ack_raw tcp.window_size_value "
          "tcp.options tcp.checksum.status udp.srcport udp.dstport udp.checksum.status "
          "icmp.type icmp.checksum.status ipv6.src ipv6.dst ipv6.nxt icmpv6.type "
          "icmpv6.checksum.status arp.src.hw_mac arp.dst.proto_ipv4 _ws.malformed").split()
CHECKSUMS = ["ip.checksum.status", "tcp.checksum.status", "udp.checksum.status",
             "icmp.checksum.status", "icmpv6.checksum.status"]
BAD = "0"

ANSWERING = {17, 19, 53, 69, 111, 123, 137, 161, 389, 427, 500, 520, 1194, 1434, 1900, 3283, 3478,
             3702, 5060, 5353, 5683, 10001, 11211}
LINK_HEADER = 14
SHORTEST = {6: 14, 17: 8, 1: 2}  # bytes that must be captured, by protocol

failures = []


def check(holds, what):
    print(("ok    " if holds else "WRONG ") + what)
    if not holds:
        failures.append(what)


def packets(capture):
    """One dictionary of fields a frame; of repeated fields all values, by comma."""
    command = ["tshark", "-r", capture, "-T", "fields", "-E", "separator=/t", "-E", "occurrence=a"]
    for protocol in ("ip", "tcp", "udp"):
        command += ["-o", protocol + ".check_checksum:TRUE"]
    for field in FIELDS:
        command += ["-e", field]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as tshark:
        for line in tshark.stdout:
            yield dict(zip(FIELDS, line.rstrip("\n").split("\t")))


def number(packet, field):
    """The first value of a field: the outer header's."""
    return int(packet[field].split(",")[0], 0)


def tcpKind(flags):
    flags &= 0x3f
    if flags & 0x04:
        return "rst"
    if flags & 0x12 == 0x12:
        return "synack"
    if flags & 0x02 and not flags & 0x11:
        return "syn"
    return {0x00: "null", 0x01: "fin", 0x29: "xmas"}.get(flags, "tcp")


def icmpKind(kind, requests, answers):
    return "icmp-request" if kind in requests else "icmp-answer" if kind in answers else "icmp"


def kindAndPort(packet, protocol):
    """Kind and the port it is keyed by."""
    if protocol == 6:
        kind = tcpKind(number(packet, "tcp.flags"))
        return kind, number(packet, "tcp.srcport" if kind in ("rst", "synack") else "tcp.dstport")
    if protocol == 17:
        source, target = number(packet, "udp.srcport"), number(packet, "udp.dstport")
        isAnswer = source in ANSWERING and target not in ANSWERING
        return ("udp-answer", source) if isAnswer else ("udp", target)
    if protocol == 1:
        return icmpKind(number(packet, "icmp.type"), {8, 13, 15, 17},
                        {0, 3, 4, 5, 11, 12, 14, 16, 18}), 0
    if protocol == 58:
        return icmpKind(number(packet, "icmpv6.type"), {128}, {1, 2, 3, 4, 129}), 0
    return "ip", 0


def isMalformed(packet):
    captured = number(packet, "frame.cap_len") - LINK_HEADER
    if captured < 20 or not packet["ip.src"] or number(packet, "ip.hdr_len") < 20:
        return True
    if number(packet, "ip.len") < number(packet, "ip.hdr_len"):
        return True
    return captured - 20 < SHORTEST.get(number(packet, "ip.proto"), 0)


def dissect(packet):
    """(bin, kind, source, target, port) of a frame."""
    etherType = number(packet, "eth.type")
    if etherType == 0x86dd:
        kind, port = kindAndPort(packet, number(packet, "ipv6.nxt"))
        return "outside", kind, packet["ipv6.src"], packet["ipv6.dst"], port
    if etherType != 0x0800:
        return "not_ip", "", packet["arp.src.hw_mac"], packet["arp.dst.proto_ipv4"], 0
    source, target = (packet["ip." + end].split(",")[0] for end in ("src", "dst"))
    if isMalformed(packet):
        return "malformed", "", source, target, 0
    if number(packet, "ip.frag_offset") > 0:
        return "fragment", "", source, target, 0
    kind, port = kindAndPort(packet, number(packet, "ip.proto"))
    if not 112 <= int(target.split(".")[2]) < 128 or not target.startswith("203.0."):
        return "outside", kind, source, target, port
    bins = {"rst": "backscatter", "synack": "backscatter", "udp-answer": "backscatter",
            "icmp-answer": "backscatter", "tcp": "other", "icmp": "other", "ip": "other"}
    return bins.get(kind, "probe"), kind, source, target, port


class Seen:
    """What one source sent of one bin and kind."""

    def __init__(self):
        self.packets = []
        self.ports = collections.defaultdict(lambda: [0, set()])

    def add(self, packet, target, port):
        self.packets.append(packet)
        self.ports[port][0] += 1
        self.ports[port][1].add(target)

    def asTruth(self):
        times = [timeOfDay(packet) for packet in self.packets]
        targets = set().union(*(targets for _, targets in self.ports.values()))
        return {"packets": len(self.packets), "targets": len(targets),
                "ports": {str(port): [count, len(targets)]
                          for port, (count, targets) in self.ports.items()},
                "first": min(times), "last": max(times)}


def timeOfDay(packet):
    second, fraction = packet["frame.time_epoch"].split(".")
    left = int(second) - 1773100800
    return f"{left // 3600:02}:{left // 60 % 60:02}:{left % 60:02}.{fraction[:6]}"


def host(packet):
    """The target's address as a number."""
    octets = packet["ip.dst"].split(",")[0].split(".")
    return int.from_bytes(bytes(map(int, octets)), "big")


def network(source, length):
    return ipaddress.ip_network((source, length), strict=False)


def isMasscan(packet):
    mixed = host(packet) ^ number(packet, "tcp.dstport") ^ number(packet, "tcp.seq_raw")
    return number(packet, "ip.id") == mixed & 0xffff


def unicornscanKey(packet):
    swapped = int.from_bytes(host(packet).to_bytes(4, "little"), "big")
    ports = number(packet, "tcp.dstport") << 16 | number(packet, "tcp.srcport")
    return number(packet, "tcp.seq_raw") ^ swapped ^ ports


def nmapValue(packet):
    sequence = number(packet, "tcp.seq_raw")
    return sequence >> 16 ^ sequence & 0xffff


def isNewZmap(packet):
    return (number(packet, "tcp.window_size_value") == 65535 and number(packet, "ip.ttl") <= 64
            and packet["ip.flags.df"] in ("0", "False")
            and 32768 <= number(packet, "tcp.srcport") <= 61000 and packet["tcp.options"] != "")


def isHping(packet):
    return (number(packet, "tcp.window_size_value") == 512 and number(packet, "tcp.ack_raw") != 0)


def isScapy(packet):
    return number(packet, "ip.id") == 1


PER_PACKET = {"zmap": lambda packet: number(packet, "ip.id") == 54321,
              "masscan": isMasscan,
              "mirai": lambda packet: number(packet, "tcp.seq_raw") == host(packet),
              "zmap-4.1-like": isNewZmap, "hping3": isHping, "scapy": isScapy}


def checkTools(members, seen):
    """Every packet of a member bears its tool's mark; nobody else's does but by chance."""
    marked = collections.Counter()
    for member, key in members:
        if member["kind"] != "syn" and member["tool"] != "zmap":
            continue
        rule = PER_PACKET.get(member["tool"])
        if rule and ":" not in member["source"]:
            fits = sum(map(rule, seen[key].packets))
            marked[member["tool"]] += fits
            if fits != member["packets"]:
                check(False, f"{fits} of {member['packets']} fit {member['tool']}: {key}")
    for tool, count in sorted(marked.items()):
        check(True, f"{count} packets bear the mark of {tool}, all of its members'")
    return marked


def checkPairs(members, seen):
    for member, key in members:
        if member["tool"] == "unicornscan":
            check(len(set(map(unicornscanKey, seen[key].packets))) == 1, f"one Unicornscan key: {key}")
        if member["tool"] == "nmap":
            values = len(set(map(nmapValue, seen[key].packets)))
            groups = -(-member["targets"] // 1024)
            check(values == groups, f"{values} Nmap mask(s) for {member['targets']} targets: {key}")


def checkCampaigns(members, seen):
    shards = [seen[key] for member, key in members if member["population"] == "campaign-1"]
    targets = [set().union(*(t for _, t in shard.ports.values())) for shard in shards]
    sources = [key[0] for member, key in members if member["population"] == "campaign-1"]
    check(len({network(source, 27) for source in sources}) == 1, "campaign 1: sources of one /27")
    check(len(shards) == 8 and len(set().union(*targets)) == sum(map(len, targets)) == 4096,
          "campaign 1: 8 sources, disjoint targets, together the whole telescope")
    farm = [key[0] for member, key in members if member["population"] == "campaign-2"]
    check(len(farm) == 14 and len({network(source, 22) for source in farm}) == 1,
          "campaign 2: 14 sources of one /22")
    known = [key[0] for member, key in members
             if member["population"] in ("campaign-1", "campaign-2", "decoy")]
    apart = {network(source, 16) for source in known}
    check(len(known) == 32 and len(apart) == 12, "10 decoys of networks of their own")


def checkTargetPorts(members, seen):
    keys = [key for member, key in members if member["population"] == "target-ports"]
    holds = all(number(packet, "tcp.dstport") - (host(packet) >> 8 & 6) in (17128, 17136)
                for key in keys for packet in seen[key].packets)
    check(holds, f"{len(keys)} sources whose port depends on the target")


def hasThirtyInAMinute(seen):
    times = sorted(float(packet["frame.time_epoch"]) for packet in seen.packets)
    return any(late - early <= 60 for early, late in zip(times, times[29:]))


def checkVictims(members, seen):
    victims = [seen[key] for member, key in members if member["population"] == "flood-victim"]
    heavy = sum(hasThirtyInAMinute(victim) for victim in victims)
    check(heavy >= 10, f"{heavy} of {len(victims)} victims send 30 packets within 60 s")


def printScans(members, seen):
    """Scans as the 2014 paper counts them: one source, kind and port, 480 s, 100 targets."""
    scans = collections.Counter()
    for member, key in members:
        if key[1] != "probe":
            continue
        visits = collections.defaultdict(list)
        for packet in seen[key].packets:
            port = kindAndPort(packet, number(packet, "ip.proto"))[1]
            visits[port].append((round(float(packet["frame.time_epoch"]) * 1e6), host(packet)))
        for ofPort in visits.values():
            for targets in scanTargets(sorted(ofPort)):
                size = "large" if targets >= 0.1 * 4096 else "small"
                scans[member["tool"], size] += targets >= 100
    print("scans of 100 targets or more", sum(scans.values()),
          {" ".join(name): count for name, count in sorted(scans.items()) if count})


def scanTargets(visits):
    """The number of distinct targets of each run without a silence longer than 480 s."""
    targets, last = set(), visits[0][0]
    for time, target in visits:
        if time - last > 480_000_000:
            yield len(targets)
            targets = set()
        targets.add(target)
        last = time
    yield len(targets)


def checkTotals(truth, bins, late, frames):
    check(frames == truth["frames"], f"{frames} frames")
    found = {name: bins[name] for name in truth["bins"]}
    check(found == truth["bins"], f"bins {found}")
    check(len(late) == truth["late_frames"], f"{len(late)} frames after younger ones")
    check(max(late) == truth["most_late_us"], f"the latest by {max(late)} us")


def checkMembers(truth, seen):
    members = [(member, (member["source"], member["bin"], member["kind"]))
               for member in truth["members"]]
    # the sources of broken frames need not be legible
    legible = [(member, key) for member, key in members if key[1] != "malformed"]
    wrong = [key for member, key in legible
             if key not in seen or any(member[name] != value
                                       for name, value in seen[key].asTruth().items())]
    check(not wrong, f"{len(legible)} members: packets, targets, ports, first and last {wrong[:3]}")
    found = {key for key in seen if key[1] != "malformed"}
    check({key for _, key in legible} == found and len(found) == len(legible),
          f"{len(found)} (source, bin, kind) in the capture, each planted once")
    return members


def main():
    truth = json.load(open(sys.argv[2]))
    seen = collections.defaultdict(Seen)
    bins, protocols, noted = collections.Counter(), collections.Counter(), collections.Counter()
    late, before, marked54321 = [], 0, 0
    for packet in packets(sys.argv[1]):
        now = round(float(packet["frame.time_epoch"]) * 1e6)
        late += [before - now] if now < before else []
        before = now
        name, kind, source, target, port = dissect(packet)
        bins[name] += 1
        seen[source, name, kind].add(packet, target, port)
        protocols[packet["ip.proto"].split(",")[0] or packet["eth.type"]] += 1
        marked54321 += packet["ip.id"].split(",")[0] not in ("",) and number(packet, "ip.id") == 54321
        if name != "malformed":
            noted["marked malformed by tshark"] += packet["_ws.malformed"] != ""
            noted["with a bad checksum"] += any(BAD in packet[field].split(",")
                                                for field in CHECKSUMS)
        noted["pairs of addresses " + packet["eth.src"] + " " + packet["eth.dst"]] += 1
    checkTotals(truth, bins, late, sum(bins.values()))
    for problem in ("marked malformed by tshark", "with a bad checksum"):
        check(noted[problem] == 0, f"{noted[problem]} frames {problem}, but for those planted broken")
    check(sum(key.startswith("pairs") for key in noted) == 1, "one pair of Ethernet addresses")
    members = checkMembers(truth, seen)
    marked = checkTools(members, seen)
    chance = marked54321 - marked["zmap"]
    check(0 <= chance < 10, f"IP ID 54321: {marked54321}, of which {chance} by chance")
    checkPairs(members, seen)
    checkCampaigns(members, seen)
    checkTargetPorts(members, seen)
    checkVictims(members, seen)
    printScans(members, seen)
    print("by protocol", dict(protocols))
    sys.exit(1 if failures else 0)


main()
