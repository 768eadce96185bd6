// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/figure_spec.h"

#include <QCoreApplication>

#include <cmath>

namespace sweepscope {

namespace {

constexpr double kLogicalDpi = 96;
/// A picture of four bytes a pixel must fit into memory: 100 million of them are 400 MB.
constexpr double kMostPixels = 1e8;
constexpr double kLeastLogical = 160; ///< less has no room for axes

} // namespace

QSizeF FigureSpec::millimetres() const {
    if (unit == Unit::millimetres)
        return {width, height};
    return QSizeF(width, height) / dpi * kMillimetresPerInch;
}

QSize FigureSpec::pixels() const {
    if (unit == Unit::pixels)
        return {static_cast<int>(std::lround(width)), static_cast<int>(std::lround(height))};
    return (millimetres() / kMillimetresPerInch * dpi).toSize();
}

QSizeF FigureSpec::logical() const {
    return millimetres() / kMillimetresPerInch * kLogicalDpi;
}

QString FigureSpec::problem() const {
    const bool isNumber = std::isfinite(width) && std::isfinite(height) && std::isfinite(dpi);
    if (!isNumber || width <= 0 || height <= 0 || dpi < 30 || dpi > 2400)
        return QCoreApplication::translate("FigureSpec", "Sizes from 30 to 2,400 dpi can be drawn");
    const QSizeF size = logical();
    if (size.width() < kLeastLogical || size.height() < kLeastLogical)
        return QCoreApplication::translate(
            "FigureSpec", "Too small: at %1 dpi at least %2 × %2 pixels are needed")
            .arg(dpi)
            .arg(std::ceil(kLeastLogical * scale()));
    const double inch = kMillimetresPerInch;
    const QSizeF inPixels = millimetres() / inch * dpi;
    if (inPixels.width() * inPixels.height() > kMostPixels)
        return QCoreApplication::translate("FigureSpec", "Too large: more than 100 million pixels");
    return {};
}

QString suffixOf(FigureFormat format) {
    switch (format) {
    case FigureFormat::svg:
        return QStringLiteral(".svg");
    case FigureFormat::pdf:
        return QStringLiteral(".pdf");
    case FigureFormat::png:
        break;
    }
    return QStringLiteral(".png");
}

FigureFormat figureFormatOf(const QString& path) {
    for (const FigureFormat format : {FigureFormat::svg, FigureFormat::pdf}) {
        if (path.endsWith(suffixOf(format), Qt::CaseInsensitive))
            return format;
    }
    return FigureFormat::png;
}

} // namespace sweepscope
