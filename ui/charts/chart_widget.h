// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/axis_ticks.h"
#include "narrowing/narrowing.h"
#include "tables/table.h"

#include <QChartView>
#include <QImage>

#include <memory>
#include <optional>
#include <vector>

class QCategoryAxis;

namespace sweepscope {

struct LegendEntry {
    QString text;
    QColor colour;
};

/// A chart of the window: Qt Charts within, the theme's colours, a legend that the card around it
/// shows, and the numbers behind it as a table of the core.
class ChartWidget : public QChartView {
    Q_OBJECT

public:
    explicit ChartWidget(QWidget* parent = nullptr);

    /// The numbers that the chart draws; null before there are any.
    [[nodiscard]] virtual std::shared_ptr<const Table> numbers() const = 0;

    [[nodiscard]] virtual std::vector<LegendEntry> legendEntries() const { return {}; }

    /// What the chart says, in words, for screen readers.
    [[nodiscard]] virtual QString description() const = 0;

    /// The same chart as a fresh widget, for drawing in another size.
    [[nodiscard]] virtual std::unique_ptr<ChartWidget> copy() const = 0;

    /// The chart drawn at a fixed size, whatever the monitor: `pixels` in all, `scale` pixels to a
    /// unit of the window's measure.
    [[nodiscard]] QImage image(const QSize& pixels, double scale) const;

    /// What scans can be narrowed by inside an area of the chart: the bar, the country, the stretch
    /// of time there. A click is an area without extent. In widget coordinates.
    [[nodiscard]] virtual std::vector<Term> termsIn(const QRectF& /*area*/) const { return {}; }

signals:
    void legendChanged();
    void narrowRequested(const sweepscope::Narrowing& step);

protected:
    /// Axes with labels of our own wording at places of our own choice.
    static QCategoryAxis* makeAxis();
    static void setTicks(
        QCategoryAxis* axis, const std::vector<Tick>& ticks, double from, double to);

    /// Brings what the base class draws into the present theme; subclasses rebuild their series.
    void restyle();
    [[nodiscard]] QRectF plotArea() const;

    /// How a drag marks what is chosen: a band over the height or width of the plot, or a box.
    enum class Band { none, time, rows, box };

    [[nodiscard]] virtual Band band() const { return Band::none; }

    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    virtual void rebuild() = 0;

private:
    [[nodiscard]] QRectF chosenArea() const;
    [[nodiscard]] bool isDragging() const;

    std::optional<QPointF> m_pressed;
    QPointF m_current;
};

} // namespace sweepscope
