#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns gcov's JSON on standard input into shares of lines by room.

Usage: coverage_table.py CORE LIMIT

Prints a line for each room, each file below LIMIT percent with the lines that no test ran, and the
whole. Exits 1 where the whole is below LIMIT.
"""
import collections
import json
import pathlib
import sys


def read(stream, core):
    """How often each line of each file was run, over all objects."""
    runs = collections.defaultdict(lambda: collections.defaultdict(int))
    for text in stream:
        if not text.startswith("{"):
            continue
        report = json.loads(text)
        for file in report["files"]:
            path = pathlib.Path(report["current_working_directory"], file["file"]).resolve()
            if core in path.parents:
                for line in file["lines"]:
                    runs[path.relative_to(core).as_posix()][line["line_number"]] += line["count"]
    return runs


def spans(numbers):
    """3, 4, 5, 9 as "3-5, 9"."""
    parts = []
    for number in sorted(numbers):
        if parts and parts[-1][1] == number - 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in parts)


def share(run, lines):
    return 100 * run / lines if lines else 100.0


def main():
    core, limit = pathlib.Path(sys.argv[1]).resolve(), float(sys.argv[2])
    runs = read(sys.stdin, core)
    rooms = collections.defaultdict(lambda: [0, 0])
    weak = []
    for name, lines in sorted(runs.items()):
        run = sum(1 for count in lines.values() if count)
        room = rooms[name.split("/")[0]]
        room[0] += run
        room[1] += len(lines)
        if share(run, len(lines)) < limit:
            missed = spans(line for line, count in lines.items() if not count)
            weak.append(f"{share(run, len(lines)):5.1f} %  {name}: {missed}")
    for room, (run, lines) in rooms.items():
        print(f"{share(run, lines):5.1f} %  of {lines:5d} lines  {room}")
    run = sum(room[0] for room in rooms.values())
    lines = sum(room[1] for room in rooms.values())
    print(f"{share(run, lines):5.1f} %  of {lines:5d} lines  the core")
    print("\n".join(weak))
    return 0 if lines and share(run, lines) >= limit else 1


sys.exit(main())
