#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures sources, headers and functions against the limits of CONTRIBUTING.md.

Usage: sizes.py FOLDER

Prints every file and function past its limit and exits 1 where there is any. A function is counted
from its first line to its closing brace; clang-format's layout tells where both are.
"""
import pathlib
import sys

ROOMS = ("app", "benchmarks", "core", "docs", "tests", "ui")
LIMITS = {".cpp": 400, ".h": 150}
FUNCTION = 60


def functions(lines, indent):
    """(first line, number of lines) of each function that begins at this indent."""
    end = " " * indent + "}"
    for at, line in enumerate(lines):
        if line != end:
            continue
        for first in range(at - 1, -1, -1):
            begin = lines[first][indent : indent + 1]
            if lines[first][:indent].strip() == "" and begin and begin not in " }#/:":
                break
        yield first + 1, at - first + 1


def main():
    home = pathlib.Path(sys.argv[1])
    found = []
    for path in sorted(each for room in ROOMS for each in (home / room).rglob("*")):
        if path.suffix not in LIMITS:
            continue
        name = path.relative_to(home).as_posix()
        lines = path.read_text().split("\n")
        limit = LIMITS[path.suffix]
        if len(lines) - 1 > limit:
            found.append(f"{name}: {len(lines) - 1} lines, {limit} are allowed")
        for first, length in functions(lines, 0 if path.suffix == ".cpp" else 4):
            if length > FUNCTION:
                found.append(f"{name}:{first}: a function of {length} lines, {FUNCTION} are allowed")
    print("\n".join(found) or "all within their limits")
    return 1 if found else 0


sys.exit(main())
