#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second reading of captures, to hold the program's accounting against.

Counts the frames of captures by bin and kind, straight from the rules (docs: "What counts as what")
and in the plainest way: one frame at a time, nothing shared with the program. Reads classic pcap and
pcapng, plain or packed (gzip, bzip2, xz; zstd and lz4 through their own programs).

    second_reading.py SWEEPSCOPE_CLI CAPTURE|FOLDER...      exit code 1 where the two differ
"""
import bz2
import collections
import gzip
import json
import lzma
import os
import struct
import subprocess
import sys

BINS = ["probe", "backscatter", "other", "fragment", "outside", "not_ip", "malformed",
        "unsupported_link"]

# ---- files into frames: (link type, bytes, time in ns) -------------------------------------------

PACKINGS = [
    (b"\x1f\x8b", gzip.open), (b"BZh", bz2.open), (b"\xfd7zXZ\0", lzma.open),
    (b"\x28\xb5\x2f\xfd", ["zstd", "-dcq"]), (b"\x04\x22\x4d\x18", ["lz4", "-dcq"]),
]


def content_of(path):
    with open(path, "rb") as file:
        data = file.read()
    for magic, unpack in PACKINGS:
        if data.startswith(magic):
            if isinstance(unpack, list):
                return subprocess.run(unpack, input=data, stdout=subprocess.PIPE, check=False).stdout
            unpacked = b""
            try:
                with unpack(path) as file:
                    while some := file.read1(65536):
                        unpacked += some
            except (EOFError, OSError, lzma.LZMAError):
                pass
            return unpacked
    return data


def pcap_frames(data):
    big = data[:4] in (b"\xa1\xb2\xc3\xd4", b"\xa1\xb2\x3c\x4d", b"\xa1\xb2\xcd\x34")
    order = ">" if big else "<"
    magic = struct.unpack(order + "I", data[:4])[0]
    modified, unit = magic == 0xa1b2cd34, 1 if magic == 0xa1b23c4d else 1000
    if len(data) < 24:
        return
    major, minor, snap, link = struct.unpack(order + "HH8xII", data[4:24])
    if major != 2:
        return
    header = 24 if modified else 16
    at = 24
    while len(data) - at >= header:
        seconds, part, captured, original = struct.unpack(order + "IIII", data[at:at + 16])
        if minor < 3 or (minor == 3 and captured > original):
            captured, original = original, captured
        if captured > max(min(snap, 16 << 20), 262144) or len(data) - at - header < captured:
            return
        time = seconds * 1_000_000_000 + part * unit
        yield link & 0x03ffffff, data[at + header:at + header + captured], time
        at += header + captured


def clock_of(options, order):
    """Ticks a second and the seconds that are added, of an interface description's options."""
    ticks, offset, at = 1_000_000, 0, 0
    while len(options) - at >= 4:
        code, length = struct.unpack(order + "HH", options[at:at + 4])
        value = options[at + 4:at + 4 + length]
        if code == 0:
            break
        if code == 9 and length == 1:
            ticks = 2 ** (value[0] & 0x7f) if value[0] & 0x80 else 10 ** value[0]
        if code == 14 and length == 8:
            offset = struct.unpack(order + "q", value)[0]
        at += 4 + (length + 3) // 4 * 4
    return ticks, offset


