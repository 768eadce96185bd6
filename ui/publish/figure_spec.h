// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QSizeF>
#include <QString>

namespace sweepscope {

inline constexpr double kMillimetresPerInch = 25.4;

/// How a chart is to be drawn for a file: its size in all, independent of any monitor, and its
/// look.
///
/// Text keeps its size in millimetres at a given width and height in millimetres; in pixels, `dpi`
/// says how many of them make an inch, and so how large text and lines come out.
struct FigureSpec {
    enum class Unit { pixels, millimetres };
    enum class Style {
        screen, ///< as the window: light or dark
        print,  ///< black on white
        grey,   ///< without colour: each tool has a lightness of its own
    };

    double width = 1600;
    double height = 1000;
    Unit unit = Unit::pixels;
    double dpi = 192;
    Style style = Style::screen;
    bool hasTitle = true;   ///< title and legend above the chart
    bool hasFooter = false; ///< a small line with the origin below it

    bool operator==(const FigureSpec&) const = default;

    [[nodiscard]] QSize pixels() const;
    [[nodiscard]] QSizeF millimetres() const;
    /// In the measure of the window: 96 to the inch.
    [[nodiscard]] QSizeF logical() const;

    /// Pixels to a unit of the window's measure.
    [[nodiscard]] double scale() const { return dpi / 96; }

    /// Why such a figure cannot be drawn, in a sentence; empty when it can.
    [[nodiscard]] QString problem() const;
};

/// What a file of a chart can be.
enum class FigureFormat { png, svg, pdf };

/// ".png" and so on; by a path's ending, PNG where it is another one.
QString suffixOf(FigureFormat format);
FigureFormat figureFormatOf(const QString& path);

} // namespace sweepscope
