// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/axis_ticks.h"
#include "charts/zoom.h"
#include "narrowing/narrowing.h"
#include "tables/table.h"

#include <QChartView>
#include <QImage>

#include <memory>
#include <optional>
#include <vector>

class QCategoryAxis;
class QToolButton;

namespace sweepscope {

struct LegendEntry {
    QString text;
    QColor colour;
};

/// A chart of the window: Qt Charts within, the theme's colours, a legend that the card around it
/// shows, and the numbers behind it as a table of the core. What a mouse can do a key can: arrows
/// go from one of the chart's spots to the next, Shift takes in those between, Enter narrows to it
/// and Ctrl+Enter leaves it out. A chart with a long axis is zoomed by the wheel (with Ctrl where
/// its page scrolls), a pinch, + and -; a button over it, and 0, lead back.
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

    /// What keys go to, in their order, in widget coordinates: bars, steps, countries.
    [[nodiscard]] virtual std::vector<QRectF> spots() const { return {}; }

    /// What is there, as a mouse over it or a key that comes to it shows; empty: nothing.
    [[nodiscard]] virtual QString textAt(const QPointF& /*place*/) const { return {}; }

    /// The spot that the keys came to last.
    [[nodiscard]] std::optional<std::size_t> spot() const { return m_spot; }

    [[nodiscard]] const Zoom& zoom() const { return m_zoom; }

    void showWhole();

    /// Whether there is nothing to draw.
    [[nodiscard]] virtual bool isEmpty() const { return false; }

    /// What to say, and to do, then.
    void setEmptyText(const QString& text);

    [[nodiscard]] const QString& emptyText() const { return m_emptyText; }

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

    /// A click, or Enter, where there is nothing to narrow by.
    virtual void choose(const QPointF& /*place*/) {}

    // Of charts that zoom. The horizontal axis runs from left to right of zoomArea().
    void setAxis(const Extent& whole, double least);
    void zoomTo(const Extent& part);

    void zoomLike(const ChartWidget& other) { m_zoom = other.m_zoom; }

    [[nodiscard]] virtual QRectF zoomArea() const { return plotArea(); }

    [[nodiscard]] double valueAt(double x) const;
    [[nodiscard]] double xOf(double value) const;

    virtual void showZoom() { rebuild(); } ///< another stretch is to be shown

    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    virtual void rebuild() = 0;

private:
    void takeLook();
    [[nodiscard]] QRectF chosenArea() const;
    [[nodiscard]] bool isDragging() const;
    void narrow(const std::vector<Term>& terms, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] std::vector<Term> termsOfSpots() const;
    [[nodiscard]] QRectF areaOfSpots() const;
    [[nodiscard]] std::optional<std::size_t> spotAfter(int key) const;
    bool goTo(std::optional<std::size_t> spot, bool isExtending);
    bool zoomBy(double place, double factor);
    void afterZoom(bool isChange);
    void drawEmpty(QPainter& painter) const;
    bool takeZoomKey(int key);

    QString m_emptyText;
    std::optional<QPointF> m_pressed;
    QPointF m_current;
    std::optional<std::size_t> m_spot;
    std::optional<std::size_t> m_anchor; ///< where a stretch of spots began
    Zoom m_zoom;
    QToolButton* m_whole;   ///< the way back from a zoom
    bool m_isStale = false; ///< to be drawn anew soon
};

} // namespace sweepscope