def pcapng_frames(data):
    at, order, interfaces = 0, "<", []
    while len(data) - at >= 12:
        if data[at:at + 4] == b"\x0a\x0d\x0d\x0a":
            order = ">" if data[at + 8:at + 12] == b"\x1a\x2b\x3c\x4d" else "<"
            interfaces = []
        kind, length = struct.unpack(order + "II", data[at:at + 8])
        if length < 12 or length % 4 or length > 16 << 20 or len(data) - at < length:
            return
        if struct.unpack(order + "I", data[at + length - 4:at + length])[0] != length:
            return
        body = data[at + 8:at + length - 4]
        at += length
        if kind == 1:
            if len(body) < 8:
                return
            interfaces.append(struct.unpack(order + "H2xI", body[:8]) +
                              clock_of(body[8:], order))
        elif kind in (2, 6):
            if len(body) < 20:
                return
            number = struct.unpack(order + ("I" if kind == 6 else "H"), body[:4 if kind == 6 else 2])[0]
            high, low, captured = struct.unpack(order + "III", body[4:16])
            if number >= len(interfaces) or captured > len(body) - 20:
                return
            _, _, ticks, offset = interfaces[number]
            time = offset * 1_000_000_000 + ((high << 32) + low) * 1_000_000_000 // ticks
            yield interfaces[number][0], body[20:20 + captured], time
        elif kind == 3:
            if len(body) < 4 or not interfaces:
                return
            original = struct.unpack(order + "I", body[:4])[0]
            captured = min(original, interfaces[0][1] or original)
            if captured > len(body) - 4:
                return
            yield interfaces[0][0], body[4:4 + captured], None


def frames_of(path):
    data = content_of(path)
    if data[:4] == b"\x0a\x0d\x0d\x0a":
        yield from pcapng_frames(data)
    elif data[:4] in (b"\xa1\xb2\xc3\xd4", b"\xd4\xc3\xb2\xa1", b"\xa1\xb2\x3c\x4d",
                      b"\x4d\x3c\xb2\xa1", b"\xa1\xb2\xcd\x34", b"\x34\xcd\xb2\xa1"):
        yield from pcap_frames(data)


# ---- frames into IP packets ----------------------------------------------------------------------

class Cut(Exception):
    """The headers are not whole, or contradict one another."""


class NotIp(Exception):
    pass


class Unsupported(Exception):
    pass


def take(data, at, count):
    if len(data) - at < count:
        raise Cut
    return data[at:at + count]


def u16(data, at):
    return struct.unpack(">H", take(data, at, 2))[0]


def by_ethertype(data, at, kind):
    """Gives (version or None, offset)."""
    while True:
        if kind == 0x0800:
            return 4, at
        if kind == 0x86dd:
            return 6, at
        if kind in (0x8100, 0x88a8, 0x9100, 0x9200):
            kind, at = u16(take(data, at, 4), 2), at + 4
        elif kind in (0x8926, 0x893f):
            length = 6 if kind == 0x8926 else 8
            kind, at = u16(take(data, at, length), length - 2), at + length
        elif kind in (0x8847, 0x8848):
            while not take(data, at, 4)[2] & 1:
                at += 4
            return None, at + 4
        elif kind == 0x8864:
            if take(data, at, 6)[1] != 0:
                raise NotIp
            return ppp(data, at + 6)
        elif kind < 0x0600:
            return llc(data, at)
        else:
            raise NotIp


def llc(data, at):
    if take(data, at, 3) == b"\xaa\xaa\x03":
        return by_ethertype(data, at + 8, u16(take(data, at, 8), 6))
    if data[at:at + 2] == b"\x06\x06":
        return 4, at + 3
    raise NotIp


def ppp(data, at):
    if data[at:at + 2] == b"\xff\x03":
        at += 2
    first = take(data, at, 1)[0]
    number, at = (first, at + 1) if first & 1 else (u16(data, at), at + 2)
    if number == 0x21:
        return 4, at
    if number == 0x57:
        return 6, at
    if number == 0x281:
        while not take(data, at, 4)[2] & 1:
            at += 4
        return None, at + 4
    raise NotIp


def loopback(data):
    little = struct.unpack("<I", take(data, 0, 4))[0]
    family = little if little < 65536 else struct.unpack(">I", data[:4])[0]
    if family == 2:
        return 4, 4
    if family in (10, 24, 28, 30):
        return 6, 4
    if family & 0xffff >= 0x0600:
        return by_ethertype(data, 4, family & 0xffff)
    raise NotIp


def cooked(data, type_at, header):
    take(data, 0, header)
    kind = u16(data, type_at)
    if kind < 0x0600:
        raise NotIp
    return by_ethertype(data, header, kind)


