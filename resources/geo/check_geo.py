#!/usr/bin/python3
"""check_geo.py SOURCES COUNTRY_CODES DATABASE

Compares a built database with the text sources it was made from (see text_sources.sh), at random
addresses, at the edges of random source ranges, and at a few well known addresses. The rules of
README.md are written down here a second time, address by address, so that a slip in build_geo.pl's
merging of ranges shows. Exits with 1 if an answer differs from what the rules ask for.
"""

import bisect
import ipaddress
import os
import random
import sys
import unicodedata
from calendar import timegm
from collections import Counter
from time import strptime

import maxminddb

SEED = 20260625
RANDOM_IPV4 = 40_000  # over all of IPv4
RANDOM_IPV6 = 10_000  # over 2000::/3, most of which is not in use
RANGES_IPV4 = 10_000  # of each source; four addresses are asked about each
RANGES_IPV6 = 5_000
LARGEST = 16 * 1024 * 1024
SHOWN = 10  # mismatches printed

WELL_KNOWN = [
    ("8.8.8.8", "US", 15169),
    ("1.1.1.1", None, 13335),  # anycast; the sources give its holder's country
    ("193.0.6.139", "NL", 3333),
    ("2001:4860:4860::8888", "US", 15169),
    ("2001:67c:2e8:22::c100:68b", "NL", 3333),
    ("::ffff:8.8.8.8", "US", 15169),
    ("2002:808:808::1", "US", 15169),
]

# Special-purpose networks (the registries of RFC 6890), for which the database has no answer.
RESERVED = [
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/29"
        " 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24"
        " 224.0.0.0/3 100::/64 2001::/23 2001:db8::/32 fc00::/7 fe80::/10 ff00::/8"
    ).split()
]

REGIONS = {"AP", "EU"}
SAME_COUNTRY = {"UK": "GB"}


class TorRanges:
    """The ranges of one file of tor-geoipdb."""

    def __init__(self, path, to_number):
        self.ranges = []
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith("#"):
                    first, last, code = line.strip().split(",")
                    self.ranges.append((to_number(first), to_number(last), code))
        self.ranges.sort()
        self.firsts = [first for first, _, _ in self.ranges]

    def code(self, number):
        at = bisect.bisect_right(self.firsts, number) - 1
        if at < 0 or number > self.ranges[at][1]:
            return None
        return self.ranges[at][2]


class Location:
    """The networks of one address family in a location dump, by prefix length."""

    def __init__(self, bits):
        self.bits = bits
        self.by_length = {}
        self.ranges = []

    def add(self, network, code, number):
        first = int(network.network_address)
        networks = self.by_length.setdefault(network.prefixlen, {})
        networks[first >> (self.bits - network.prefixlen)] = (code, number)
        self.ranges.append((first, int(network.broadcast_address)))

    def look_up(self, address):
        """Country code and AS number of the longest match; None for each that is missing."""
        for length in sorted(self.by_length, reverse=True):
            found = self.by_length[length].get(address >> (self.bits - length))
            if found:
                return found
        return None, None


def read_location(path):
    """Both families and the AS names."""
    families = {4: Location(32), 6: Location(128)}
    names = {}
    with open(path, encoding="utf-8") as text:
        for paragraph in text.read().split("\n\n"):
            fields = dict(
                line.split(":", 1) for line in paragraph.split("\n") if line and line[0] != "#"
            )
            fields = {name: value.strip() for name, value in fields.items()}
            if "name" in fields:
                names[int(fields["aut-num"][2:])] = fields["name"]
            elif "net" in fields:
                network = ipaddress.ip_network(fields["net"])
                number = fields.get("aut-num")
                families[network.version].add(
                    network, fields.get("country"), int(number) if number else None
                )
    return families, names


