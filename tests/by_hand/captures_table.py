#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program makes of a folder of captures, beside what its INDEX.md says of them.

    captures_table.py SWEEPSCOPE_CLI FOLDER [--all]

Prints a Markdown table: how many files were read whole, in part, or refused, and a row for each that
was not read whole or whose frames differ from the index (with --all: for each file). Columns of the
index as far as they are looked at: path, bytes, format, link type, packets.
"""
import collections
import json
import os
import re
import subprocess
import sys


def index_of(folder):
    """Path -> packets by the index; None where Wireshark did not read the file."""
    packets = {}
    with open(os.path.join(folder, "INDEX.md"), encoding="utf-8") as file:
        for line in file:
            cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
            if len(cells) >= 5 and re.fullmatch(r"\d+", cells[1]):
                packets[cells[0]] = int(cells[4]) if cells[4].isdigit() else None
    return packets


def read(program, path):
    """(outcome, frames, format, link types, note)"""
    run = subprocess.run([program, "analyze", "--quiet", "--json", "-", path],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
    if run.returncode == 2:
        return "refused", 0, "", "", run.stderr.decode(errors="replace").strip().split(": ", 2)[-1]
    if run.returncode not in (0, 3):
        return f"exit {run.returncode}", 0, "", "", run.stderr.decode(errors="replace").strip()
    capture = json.loads(run.stdout)["capture"]
    file = capture["files"][0]
    links = ", ".join(each["link"] for each in capture["links"])
    return "in part" if file["truncated"] else "whole", file["frames"], file["format"], links, \
        file["note"]


def main():
    program, folder, shows_all = sys.argv[1], sys.argv[2], "--all" in sys.argv
    outcomes, same, rows = collections.Counter(), 0, []
    for path, packets in sorted(index_of(folder).items()):
        if path.endswith((".mmdb", ".json")):
            continue
        outcome, frames, form, links, note = read(program, os.path.join(folder, path))
        outcomes[outcome] += 1
        same += frames == packets
        if shows_all or outcome != "whole" or frames != packets:
            rows.append(f"| {path} | {outcome} | {frames} | {'?' if packets is None else packets} | "
                        f"{form} | {links} | {note} |")
    print(f"{sum(outcomes.values())} captures: " +
          ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items())) +
          f"; {same} with the frames of the index\n")
    print("| path | read | frames | index | format | link types | note |")
    print("| --- | --- | ---: | ---: | --- | --- | --- |")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
