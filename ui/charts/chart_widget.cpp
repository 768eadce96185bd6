// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_widget.h"

#include "style/theme.h"

#include <QCategoryAxis>
#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>
#include <QPainter>

namespace sweepscope {

ChartWidget::ChartWidget(QWidget* parent)
    : QChartView(new QChart(), parent) {
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // the table with the same numbers takes the keyboard
    setMouseTracking(true);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setBackgroundRoundness(0);
    // Room for half a label beyond the ends of the axes.
    chart()->setMargins(QMargins(0, metrics::kGrid, metrics::kGap + metrics::kGrid, 0));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    restyle();
}

void ChartWidget::restyle() {
    setBackgroundBrush(theme().card);
    const auto axes = chart()->axes();
    for (QAbstractAxis* const axis : axes) {
        axis->setLabelsColor(theme().quiet);
        axis->setLabelsFont(fontOf(metrics::kNote));
        axis->setGridLinePen(QPen(theme().line, 1));
        axis->setLinePen(QPen(theme().line, 1));
    }
}

QCategoryAxis* ChartWidget::makeAxis() {
    auto* const axis = new QCategoryAxis();
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setTruncateLabels(false);
    return axis;
}

void ChartWidget::setTicks(
    QCategoryAxis* axis, const std::vector<Tick>& ticks, double from, double to) {
    const QStringList old = axis->categoriesLabels();
    for (const QString& label : old)
        axis->remove(label);
    axis->setStartValue(from);
    axis->setRange(from, to);
    for (const Tick& tick : ticks) {
        // Labels must differ from one another: a blank that nobody sees makes them so.
        QString label = tick.label;
        while (axis->categoriesLabels().contains(label))
            label += QChar(0x200a);
        axis->append(label, tick.value);
    }
}

QRectF ChartWidget::plotArea() const {
    return chart()->plotArea();
}

QImage ChartWidget::image(const QSize& pixels, double scale) const {
    const std::unique_ptr<ChartWidget> drawn = copy();
    drawn->resize((QSizeF(pixels) / scale).toSize());
    drawn->ensurePolished();
    // A chart that was never shown lays itself out when it is first drawn.
    drawn->grab();
    QImage image(pixels, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(theme().card);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawn->render(&painter, QRectF(QPointF(), QSizeF(drawn->size())), drawn->rect());
    return image;
}

void ChartWidget::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) {
        rebuild();
        restyle();
    }
}

} // namespace sweepscope