def wireless(data, at):
    control, flags = take(data, at, 2)
    if control & 0x0c != 0x08 or control & 0x40 or flags & 0x40:
        raise NotIp
    length = 24 + (6 if flags & 3 == 3 else 0)
    if control & 0x80:
        length += 2 + (4 if flags & 0x80 else 0)
    return llc(data, at + length)


def network(link, data):
    if link == 1:
        return by_ethertype(data, 14, u16(take(data, 0, 14), 12))
    if link in (12, 14, 101):
        return None, 0
    if link in (228, 229):
        return (4 if link == 228 else 6), 0
    if link in (0, 108):
        return loopback(data)
    if link == 113:
        return cooked(data, 14, 16)
    if link == 276:
        return cooked(data, 0, 20)
    if link == 9:
        return ppp(data, 0)
    if link == 50:
        return by_ethertype(data, 4, u16(take(data, 0, 4), 2)) if data[:1] in (b"\x0f", b"\x8f") \
            else ppp(data, 0)
    if link == 51:
        if take(data, 0, 6)[1] != 0:
            raise NotIp
        return ppp(data, 6)
    if link == 104:
        return by_ethertype(data, 4, u16(take(data, 0, 4), 2))
    if link == 105:
        return wireless(data, 0)
    if link == 127:
        return wireless(data, struct.unpack("<H", take(data, 0, 4)[2:])[0])
    if link == 192:
        length, inner = struct.unpack("<2xHI", take(data, 0, 8))
        if length < 8 or length > len(data):
            raise Cut
        version, offset = network(inner, data[length:])
        return version, offset + length
    if link == 197:
        at, kind = 16, take(data, 0, 16)[8]
        more = kind & 0x80
        while more:
            more = take(data, at, 8)[0] & 0x80
            at += 8
        kind &= 0x7f
        at += 4 if kind in (5, 17) else 0
        if kind in (2, 11, 16, 20):
            return by_ethertype(data, at + 16, u16(take(data, at + 2, 14), 12))
        if kind in (1, 5, 10, 15, 17, 19):
            take(data, at, 1)
            return by_ethertype(data, at + 4, u16(take(data, at, 4), 2)) \
                if data[at] in (0x0f, 0x8f) else ppp(data, at)
        if kind in (22, 23):
            return None, at
        raise NotIp
    raise Unsupported


# ---- IP packets into kinds -----------------------------------------------------------------------

ANSWERING = {17, 19, 53, 69, 111, 123, 137, 161, 389, 427, 500, 520, 1194, 1434, 1900, 3283, 3478,
             3702, 5060, 5353, 5683, 10001, 11211}
FIN, SYN, RST, PSH, ACK, URG = 1, 2, 4, 8, 16, 32
NO_PORTS = (0, 0, 0)

# kind is "-" and the rest empty where the frame has no such thing
Packet = collections.namedtuple("Packet", "bin kind source target ip_id ports",
                                defaults=("-", None, None, None, NO_PORTS))


def tcp_kind(flags):
    flags &= 0x3f
    if flags & SYN and not flags & (ACK | RST | FIN):
        return "probe", "syn"
    if flags == 0:
        return "probe", "null"
    if flags == FIN:
        return "probe", "fin"
    if flags == FIN | PSH | URG:
        return "probe", "xmas"
    if flags & RST:
        return "backscatter", "rst"
    if flags & SYN and flags & ACK:
        return "backscatter", "synack"
    return "other", "tcp"


