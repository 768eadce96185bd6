// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/figure.h"

#include <QByteArray>

namespace sweepscope {

/// A figure as the bytes of a file, with its provenance inside: as texts of a PNG, <metadata> of an
/// SVG, XMP of a PDF. The same figure gives the same bytes at any time: nothing in it speaks of the
/// clock, and ids do not change.
///
/// SVG keeps text as text, in a family named with fallbacks; PDF embeds the font.
/// Empty when it cannot be drawn.
QByteArray figureFile(
    const Figure& figure, FigureFormat format, const std::vector<std::string>& provenance);

/// The same of a picture that is drawn already, on any thread: to pack it takes longer than to draw
/// it.
QByteArray pngFile(QImage picture, const std::vector<std::string>& provenance);

/// Dates of the clock in a PDF become the first day that PDF can name, without moving a byte: the
/// same content gives the same file.
void takeClockOut(QByteArray& pdf);

} // namespace sweepscope
