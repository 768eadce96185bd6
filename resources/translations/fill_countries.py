#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills the German names of countries into sweepscope_de.ts, from countries_de.csv by their codes."""
import csv
import pathlib
import re
from xml.sax.saxutils import escape

here = pathlib.Path(__file__).parent
with open(here / "countries_de.csv", encoding="utf-8") as file:
    german = {row["code"]: row["name"] for row in csv.DictReader(file)}
country = (here / "../../core/geo/country.cpp").read_text(encoding="utf-8")
named = {name: german[code] for code, name in re.findall(r'\{"([A-Z]{2})", "([^"]+)"\}', country)
         if code in german}

path = here / "sweepscope_de.ts"
before, core, after = re.split(r"(<name>core</name>.*?</context>)", path.read_text(encoding="utf-8"),
                               maxsplit=1, flags=re.S)
for english, name in named.items():
    core = re.sub(r"(<source>%s</source>\n\s*)<translation[^>]*>[^<]*</translation>" %
                  re.escape(escape(english, {"'": "&apos;"})),
                  lambda found: found[1] + "<translation>%s</translation>" %
                  escape(name, {"'": "&apos;"}), core)
path.write_text(before + core + after, encoding="utf-8")
