// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/zoom.h"
#include "export/svg_figures.h"
#include "style/theme.h"

#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace sweepscope {

/// Figures of the core laid out in a rectangle of the window and painted in its theme. Values
/// become places and places values again, so that a mouse finds what is drawn.

class CurvePlot {
public:
    /// `shown` of the axis of x, as it is scaled: all of it is extentOf(figure).
    CurvePlot(const Curves& figure, const QRectF& area, const Extent& shown);

    [[nodiscard]] static Extent extentOf(const Curves& figure);

    void paint(QPainter& painter) const;

    [[nodiscard]] const QRectF& plot() const { return m_plot; }

    /// On the axis of x, at a place in the window.
    [[nodiscard]] double valueAt(double x) const;
    [[nodiscard]] std::vector<double> ticks(double most) const;
    [[nodiscard]] QPointF at(double x, double y) const;

    static QColor colourOf(const Curves& figure, std::size_t curve);

private:
    void paintAxes(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;
    void paintCurve(QPainter& painter, std::size_t place) const;

    const Curves& m_figure;
    QRectF m_plot;
    Extent m_shown;    ///< of x, as it is scaled
    double m_most = 1; ///< of y
    bool m_isCounts = true;
};

class SlopePlot {
public:
    SlopePlot(const Slopes& figure, const QRectF& area);

    void paint(QPainter& painter) const;

    /// Where the name of each slope stands.
    [[nodiscard]] std::vector<QRectF> places() const;

    /// The slope one of whose ends is written at a place.
    [[nodiscard]] std::optional<std::size_t> slopeAt(const QPointF& place) const;

private:
    [[nodiscard]] double yOf(const std::optional<std::size_t>& rank) const;
    void paintSlope(QPainter& painter, const Slopes::Slope& slope) const;

    const Slopes& m_figure;
    QRectF m_area;
    std::size_t m_lowest = 1; ///< rank; what has none comes below
};

class DifferencePlot {
public:
    DifferencePlot(const DifferenceBars& figure, const QRectF& area);

    void paint(QPainter& painter) const;
    [[nodiscard]] std::optional<std::size_t> barAt(const QPointF& place) const;
    [[nodiscard]] QRectF rowRect(std::size_t bar) const;

    /// The first bars, which say most, as many as have room for their names.
    [[nodiscard]] std::size_t shownBars() const;

private:
    [[nodiscard]] double xOf(double value) const;
    void paintBar(QPainter& painter, std::size_t place) const;

    const DifferenceBars& m_figure;
    QRectF m_area;
    QRectF m_plot;
    double m_most = 1;
};

/// Colours of what rose, fell, or may be chance.
QColor colourOfChange(bool isRise, bool isWeak);

} // namespace sweepscope
