// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_widget.h"

#include "format/term_text.h"
#include "style/theme.h"

#include <QCategoryAxis>
#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

namespace sweepscope {

ChartWidget::ChartWidget(QWidget* parent)
    : QChartView(new QChart(), parent) {
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // the table with the same numbers takes the keyboard
    setMouseTracking(true);
    setAccessibleName(tr("Chart")); // until it shows something of which it can speak
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

bool ChartWidget::isDragging() const {
    constexpr double kLeast = 4; // less is a click with an unsteady hand
    return m_pressed && band() != Band::none &&
           (m_current - *m_pressed).manhattanLength() >= kLeast;
}

/// Of the drag; of the click, where there is none.
QRectF ChartWidget::chosenArea() const {
    if (!isDragging())
        return {*m_pressed, QSizeF()};
    QRectF area = QRectF(*m_pressed, m_current).normalized();
    if (band() == Band::time)
        area = QRectF(area.left(), plotArea().top(), area.width(), plotArea().height());
    if (band() == Band::rows)
        area = QRectF(plotArea().left(), area.top(), plotArea().width(), area.height());
    return area.intersected(plotArea());
}

void ChartWidget::mousePressEvent(QMouseEvent* event) {
    // Not passed on: Qt Charts 6.4 may crash in its own handler (QTBUG-118669).
    if (event->button() == Qt::LeftButton) {
        m_pressed = event->position();
        m_current = event->position();
    }
}

void ChartWidget::mouseMoveEvent(QMouseEvent* event) {
    m_current = event->position();
    if (isDragging())
        viewport()->update();
    if (!m_pressed) {
        const bool isClickable = !termsIn({event->position(), QSizeF()}).empty();
        viewport()->setCursor(isClickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    }
}

/// A click or a drag narrows; with Ctrl it leaves out.
void ChartWidget::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_current = event->position();
    const std::vector<Term> terms = termsIn(chosenArea());
    m_pressed.reset();
    viewport()->update();
    if (terms.empty())
        return;
    const bool isLeftOut = event->modifiers().testFlag(Qt::ControlModifier);
    emit narrowRequested(isLeftOut ? Narrowing{{}, terms} : Narrowing{terms, {}});
}

void ChartWidget::contextMenuEvent(QContextMenuEvent* event) {
    const std::vector<Term> terms = termsIn({event->pos(), QSizeF()});
    if (terms.empty())
        return;
    QMenu menu(this);
    const QString name = displayTerm(terms.front());
    menu.addAction(tr("Only %1").arg(name), this, [=, this] { emit narrowRequested({terms, {}}); });
    menu.addAction(tr("Not %1").arg(name), this, [=, this] { emit narrowRequested({{}, terms}); });
    menu.exec(event->globalPos());
}

void ChartWidget::drawForeground(QPainter* painter, const QRectF& rect) {
    QChartView::drawForeground(painter, rect);
    if (!isDragging())
        return;
    QColor fill = theme().accent;
    fill.setAlpha(48);
    painter->setPen(QPen(theme().accent, 1));
    painter->setBrush(fill);
    painter->drawRect(chosenArea());
}

void ChartWidget::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) {
        rebuild();
        restyle();
    }
}

} // namespace sweepscope