def transport_kind(protocol, version, data, claimed, has_more):
    """`data`: what was captured of the IP payload; `claimed`: its length as the header says. Gives
    bin, kind, and the ports and sequence number that the kind has."""
    if protocol == 6:
        take(data, 0, 14)
        header = (data[12] >> 4) * 4
        if header < 20 or (header > claimed and not has_more):
            raise Cut
        return *tcp_kind(data[13]), struct.unpack(">HHI", data[:8])
    if protocol == 17:
        source, target, length = struct.unpack(">HHH", take(data, 0, 8)[:6])
        if 0 < length < 8:
            raise Cut
        if source in ANSWERING and target not in ANSWERING:
            return "backscatter", "udp-answer", (source, target, 0)
        return "probe", "udp", (source, target, 0)
    if protocol == 1 and version == 4:
        kind = take(data, 0, 2)[0]
        if kind in (8, 13, 15, 17):
            return "probe", "icmp-request", NO_PORTS
        if kind in (0, 3, 4, 5, 11, 12, 14, 16, 18):
            return "backscatter", "icmp-answer", NO_PORTS
        return "other", "icmp", NO_PORTS
    if protocol == 58 and version == 6:
        kind = take(data, 0, 2)[0]
        if kind == 128:
            return "probe", "icmp-request", NO_PORTS
        if kind in (1, 2, 3, 4, 129):
            return "backscatter", "icmp-answer", NO_PORTS
        return "other", "icmp", NO_PORTS
    return "other", "ip", NO_PORTS


def ipv4_packet(data):
    take(data, 0, 20)
    header = (data[0] & 15) * 4
    total = u16(data, 2) or len(data)
    if data[0] >> 4 != 4 or header < 20 or len(data) < header or total < header:
        raise Cut
    fragment = u16(data, 6)
    if fragment & 0x1fff:
        return Packet("fragment")
    where, kind, ports = transport_kind(data[9], 4, data[header:total], total - header,
                                        bool(fragment & 0x2000))
    return Packet(where, kind, data[12:16], data[16:20], u16(data, 4), ports)


def ipv6_packet(data):
    take(data, 0, 40)
    if data[0] >> 4 != 6:
        raise Cut
    total = 40 + u16(data, 4) if u16(data, 4) else len(data)
    data, at, protocol, has_more = data[:total], 40, data[6], False
    source, target = data[8:24], data[24:40]
    while protocol in (0, 43, 44, 51, 60, 135, 139, 140):
        take(data, at, 8)
        if protocol == 44:
            if u16(data, at + 2) & 0xfff8:
                return Packet("fragment")
            has_more = bool(u16(data, at + 2) & 1)
            length = 8
        else:
            length = (data[at + 1] + 2) * 4 if protocol == 51 else (data[at + 1] + 1) * 8
        take(data, at, length)
        protocol, at = data[at], at + length
    where, kind, ports = transport_kind(protocol, 6, data[at:], total - at, has_more)
    return Packet(where, kind, source, target, None, ports)


def packet_of(link, data):
    try:
        version, at = network(link, data)
        if version is None:
            version = take(data, at, 1)[0] >> 4
            if version not in (4, 6):
                return Packet("not_ip")
        return ipv4_packet(data[at:]) if version == 4 else ipv6_packet(data[at:])
    except Cut:
        return Packet("malformed")
    except NotIp:
        return Packet("not_ip")
    except Unsupported:
        return Packet("unsupported_link")


# ---- the comparison ------------------------------------------------------------------------------

def files_of(paths):
    for path in paths:
        if not os.path.isdir(path):
            yield path
            continue
        for folder, _, names in sorted(os.walk(path)):
            yield from (os.path.join(folder, name) for name in sorted(names)
                        if not name.endswith((".md", ".mmdb", ".json")))


def main():
    program, differing, read, total = sys.argv[1], 0, 0, collections.Counter()
    for path in files_of(sys.argv[2:]):
        own = collections.Counter(packet_of(link, data).bin for link, data, _ in frames_of(path))
        run = subprocess.run([program, "analyze", "--quiet", "--json", "-", path],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        bins = json.loads(run.stdout)["accounting"] if run.stdout else {}
        read += bool(run.stdout)
        total.update(own)
        if any(own[name] != bins.get(name, 0) for name in BINS):
            differing += 1
            print(path)
            print("    here:   ", {name: own[name] for name in BINS if own[name]})
            print("    program:", {name: bins[name] for name in bins if bins[name]} or
                  run.stderr.decode().strip())
    print(f"{read} captures read, {sum(total.values())} frames, {differing} captures differ;",
          {name: total[name] for name in BINS})
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
