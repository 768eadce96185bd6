#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second reading of captures, to hold the program's scans against.

Finds the scans of captures straight from the rules (docs: "What counts as what") in the plainest way:
the times of each source, kind and port sorted and cut at silences, for several sets of thresholds.
Compares the telescope, each scan, the ports, the totals and the three tools that one packet can prove.

    second_scans.py SWEEPSCOPE_CLI CAPTURE|FOLDER...      exit code 1 where the two differ
"""
import collections
import datetime
import ipaddress
import json
import subprocess
import sys

import second_reading

PROTOCOLS = {"syn": "tcp", "null": "tcp", "fin": "tcp", "xmas": "tcp", "udp": "udp",
             "icmp-request": "icmp"}
Thresholds = collections.namedtuple("Thresholds", "by expiry targets rate scope size large")

SETTINGS = [
    Thresholds("source-port", 480, 1, 0, "telescope", 2**32, 1.0),
    Thresholds("source", 480, 1, 0, "telescope", 2**32, 0.5),
    Thresholds("source-port", 60, 2, 0.5, "telescope", 2**32, 0.1),
    Thresholds("source", 3600, 3, 10, "internet", 3.79e9, 0.3),
    Thresholds("source-port", 90, 2, 1e5, "internet", 2**32, 0.25),
]

Probe = collections.namedtuple("Probe", "time source kind port target fits")


def fits(packet):
    """Per tool: whether the packet fits, None where it cannot be tested."""
    if len(packet.source) != 4:
        return {}
    source_port, port, sequence = packet.ports
    target = int.from_bytes(packet.target, "big")
    result = {"zmap": packet.ip_id == 54321} if packet.kind in ("syn", "udp", "icmp-request") else {}
    if packet.kind == "syn":
        result["mirai"] = sequence == target
        result["masscan"] = packet.ip_id == (target ^ port ^ sequence) & 0xffff
    return result


def probes_of(path):
    for link, data, time in second_reading.frames_of(path):
        packet = second_reading.packet_of(link, data)
        if packet.bin == "probe":
            port = 0 if packet.kind == "icmp-request" else packet.ports[1]
            yield Probe(time, packet.source, packet.kind, port, packet.target, fits(packet))


def tool_of(probes):
    """The first that 0.9 of the packets prove: of 3 at least, of 2 where the test has 32 bits."""
    for tool, least in (("mirai", 2), ("zmap", 3), ("masscan", 3)):
        tested = [probe.fits[tool] for probe in probes if tool in probe.fits]
        if len(tested) >= least and sum(tested) >= 0.9 * len(tested):
            return tool
    return None


def scans_of(probes, thresholds, telescope):
    groups = collections.defaultdict(list)
    for probe in probes:
        whole = thresholds.by == "source"
        what = (PROTOCOLS[probe.kind], None) if whole else (probe.kind, probe.port)
        groups[probe.source, *what].append(probe)
    for (source, kind, _), members in groups.items():
        members.sort(key=lambda probe: probe.time)
        start = 0
        for i in range(1, len(members) + 1):
            if i < len(members) and \
                    members[i].time - members[i - 1].time <= thresholds.expiry * 1_000_000_000:
                continue
            scan, start = members[start:i], i
            targets = len({probe.target for probe in scan})
            rate = len(scan) / max((scan[-1].time - scan[0].time) / 1e9, 1)
            judged = rate if thresholds.scope == "telescope" else rate * thresholds.size / telescope
            if targets >= thresholds.targets and judged >= thresholds.rate:
                yield source, kind, scan, targets, rate  # kind: the protocol where whole sources count


def stamp(time):
    seconds, rest = divmod(time, 1_000_000_000)
    text = (datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)).isoformat()
    return f"{text}.{rest:09d}"


def own_report(probes, thresholds):
    telescope = len({probe.target for probe in probes})
    scans, ports = collections.Counter(), collections.defaultdict(lambda: [0, 0, 0, 0, set()])
    totals = collections.Counter(scans=0, small=0, large=0, scan_packets=0)
    for source, kind, scan, targets, rate in scans_of(probes, thresholds, telescope):
        size = "large" if targets / telescope >= thresholds.large else "small"
        held = collections.Counter(probe.port for probe in scan)
        scans[(str(ipaddress.ip_address(source)), kind, tuple(sorted(held)), stamp(scan[0].time),
               stamp(scan[-1].time), len(scan), targets, size, f"{rate:.9g}", tool_of(scan))] += 1
        for port, packets in held.items():
            row = ports[PROTOCOLS[scan[0].kind], port]
            row[0] += 1
            row[1 + (size == "large")] += 1
            row[3] += packets
            row[4].add(source)
        totals.update({"scans": 1, size: 1, "scan_packets": len(scan)})
    totals["scan_sources"] = len({key[0] for key in scans})
    totals["probe_sources"] = len({probe.source for probe in probes})
    rows = {key: (*row[:4], len(row[4])) for key, row in ports.items()}
    return telescope, dict(totals), rows, scans


def program_report(program, path, thresholds):
    run = subprocess.run(
        [program, "analyze", "--quiet", "--scans", "--keep-dependent-ports", "--json", "-",
         "--by", thresholds.by, "--expiry", str(thresholds.expiry), "--min-targets", str(thresholds.targets),
         "--min-rate", str(thresholds.rate), "--rate-scope", thresholds.scope,
         "--internet-size", str(thresholds.size), "--large", f"{thresholds.large * 100}%", path],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if not run.stdout:
        return None
    report = json.loads(run.stdout)
    scans = collections.Counter()
    for scan in report["scans"]:
        times = [f"{scan[name][:-1]:0<29}" if "." in scan[name] else scan[name][:-1] + "." + "0" * 9
                 for name in ("first", "last")]
        tool = scan["tool"] if scan["tool"] in ("mirai", "zmap", "masscan") else None
        held = scan.get("ports", [scan.get("port")])
        what = scan["protocol" if thresholds.by == "source" else "kind"]
        scans[(scan["source"], what, tuple(held), *times, scan["packets"], scan["targets"],
               scan["size"], f"{scan['rate_pps']:.9g}", tool)] += 1
    rows = {(row["protocol"], row["port"]): tuple(row[name] for name in (
        "scans", "small", "large", "packets", "sources")) for row in report["ports"]}
    return report["telescope"]["addresses"], report["totals"], rows, scans


def differences(own, other):
    for name, here, there in zip(("telescope", "totals", "ports", "scans"), own, other):
        if here != there and isinstance(here, (collections.Counter, dict)):
            for key in sorted(set(here) | set(there), key=str):
                if here.get(key) != there.get(key):
                    yield f"{name} {key}: here {here.get(key)}, program {there.get(key)}"
        elif here != there:
            yield f"{name}: here {here}, program {there}"


def main():
    program, differing, compared, found = sys.argv[1], 0, 0, 0
    for path in second_reading.files_of(sys.argv[2:]):
        probes = list(probes_of(path))
        if any(probe.time is None for probe in probes):
            continue  # packets without a time make no scan
        for thresholds in SETTINGS:
            other = program_report(program, path, thresholds)
            if other is None:
                continue
            own = own_report(probes, thresholds)
            compared += 1
            found += own[1]["scans"]
            lines = list(differences(own, other))
            if lines:
                differing += 1
                print(path, thresholds, *lines[:6], sep="\n    ")
    print(f"{compared} reports compared, {found} scans, {differing} reports differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