def date_of(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# Generated:"):
                return timegm(strptime(line[12:].strip(), "%a, %d %b %Y %H:%M:%S GMT"))
    raise ValueError(f"{path}: no date")


def clean(name):
    kept = "".join(letter for letter in name if unicodedata.category(letter) != "Cc")
    return " ".join(kept.split())


class Sources:
    def __init__(self, folder, country_codes):
        self.tor = {
            4: TorRanges(f"{folder}/geoip", int),
            6: TorRanges(f"{folder}/geoip6", lambda text: int(ipaddress.IPv6Address(text))),
        }
        self.location, self.names = read_location(f"{folder}/location.txt")
        self.newest = max(date_of(f"{folder}/{name}") for name in ("geoip", "location.txt"))
        with open(country_codes, encoding="utf-8") as lines:
            self.countries = {
                code for line in lines if line[0] != "#" for code in line.split()
            }

    def country(self, *codes):
        for code in codes:
            code = SAME_COUNTRY.get(code, code)
            if code in self.countries:
                return code
            if code in REGIONS:
                return None
        return None

    def raw(self, address):
        """What the sources say, word for word: tor's code, libloc's code, libloc's AS number."""
        code, number = self.location[address.version].look_up(int(address))
        return self.tor[address.version].code(int(address)), code, number

    def expected(self, address):
        """Country, AS number and AS name by the rules."""
        address = answered_as(address)
        if any(address in network for network in RESERVED):
            return None, None, None
        tor_code, code, number = self.raw(address)
        name = clean(self.names.get(number, "")) or None
        return self.country(tor_code, code), number, name


def answered_as(address):
    """The address whose answer this one gets: that of the IPv4 address inside, or of its /48."""
    if address.version == 4:
        return address
    number = int(address)
    if number >> 112 == 0x2002:
        return ipaddress.IPv4Address(number >> 80 & 0xFFFFFFFF)
    if number >> 96 in (0x20010000, 0) or number >> 32 == 0xFFFF:
        shift = 64 if number >> 96 == 0x20010000 else 0
        return ipaddress.IPv4Address(number >> shift & 0xFFFFFFFF)
    return ipaddress.IPv6Address(number >> 80 << 80)


def answer(database, address):
    record = database.get(str(address)) or {}
    return (
        record.get("country", {}).get("iso_code"),
        record.get("autonomous_system_number"),
        record.get("autonomous_system_organization"),
    )


def edges(ranges, count, bits, chance):
    """First, last, the one before and the one after, of ranges drawn at random."""
    limit = (1 << bits) - 1
    for first, last, *_ in chance.sample(ranges, min(count, len(ranges))):
        yield from (first, last, max(first - 1, 0), min(last + 1, limit))


def samples(sources):
    """(title, addresses) of each kind of sample."""
    chance = random.Random(SEED)
    v4, v6 = ipaddress.IPv4Address, ipaddress.IPv6Address
    yield "random IPv4", [v4(chance.getrandbits(32)) for _ in range(RANDOM_IPV4)]
    yield "random IPv6", [v6(1 << 125 | chance.getrandbits(125)) for _ in range(RANDOM_IPV6)]
    tor, location = sources.tor, sources.location
    for title, kind, bits, ranges, count in (
        ("IPv4 edges, tor-geoipdb", v4, 32, tor[4].ranges, RANGES_IPV4),
        ("IPv4 edges, libloc", v4, 32, location[4].ranges, RANGES_IPV4),
        ("IPv6 edges, tor-geoipdb", v6, 128, tor[6].ranges, RANGES_IPV6),
        ("IPv6 edges, libloc", v6, 128, location[6].ranges, RANGES_IPV6),
    ):
        yield title, [kind(number) for number in edges(ranges, count, bits, chance)]


def why_not_raw(address, found, raw, sources):
    """Why an answer is not what the newer source says word for word; None where it is."""
    tor_code, code, number = raw
    if (found[0], found[1]) == (tor_code, number):
        return None
    seen_as = answered_as(address)
    if any(seen_as in network for network in RESERVED):
        return "special-purpose network"
    if seen_as.version != address.version:
        return "6to4 or Teredo: the IPv4 address within"
    if sources.raw(seen_as) != raw:
        return "finer than /48"
    if SAME_COUNTRY.get(tor_code):
        return "UK written as GB"
    if tor_code in REGIONS:
        return f"{tor_code} is not a country"
    older = "yes" if found[0] else "no"
    return f"tor-geoipdb has {tor_code or 'no range'}; country of libloc: {older}"


def percent(part, whole):
    return f"{100 * part / whole:.4f} %" if whole else "-"


def check_sample(title, addresses, sources, database):
    """Prints one sample's agreement; gives the number of mismatches."""
    agree, reasons, wrong = Counter(), Counter(), []
    for address in addresses:
        found, wanted = answer(database, address), sources.expected(address)
        raw = sources.raw(address)
        agree.update(i for i in range(3) if found[i] == wanted[i])
        agree.update({"known country": wanted[0] is not None, "known AS": wanted[1] is not None})
        reasons.update([why_not_raw(address, found, raw, sources)])
        if found != wanted:
            wrong.append((address, found, wanted))
    whole = len(addresses)
    print(f"{title}: {whole} addresses, {agree['known country']} with a country,"
          f" {agree['known AS']} with an AS")
    print(f"  as the rules ask: country {percent(agree[0], whole)}, AS number"
          f" {percent(agree[1], whole)}, AS name {percent(agree[2], whole)}")
    print(f"  word for word as in the sources: {percent(reasons.pop(None, 0), whole)}")
    for reason, count in reasons.most_common():
        print(f"    {count:6}  {reason}")
    for address, found, wanted in wrong[:SHOWN]:
        print(f"  MISMATCH {address}: {found}, rules ask for {wanted}")
    return len(wrong)


def check_well_known(database):
    wrong = 0
    for text, country, number in WELL_KNOWN:
        found = answer(database, text)
        good = found[1] == number and country in (None, found[0])
        wrong += not good
        print(f"  {'ok      ' if good else 'MISMATCH'} {text}: {found[0]} AS{found[1]} {found[2]}")
    return wrong


def check_file(path, database, sources):
    """The size and the date of the file."""
    size, data = os.path.getsize(path), database.metadata()
    print(f"{data.database_type}, {size} bytes, {data.node_count} nodes, epoch {data.build_epoch}")
    print(f"  {data.description['en']}")
    wrong = (size > LARGEST) + (data.build_epoch != sources.newest)
    if wrong:
        print(f"  MISMATCH: at most {LARGEST} bytes and the date {sources.newest} were asked for")
    return wrong


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: check_geo.py SOURCES COUNTRY_CODES DATABASE")
    folder, country_codes, path = sys.argv[1:]
    sources = Sources(folder, country_codes)
    with maxminddb.open_database(path) as database:
        wrong = check_file(path, database, sources) + check_well_known(database)
        for title, addresses in samples(sources):
            wrong += check_sample(title, addresses, sources, database)
    print(f"{wrong} mismatches")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
