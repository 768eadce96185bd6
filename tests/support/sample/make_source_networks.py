#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes source_networks.inc: real prefixes by country for the sample capture's sources.

Usage: make_source_networks.py GEOIP KNOWN_SCANNERS_CSV > source_networks.inc

GEOIP is the IPv4 file of Debian's tor-geoipdb package (lines FIRST,LAST,COUNTRY as numbers), made
from the IPFire Location database (CC BY-SA 4.0). The weights are a choice of this project: roughly
what telescopes report, apart for rented servers (hosting) and for home and office lines (consumer).
"""

import csv
import ipaddress
import sys

# country: prefixes wanted, weight among servers, weight among consumer lines, hours from UTC
COUNTRIES = {
    "US": (30, 220, 60, -6), "CN": (22, 120, 180, 8), "NL": (10, 110, 8, 1), "DE": (10, 80, 14, 1),
    "RU": (10, 60, 60, 3), "BR": (10, 12, 90, -3), "IN": (10, 14, 100, 5), "VN": (7, 14, 70, 7),
    "KR": (6, 14, 50, 9), "TW": (6, 8, 55, 8), "JP": (7, 14, 20, 9), "GB": (7, 40, 14, 0),
    "FR": (7, 30, 14, 1), "HK": (5, 40, 15, 8), "SG": (5, 40, 6, 8), "CA": (5, 18, 10, -5),
    "UA": (4, 10, 14, 2), "RO": (4, 18, 10, 2), "BG": (3, 22, 8, 2), "PL": (4, 10, 12, 1),
    "IT": (5, 6, 24, 1), "ES": (4, 4, 14, 1), "SE": (4, 10, 6, 1), "TR": (4, 6, 34, 3),
    "ID": (4, 8, 40, 7), "TH": (3, 3, 22, 7), "IR": (3, 6, 30, 3), "MX": (4, 3, 24, -6),
    "AR": (4, 2, 22, -3), "EG": (3, 1, 28, 2), "ZA": (3, 3, 12, 2), "AU": (4, 5, 8, 10),
    "PK": (2, 1, 24, 5), "BD": (2, 1, 12, 6), "PH": (2, 1, 12, 8), "MY": (2, 2, 12, 8),
    "CO": (3, 2, 14, -5), "CL": (2, 2, 8, -4), "VE": (2, 1, 14, -4), "EC": (1, 1, 6, -5),
    "PE": (2, 1, 6, -5), "KZ": (2, 1, 8, 5), "SA": (2, 1, 8, 3), "AE": (2, 2, 4, 4),
    "IL": (2, 3, 6, 2), "GR": (2, 1, 10, 2), "PT": (2, 2, 5, 0), "CZ": (2, 4, 5, 1),
    "SK": (1, 1, 3, 1), "HU": (2, 2, 6, 1), "RS": (1, 1, 5, 1), "HR": (1, 1, 3, 1),
    "LT": (1, 8, 2, 2), "LV": (1, 4, 2, 2), "EE": (1, 2, 2, 2), "MD": (1, 8, 3, 2),
    "CH": (2, 8, 3, 1), "AT": (2, 3, 3, 1), "BE": (2, 8, 3, 1), "DK": (1, 2, 3, 1),
    "NO": (1, 2, 3, 1), "FI": (2, 6, 3, 2), "IE": (2, 6, 2, 0), "TN": (1, 1, 10, 1),
    "MA": (2, 1, 10, 1), "DZ": (1, 1, 12, 1), "KE": (1, 1, 5, 3), "NG": (1, 1, 6, 1),
    "SC": (1, 6, 1, 4), "PA": (1, 4, 2, -5), "CR": (1, 1, 2, -6), "DO": (1, 1, 4, -4),
    "UY": (1, 1, 3, -3), "BY": (1, 1, 4, 3), "GE": (1, 1, 3, 4), "LU": (1, 4, 1, 1),
    "IS": (1, 2, 1, 0), "NZ": (1, 1, 2, 12), "BO": (1, 1, 3, -4), "IQ": (1, 1, 6, 3),
    "LK": (1, 1, 4, 5), "NP": (1, 1, 3, 5), "KH": (1, 2, 3, 7), "CY": (1, 3, 2, 2),
}
WEIGHT_SCALE = 60
LONGEST = 16
SHORTEST_SIZE = 1024

# Networks that never send here: telescopes, military space, documentation, the sample's own.
AVOIDED = [ipaddress.ip_network(text) for text in (
    "0.0.0.0/8", "6.0.0.0/7", "10.0.0.0/7", "21.0.0.0/8", "22.0.0.0/8", "26.0.0.0/8",
    "28.0.0.0/7", "30.0.0.0/8", "33.0.0.0/8", "35.64.0.0/13", "44.0.0.0/8", "55.0.0.0/8",
    "56.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/16", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.0.0/16",
    "214.0.0.0/7", "224.0.0.0/3")]


def rangesByCountry(path):
    ranges = {}
    for line in open(path, encoding="ascii"):
        if not line.startswith("#"):
            first, last, country = line.strip().split(",")
            ranges.setdefault(country, []).append((int(first), int(last)))
    return ranges


def largestBlock(first, last):
    """The largest aligned block, at most a /16, that lies in the range."""
    for length in range(LONGEST, 23):
        size = 1 << (32 - length)
        start = (first + size - 1) // size * size
        if start + size - 1 <= last:
            return ipaddress.ip_network((start, length))
    return None


def blocks(ranges, avoided):
    found = []
    for first, last in ranges:
        block = largestBlock(first, last) if last - first + 1 >= SHORTEST_SIZE else None
        if block and not any(block.overlaps(other) for other in avoided):
            found.append(block)
    return found


def spread(items, wanted):
    """`wanted` items, evenly spaced, the larger networks only where there are enough of them."""
    for length in (16, 18, 20, 22):
        large = [item for item in items if item.prefixlen <= length]
        if len(large) >= 4 * wanted or length == 22:
            return [large[(2 * i + 1) * len(large) // (2 * wanted)] for i in range(wanted)]


def main():
    ranges = rangesByCountry(sys.argv[1])
    known = [ipaddress.ip_network(row["prefix"]) for row in csv.DictReader(open(sys.argv[2]))
             if ":" not in row["prefix"]]
    known = list(ipaddress.collapse_addresses(known))
    print("// Made by make_source_networks.py. Country of prefixes: IPFire Location database, CC BY-SA 4.0.")
    print("// country, first address, prefix length, hours from UTC, weight: hosting, consumer")
    for country, (wanted, hosting, consumer, offset) in COUNTRIES.items():
        candidates = blocks(ranges[country], AVOIDED)
        chosen = [block for block in spread(candidates, wanted)]
        chosen = [b for b in chosen if not any(b.overlaps(other) for other in known)] or chosen[:1]
        for block in sorted(set(chosen)):
            print(f'{{"{country}", {int(block.network_address):#010x}, {block.prefixlen}, {offset}, '
                  f'{hosting * WEIGHT_SCALE // len(chosen)}, {consumer * WEIGHT_SCALE // len(chosen)}}},'
                  f' // {block}')


main()
