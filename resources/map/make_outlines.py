#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes outlines.txt, the countries of the map, out of Natural Earth's 1:110m countries.

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    make_outlines.py package/countries-110m.json /usr/share/iso-codes/json/iso_3166-1.json > outlines.txt

The first file is TopoJSON of the npm package world-atlas (ISC licence; Natural Earth's data are in the
public domain), the second is Debian's iso-codes, which knows what numbers stand for which letters.
One line a country: its two letters ("--" for areas that ISO 3166 does not name), then its rings with
"/" between, each a list of longitudes and latitudes in tenths of a degree. Rings over the date line go
on beyond it and are there twice; whoever draws them clips at 180 degrees.
"""
import json
import sys


def decoded_arcs(topology):
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + translate[0], y * scale[1] + translate[1]))
        yield points


def ring(arc_numbers, arcs):
    points = []
    for number in arc_numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc if not points else arc[1:]
    return points


def rings_of(geometry, arcs):
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [ring(each, arcs) for polygon in polygons for each in polygon]


def unwrapped(points):
    """A ring over the date line goes on beyond 180 degrees instead of jumping to the other side."""
    whole = []
    shift = 0
    for x, y in points:
        if whole and x + shift - whole[-1][0] > 180:
            shift -= 360
        elif whole and x + shift - whole[-1][0] < -180:
            shift += 360
        whole.append((x + shift, y))
    return whole


def on_both_sides(points):
    """What lies beyond the date line is there a second time, where it enters on the other side."""
    rings = [points]
    for shift in (-360, 360):
        moved = [(x + shift, y) for x, y in points]
        if min(x for x, _ in moved) < 180 and max(x for x, _ in moved) > -180:
            rings.append(moved)
    return rings


def in_tenths(points):
    """Neighbours that fall together are one point."""
    short = []
    for x, y in points:
        point = (round(x * 10), round(y * 10))
        if not short or short[-1] != point:
            short.append(point)
    return short


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        topology = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        letters = {each["numeric"]: each["alpha_2"] for each in json.load(file)["3166-1"]}
    arcs = list(decoded_arcs(topology))
    lines = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code = letters.get(str(geometry.get("id", "")).zfill(3), "XK" if name == "Kosovo" else "--")
        if code == "AQ":  # nobody scans from there, and it takes a fifth of the height
            continue
        rings = [in_tenths(each) for ring in rings_of(geometry, arcs)
                 for each in on_both_sides(unwrapped(ring))]
        text = " / ".join(
            " ".join(f"{x} {y}" for x, y in each) for each in rings if len(each) >= 4)
        lines.append(f"{code} {text}")
    print("\n".join(sorted(lines)))


main()
