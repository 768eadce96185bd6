#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes the sources of a room in one place at a time and looks whether a test notices.

Usage: mutate.py BUILD [--rooms fingerprint,scans] [--only TEXT] [--sample N] [--seed N]

BUILD is a configured build folder of this tree with tests; a debug build is the quickest. Changed are
operators, numbers and conditions of the rooms' .cpp files (and headers, with --headers: each of those
rebuilds much). What no test of these rooms notices is printed as a survivor, with its line: either a
test is missing, or the change means the same. --only takes the files whose name holds TEXT, --sample
so many places at random. The files are put back at the end, also after Ctrl-C.
"""
import argparse
import pathlib
import random
import re
import signal
import subprocess
import sys

HOME = pathlib.Path(__file__).resolve().parents[2]
SECONDS = 120  # a test that goes on for longer has noticed

# What is changed into what, on lines without their comments and texts.
CHANGES = [
    (r" <= ", " < "),
    (r" >= ", " > "),
    (r" < ", " <= "),
    (r" > ", " >= "),
    (r" == ", " != "),
    (r" != ", " == "),
    (r" && ", " || "),
    (r" \|\| ", " && "),
    (r" \+ ", " - "),
    (r" - ", " + "),
    (r" \* ", " / "),
    (r" / ", " * "),
    (r" \| ", " & "),
    (r" & ", " | "),
    (r" \^ ", " | "),
    (r" \+= ", " -= "),
    (r" >> ", " << "),
    (r"\btrue\b", "false"),
    (r"\bfalse\b", "true"),
]
NUMBER = re.compile(r"(?<![\w.'])(0x[0-9a-fA-F']+|\d[\d']*)(?=[uU]?(?![\w.']))")
HIDDEN = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])\'|//.*')
SKIPPED = re.compile(r"^\s*(#|static_assert|template|using |namespace|///|friend|std::(vector|span|array))")


def hide(line):
    """The line with comments and texts blanked, at its length."""
    return HIDDEN.sub(lambda found: " " * len(found.group()), line)


def places(path):
    """(line number, new line) of every change in a file."""
    for number, line in enumerate(path.read_text().split("\n")):
        code = hide(line)
        if SKIPPED.match(line):
            continue
        for pattern, new in CHANGES:
            for found in re.finditer(pattern, code):
                yield number, line[: found.start()] + new + line[found.end() :]
        found = re.search(r"\bif \((.*)\)( \{)?$", code)
        if found and code.count("(") == code.count(")"):
            yield number, f"{line[: found.start(1)]}!({line[found.start(1) : found.end(1)]}){line[found.end(1) :]}"
        for found in NUMBER.finditer(code):
            value = int(found.group(1).replace("'", ""), 0)
            yield number, f"{line[: found.start()]}{value + 1}{line[found.end() :]}"


def tests_of(build, rooms):
    targets = subprocess.run(
        ["ninja", "-C", build, "-t", "targets", "all"], capture_output=True, text=True, check=True
    ).stdout
    return [name for room in rooms for name in re.findall(rf"^(tst_core_{room}_\w+): phony$", targets, re.M)]


def builds(build, tests):
    return subprocess.run(["ninja", "-C", build, *tests], capture_output=True).returncode == 0


def passes(build, tests):
    for test in tests:
        try:
            if subprocess.run([f"{build}/tests/{test}"], capture_output=True, timeout=SECONDS).returncode:
                return False
        except subprocess.TimeoutExpired:
            return False
    return True


def judge(build, tests, path, number, new):
    old = path.read_text()
    lines = old.split("\n")
    lines[number] = new
    try:
        path.write_text("\n".join(lines))
        if not builds(build, tests):
            return "unbuilt"
        return "survived" if passes(build, tests) else "noticed"
    finally:
        path.write_text(old)


def main():
    words = argparse.ArgumentParser()
    words.add_argument("build")
    words.add_argument("--rooms", default="fingerprint,scans")
    words.add_argument("--only", default="")
    words.add_argument("--headers", action="store_true")
    words.add_argument("--sample", type=int)
    words.add_argument("--seed", type=int, default=1)
    asked = words.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(130))
    rooms = asked.rooms.split(",")
    endings = (".cpp", ".h") if asked.headers else (".cpp",)
    files = [path for room in rooms for path in sorted((HOME / "core" / room).iterdir())
             if path.suffix in endings and asked.only in path.name]  # fmt: skip
    all_places = [(path, *place) for path in files for place in places(path)]
    if asked.sample and asked.sample < len(all_places):
        all_places = random.Random(asked.seed).sample(all_places, asked.sample)
    tests = tests_of(asked.build, rooms)
    if not tests or not builds(asked.build, tests) or not passes(asked.build, tests):
        sys.exit("the tests do not pass as they are")
    counts = {"noticed": 0, "survived": 0, "unbuilt": 0}
    for path, number, new in all_places:
        came = judge(asked.build, tests, path, number, new)
        counts[came] += 1
        if came == "survived":
            old = path.read_text().split("\n")[number]
            print(f"{path.relative_to(HOME)}:{number + 1}\n  - {old.strip()}\n  + {new.strip()}", flush=True)
    builds(asked.build, tests)
    print(f"{counts['noticed']} noticed, {counts['survived']} survived, {counts['unbuilt']} did not build")


main()
