#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks whether sources include the standard headers that they use, and use those that they include.

Usage: includes.py FOLDER

A source may lean on the project's headers that it includes, and on no library's for these. A header is
judged only for what it lacks: what it includes besides, its users may lean on. The table
below names what is commonly used of each header; a header that it does not name is not judged.
Prints each place and exits 1 where there is any.
"""
import pathlib
import re
import sys

ROOMS = ("app", "benchmarks", "core", "docs", "tests", "ui")
NAMES = {
    "algorithm": "sort stable_sort min max clamp find find_if find_if_not copy copy_if copy_n fill fill_n "
    "count count_if any_of all_of none_of lower_bound upper_bound equal_range binary_search "
    "max_element min_element minmax_element reverse unique remove_if remove transform nth_element "
    "partial_sort equal for_each generate rotate partition stable_partition is_sorted merge "
    "set_union set_intersection set_difference includes swap_ranges replace mismatch search "
    "partition_point inplace_merge lexicographical_compare push_heap pop_heap make_heap sort_heap",
    "array": "array to_array",
    "atomic": "atomic atomic_flag memory_order_relaxed",
    "bit": "bit_cast countr_zero countl_zero popcount bit_width bit_ceil has_single_bit endian rotl rotr",
    "charconv": "from_chars to_chars",
    "chrono": "chrono",
    "condition_variable": "condition_variable condition_variable_any",
    "deque": "deque",
    "filesystem": "filesystem",
    "fstream": "ifstream ofstream fstream",
    "functional": "function hash less greater plus reference_wrapper ref cref",
    "iomanip": "setw setprecision setfill",
    "iostream": "cout cerr cin",
    "limits": "numeric_limits",
    "map": "map multimap",
    "memory": "unique_ptr shared_ptr weak_ptr make_unique make_shared enable_shared_from_this addressof",
    "mutex": "mutex lock_guard unique_lock scoped_lock once_flag call_once",
    "numbers": "numbers",
    "numeric": "accumulate exclusive_scan iota partial_sum inner_product adjacent_difference gcd lcm reduce",
    "optional": "optional nullopt make_optional",
    "queue": "queue priority_queue",
    "random": "mt19937 mt19937_64 uniform_int_distribution uniform_real_distribution",
    "regex": "regex smatch regex_match regex_search regex_replace sregex_iterator",
    "set": "set multiset",
    "span": "span",
    "sstream": "istringstream ostringstream stringstream",
    "stop_token": "stop_token stop_source stop_callback",
    "string": "string to_string getline stoi stoul stoull stod",
    "string_view": "string_view",
    "thread": "thread jthread this_thread",
    "tuple": "tuple tie make_tuple apply forward_as_tuple",
    "unordered_map": "unordered_map unordered_multimap",
    "unordered_set": "unordered_set",
    "variant": "variant visit monostate holds_alternative get_if",
    "vector": "vector",
}
# What the standard says comes with others.
ALSO = {
    "string_view": {"string"},
    "stop_token": {"thread"},
    "tuple": {"map", "set", "utility"},
}
LITERALS = {"string_view": r'"sv\b', "string": r'"s\b', "chrono": r"\b\d+(ms|s|us|min)\b"}
INCLUDE = re.compile(r"^#include <([a-z_]+)>", re.M)
PROJECT = re.compile(r'^#include "([^"]+)"', re.M)
COMMENT = re.compile(r"//.*")


def used(text):
    """The headers whose names the text uses, each with the first of them."""
    names = {}
    for name in re.findall(r"\bstd::(?:ranges::)?([a-z_0-9]+)", text):
        names.setdefault(name, None)
    return {
        header: next(name for name in words.split() if name in names)
        for header, words in NAMES.items()
        if any(name in names for name in words.split())
    }


class Reach:
    """The standard headers that a file gets by way of the project's own."""

    def __init__(self, home):
        self.home = home
        self.known = {}

    def resolve(self, name, path):
        roots = [path.parent, *(self.home / each for each in ("core", "ui", "tests", "tests/support"))]
        return next((root / name for root in roots if (root / name).exists()), None)

    def of(self, path):
        path = path.resolve()
        if path not in self.known:
            text = path.read_text()
            self.known[path] = reached = set(INCLUDE.findall(text))
            for name in PROJECT.findall(text):
                header = self.resolve(name, path)
                if header is not None:
                    reached |= self.of(header)
        return self.known[path]


def judge(path, reach, found):
    text = path.read_text()
    code = COMMENT.sub("", text)
    own = set(INCLUDE.findall(text))
    leans = reach.of(path)
    uses = used(code)
    for header, name in sorted(uses.items()):
        if header not in leans and not ALSO.get(header, set()) & leans:
            found.append(f"{path}: uses std::{name} without <{header}>")
    for header in sorted(own & NAMES.keys() if path.suffix == ".cpp" else ()):
        literal = LITERALS.get(header)
        if header not in uses and not (literal and re.search(literal, code)):
            found.append(f"{path}: includes <{header}> and uses nothing of it")


def main():
    home = pathlib.Path(sys.argv[1])
    found = []
    reach = Reach(home.resolve())
    for room in ROOMS:
        for path in sorted((home / room).rglob("*")):
            if path.suffix in (".cpp", ".h"):
                judge(path, reach, found)
    print("\n".join(found) or "every source includes what it uses")
    return 1 if found else 0


sys.exit(main())
