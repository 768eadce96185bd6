#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the translations up to date with the sources: new texts appear as unfinished. Usage:
# resources/translations/update.sh
# Texts of the core, which knows no Qt, are titles and helps of columns; they are found by their form.
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
"$lupdate" -silent -locations none -no-obsolete ui app "$texts" \
    -ts resources/translations/sweepscope_de.ts -target-language de
"$lupdate" -silent -locations none -no-obsolete -pluralonly ui app \
    -ts resources/translations/sweepscope_en.ts -target-language en
