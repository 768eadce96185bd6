// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"
#include "format/display_zone.h"
#include "publish/figure_spec.h"
#include "style/theme.h"

#include <QImage>

#include <memory>
#include <string>
#include <vector>

class QPainter;

namespace sweepscope {

/// A chart as it is printed: title, legend, the chart, and where wanted a line with its origin. In
/// a theme and a font of its own, so that it looks alike on every desktop.
///
///     | title                       |
///     | ■ legend ■ legend           |
///     | chart                       |
///     | origin, small               |
///
/// On the window's thread: charts are widgets.
class Figure {
public:
    /// `provenance`: lines as from provenanceLines; the footer is made from them.
    Figure(const ChartWidget& chart, FigureSpec spec, const std::vector<std::string>& provenance);
    ~Figure();

    /// Draws all into a rectangle at the origin of the painter, of the size `spec.logical()`.
    void draw(QPainter& painter) const;

    [[nodiscard]] QImage image() const;

    [[nodiscard]] const FigureSpec& spec() const { return m_spec; }

    [[nodiscard]] const QString& title() const { return m_title; }

    /// What the chart says, in words.
    [[nodiscard]] QString description() const { return m_chart->description(); }

    /// The font family that figures are set in: the first of a list that this system has.
    static QString family();

private:
    [[nodiscard]] double drawHead(QPainter& painter, double width) const;
    [[nodiscard]] double drawLegend(QPainter& painter, double width, double top) const;
    [[nodiscard]] double footerHeight(double width) const;

    FigureSpec m_spec;
    ZoneScope m_utc{DisplayZone::utc};
    ThemeScope m_scope; ///< before the chart, which is made under it
    QString m_title;
    QString m_footer;
    std::unique_ptr<ChartWidget> m_chart;
};

/// The origin in two lines: captures and packets, thresholds, telescope, database, program.
QString footerText(const std::vector<std::string>& provenance);

} // namespace sweepscope
