#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Draws the PNG sizes of the icon from the SVG. Run by hand after changing it (needs librsvg2-bin).
set -eu
cd "$(dirname "$0")"
for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert -w "$size" -h "$size" org.sweepscope.Sweepscope.svg -o "$size.png"
done
