// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/axis_ticks.h"
#include "tables/table.h"

#include <QChartView>
#include <QImage>

#include <memory>
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

signals:
    void legendChanged();

protected:
    /// Axes with labels of our own wording at places of our own choice.
    static QCategoryAxis* makeAxis();
    static void setTicks(
        QCategoryAxis* axis, const std::vector<Tick>& ticks, double from, double to);

    /// Brings what the base class draws into the present theme; subclasses rebuild their series.
    void restyle();
    [[nodiscard]] QRectF plotArea() const;

    void changeEvent(QEvent* event) override;
    virtual void rebuild() = 0;
};

} // namespace sweepscope
