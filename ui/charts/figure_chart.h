// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"
#include "charts/figure_plots.h"
#include "export/svg_figures.h"
#include "statistics/time_series.h"

#include <functional>
#include <variant>

namespace sweepscope {

/// Shows a figure of the core - curves, ranks joined by lines, or differences with their intervals
/// - in the window's colours. The same data become SVG in reports, so that both say the same.
class FigureChart final : public ChartWidget {
    Q_OBJECT

public:
    using Figure = std::variant<std::monostate, Curves, Slopes, DifferenceBars>;

    /// What scans can be narrowed by between two places on the axis of curves, or at a row of the
    /// others; nothing where there is none.
    using TermsIn = std::function<std::vector<Term>(double from, double to)>;
    using TermsOf = std::function<std::vector<Term>(std::size_t row)>;

    struct Content {
        Figure figure;
        QString title; ///< for screen readers and files
        std::shared_ptr<const Table> numbers;
        TermsIn termsIn;
        TermsOf termsOf;
        std::optional<TimeGrid> grid; ///< whose intervals the axis of curves counts
    };

    explicit FigureChart(QWidget* parent = nullptr);

    void show(Content content);

    void clear() { show({}); }

    [[nodiscard]] const Figure& figure() const { return m_content.figure; }

    [[nodiscard]] std::shared_ptr<const Table> numbers() const override {
        return m_content.numbers;
    }

    [[nodiscard]] std::vector<LegendEntry> legendEntries() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;
    [[nodiscard]] std::vector<Term> termsIn(const QRectF& area) const override;
    [[nodiscard]] std::vector<QRectF> spots() const override;
    [[nodiscard]] QString textAt(const QPointF& place) const override;

protected:
    [[nodiscard]] Band band() const override;
    [[nodiscard]] bool isEmpty() const override;
    void rebuild() override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    [[nodiscard]] QRectF zoomArea() const override;

private:
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] CurvePlot plotOf(const Curves& curves) const;
    void setXAxis(Curves& curves);
    void setTicks(Curves& curves) const;
    [[nodiscard]] std::vector<QRectF> spotsOf(const Curves& curves) const;
    [[nodiscard]] QString curvesAt(const Curves& curves, const QPointF& place) const;

    Content m_content;
};

} // namespace sweepscope
