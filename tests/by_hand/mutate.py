#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes the sources of a room in one place at a time and looks whether a test notices.

Usage: mutate.py [--rooms fingerprint,scans] [--only TEXT] [--limit N] [--seed N] [--jobs N] [BUILD]

BUILD (build/release) is a built folder with the core's tests. Changed are operators, numbers, conditions
and returned values of the rooms' .cpp files. The changed source is a copy in a folder of its own, compiled
there without optimisation and linked before the libraries of BUILD, so neither this tree nor BUILD is ever
touched, however it ends. The tests of the rooms are linked and run one after the other, those of the changed
file first, until one fails. A change that the compiler refuses counts as unbuilt and is no mutant. What no
test notices is printed as survived: either a test is missing, or the change means the same. --limit takes so
many places at random (by --seed).
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import random
import re
import shlex
import subprocess
import sys
import tempfile
import time

HOME = pathlib.Path(__file__).resolve().parents[2]
PATIENCE = 10  # times its own time, and at least:
SECONDS = 30  # a test that goes on for longer has noticed

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
    (r" \|= ", " &= "),
    (r" >> ", " << "),
    (r"\btrue\b", "false"),
    (r"\bfalse\b", "true"),
]
NUMBER = re.compile(r"(?<![\w.'])(0x[0-9a-fA-F']+|\d[\d']*)(?=[uU]?(?![\w.']))")
RETURNED = re.compile(r"\breturn (?!true;|false;|\{\};)([^;{}]+);")
HIDDEN = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])\'|//.*')
SKIPPED = re.compile(r"^\s*(#|static_assert|template|using |namespace|///|friend|std::(vector|span|array))")

Place = collections.namedtuple("Place", "path number old new")


def hide(line):
    """The line with comments and texts blanked, at its length."""
    return HIDDEN.sub(lambda found: " " * len(found.group()), line)


def changed(line):
    """Every line that differs from this one by one change."""
    code = hide(line)
    for pattern, new in CHANGES:
        for found in re.finditer(pattern, code):
            yield line[: found.start()] + new + line[found.end() :]
    condition = re.search(r"\bif \((.*)\)( \{)?$", code)
    if condition and code.count("(") == code.count(")"):
        yield f"{line[: condition.start(1)]}!({line[condition.start(1) : condition.end(1)]}){line[condition.end(1) :]}"
    for found in RETURNED.finditer(code):
        yield f"{line[: found.start(1)]}{{}}{line[found.end(1) :]}"
    for found in NUMBER.finditer(code):
        value = int(found.group(1).replace("'", ""), 0)
        yield f"{line[: found.start()]}{value + 1}{line[found.end() :]}"


def places(path):
    for number, line in enumerate(path.read_text().split("\n")):
        if not SKIPPED.match(line):
            yield from (Place(path, number, line, new) for new in changed(line))


def tests_of(build, rooms):
    words = ["ninja", "-C", build, "-t", "targets", "all"]
    targets = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    return [test for room in rooms for test in re.findall(rf"^(tst_core_{room}_\w+): phony$", targets, re.M)]


def is_run(words, **more):
    # Qt ends a test function after five minutes by itself, which a busy machine may need.
    calm = dict(os.environ, QTEST_FUNCTION_TIMEOUT="3600000")
    try:
        return subprocess.run(words, capture_output=True, env=calm, **more).returncode == 0
    except subprocess.TimeoutExpired:
        return False


class Judge:
    """Knows how BUILD compiles each source and links each test."""

    def __init__(self, build, tests):
        self.build = build
        words = ["ninja", "-C", build, "-t", "compdb"]
        commands = json.loads(subprocess.run(words, capture_output=True, check=True).stdout)
        self.compile = {command["file"]: shlex.split(command["command"]) for command in commands
                        if command["file"].endswith(".cpp")}  # fmt: skip
        self.tests, self.known = tests, {}

    def order(self, place):
        room, stem = place.path.parent.name, place.path.stem
        return sorted(self.tests, key=lambda test: (stem not in test, f"_{room}_" not in test, test))

    def link_and_patience(self, test):
        """How the test is linked and how long it may take, after it has passed as it is."""
        if test not in self.known:
            began = time.monotonic()
            if not is_run([self.build / "tests" / test]):
                sys.exit(f"{test} does not pass as it is, or is not built")
            patience = max(SECONDS, PATIENCE * (time.monotonic() - began))
            words = ["ninja", "-C", self.build, "-t", "commands", "-s", f"tests/{test}"]
            line = subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()
            self.known[test] = shlex.split(line.removeprefix(": && ").removesuffix(" && :")), patience
        return self.known[test]

    def compiles(self, place, folder):
        lines = place.path.read_text().split("\n")
        lines[place.number] = place.new
        source = folder / place.path.name
        source.write_text("\n".join(lines))
        words = [word for word in self.compile[str(place.path)] if word not in ("ccache", "-Werror")]
        for option, value in (("-o", folder / "changed.o"), ("-c", source), ("-MF", folder / "d"), ("-MT", "d")):
            if option in words:
                words[words.index(option) + 1] = str(value)
        return is_run([*words, "-O0", "-w"], cwd=self.build)

    def notices(self, test, folder):
        linking, patience = self.link_and_patience(test)
        words, program = list(linking), folder / test
        words[words.index("-o") + 1] = str(program)
        words.insert(words.index("-o"), str(folder / "changed.o"))
        if not is_run(words, cwd=self.build):
            sys.exit(f"{test} cannot be linked")
        return not is_run([program], timeout=patience)

    def judge(self, place):
        """What became of it, and by which test."""
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            if not self.compiles(place, folder):
                return "unbuilt", ""
            for test in self.order(place):
                if self.notices(test, folder):
                    return "killed", f" by {test}"
            return "survived", ""


def asked():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("build", nargs="?", type=pathlib.Path, default=HOME / "build" / "release")
    words.add_argument("--rooms", default="fingerprint,scans")
    words.add_argument("--only", default="")
    words.add_argument("--limit", type=int)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--jobs", type=int, default=2)
    return words.parse_args()


def main():
    wanted = asked()
    rooms = wanted.rooms.split(",")
    files = [path for room in rooms for path in sorted((HOME / "core" / room).glob("*.cpp")) if wanted.only in path.name]
    chosen = [place for path in files for place in places(path)]
    everything = len(chosen)
    if wanted.limit and wanted.limit < everything:
        chosen = random.Random(wanted.seed).sample(chosen, wanted.limit)
    judge = Judge(wanted.build.resolve(), tests_of(wanted.build, rooms))
    for path in files:
        line = path.read_text().split("\n")[0]
        with tempfile.TemporaryDirectory() as name:
            if not judge.compiles(Place(path, 0, line, line), pathlib.Path(name)):
                sys.exit(f"{path} does not compile as it is")
    counts = collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(wanted.jobs) as pool:
        for place, (word, by) in zip(chosen, pool.map(judge.judge, chosen)):
            counts[word] += 1
            print(f"{word} {place.path.relative_to(HOME)}:{place.number + 1}{by}")
            print(f"  - {place.old.strip()}\n  + {place.new.strip()}", flush=True)
    tried = counts["killed"] + counts["survived"]
    print(f"{counts['killed']} of {tried} killed ({counts['unbuilt']} more did not build; {everything} places in all)")


main()
