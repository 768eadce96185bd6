#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the translations up to date with the sources: new texts appear as unfinished. Usage:
# resources/translations/update.sh
# Texts of the core, which knows no Qt, are titles and helps of columns, names of countries, of bins and of
# rules, and sentences; they are found by their form. German names of countries come from countries_de.csv
# (README.md).
set -eu
cd "$(dirname "$0")/../.."
lupdate=$(command -v lupdate || echo /usr/lib/qt6/bin/lupdate)
texts=$(mktemp --suffix=.cpp)
trap 'rm -f "$texts"' EXIT
cat core/tables/*.cpp | perl -0777 -ne '
    while (/\{"[a-z0-9_]+",\s*"([^"]+)",\s*Format::\w+,\s*((?:"[^"]*"\s*)+)/g) {
        my ($title, $rest) = ($1, $2);
        my $help = join("", $rest =~ /"([^"]*)"/g);
        print "QT_TRANSLATE_NOOP(\"columns\", \"$title\");\n";
        print "QT_TRANSLATE_NOOP(\"columns\", \"$help\");\n" if $help ne "";
    }' > "$texts"
perl -0777 -ne '
    sub note { print map { "QT_TRANSLATE_NOOP(\"core\", \"$_\");\n" } grep { defined } @_ }
    my $text = qr/"((?:[^"\\]|\\.)*)"/;
    if ($ARGV =~ /country/) { note("Unknown"); note($1) while /\{"[A-Z]{2}", $text\}/g; }
    elsif ($ARGV =~ /accounts/) { note($1, $2) while /\{"[a-z_]+", $text,\s*$text\}/g; }
    elsif ($ARGV =~ /aggressive/) { note($1, $2) while /\{"\d", $text,\s*$text/g; }
    elsif ($ARGV =~ /time_figures/) {
        note(/$text/g) for /kNames = \{([^}]*)\}/;
        note(/(?:(?:Title|unit) = |\{)$text[;,]/g);
    }
    elsif ($ARGV =~ /thresholds/) { note($1, $2) while /\{"[a-z]+-?[a-z0-9]*", $text,\s*$text/g; }
    else { note($1, $2) while /\{Tool::\w+, $text,\s*$text,/g; }' \
    core/geo/country.cpp core/statistics/packet_accounts.cpp core/statistics/aggressive.cpp \
    core/fingerprint/verdict.cpp core/scans/thresholds.cpp core/export/time_figures.cpp >> "$texts"
# Names and words: word("..."). Sentences: say("..."), and sayCounted(count, "of one", "...", ...), whose second form is the key.
cat core/*/*.cpp core/*/*.h | perl -0777 -ne '
    my $text = qr/((?:"(?:[^"\\]|\\.)*"\s*)+)/;
    sub joined { return join("", shift =~ /"((?:[^"\\]|\\.)*)"/g) }
    while (/\b(?:say|word)\(\s*$text/g) { print "QT_TRANSLATE_NOOP(\"core\", \"", joined($1), "\");\n" }
    while (/\bsayCounted\(\s*[^",]+,\s*$text,\s*$text/g) {
        print "QT_TRANSLATE_N_NOOP(\"core\", \"", joined($2), "\");\n";
    }' >> "$texts"
"$lupdate" -silent -locations none -no-obsolete ui app "$texts" \
    -ts resources/translations/sweepscope_de.ts -target-language de
"$lupdate" -silent -locations none -no-obsolete -pluralonly ui app \
    -ts resources/translations/sweepscope_en.ts -target-language en
python3 resources/translations/fill_countries.py
