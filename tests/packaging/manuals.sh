#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# --help, the manual page and the completions know the same options.
# Usage: manuals.sh PROGRAM MANUALS
set -eu
program=$1
manuals=$2
name=$(basename "$program")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

{
    "$program" --help
    for command in $("$program" --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
        "$program" "$command" --help
    done
} >"$work/help"
options() { grep -oE -- '--[a-z][a-z-]+' "$1" | sort -u; }
sed 's/^ *sweepscope.*//; s/^ *zcat.*//' "$work/help" >"$work/help-options" # without the examples
options "$work/help-options" >"$work/wanted"
test "$(wc -l <"$work/wanted")" -ge 5

sed -n '/^\.SH OPTIONS/,/^\.SH NOTES/p' "$manuals/$name.1" | sed 's/\\-/-/g' >"$work/man"
for place in "$work/man" "$manuals/bash/$name"; do
    options "$place" | grep -vx -- '--generate' >"$work/given"
    diff "$work/wanted" "$work/given" || { echo "$place differs from --help"; exit 1; }
done
for option in $(sed 's/^--//' "$work/wanted"); do
    grep -q -- "--$option\[" "$manuals/zsh/_$name" || { echo "zsh lacks $option"; exit 1; }
    grep -q -- "-l $option " "$manuals/fish/$name.fish" || { echo "fish lacks $option"; exit 1; }
done

if command -v groff >/dev/null; then
    groff -man -ww -Tutf8 -z "$manuals/$name.1" 2>"$work/complaints"
    [ ! -s "$work/complaints" ] || { cat "$work/complaints"; exit 1; }
fi
bash -n "$manuals/bash/$name"
bash -c '. "$1"; COMP_WORDS=("$2" --tele) COMP_CWORD=1; _'"$(echo "$name" | tr - _)"'; echo "${COMPREPLY[*]}"' \
    bash "$manuals/bash/$name" "$name" >"$work/completed"
if [ "$name" = sweepscope ]; then
    grep -q -- '--telescope' "$work/completed"
fi
