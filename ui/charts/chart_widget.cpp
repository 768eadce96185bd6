// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_widget.h"

#include "format/term_text.h"
#include "style/role.h"
#include "style/theme.h"

#include <QCategoryAxis>
#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>

#include <utility>

namespace sweepscope {

ChartWidget::ChartWidget(QWidget* parent)
    : QChartView(new QChart(), parent)
    , m_whole(new QToolButton(viewport())) {
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::TabFocus); // a click narrows and leaves no frame behind
    setMouseTracking(true);
    setAcceptDrops(false); // files that are dropped on a chart are the window's
    viewport()->setAcceptDrops(false);
    viewport()->grabGesture(Qt::PinchGesture);
    setAccessibleName(tr("Chart")); // until it shows something of which it can speak
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setBackgroundRoundness(0);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    setRole(*m_whole, "small");
    m_whole->setText(tr("Whole axis"));
    m_whole->setToolTip(tr("Back from the zoom (0)"));
    m_whole->hide();
    connect(m_whole, &QToolButton::clicked, this, &ChartWidget::showWhole);
    restyle();
}

void ChartWidget::restyle() {
    // Room for half a label beyond the ends of the axes.
    const int right = static_cast<int>(withText(metrics::kGap + metrics::kGrid));
    chart()->setMargins(QMargins(0, metrics::kGrid, right, 0));
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
    const QString text = textAt(event->position());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPosition().toPoint(), text, this);
}

/// With Ctrl it leaves out.
void ChartWidget::narrow(const std::vector<Term>& terms, Qt::KeyboardModifiers modifiers) {
    const bool isLeftOut = modifiers.testFlag(Qt::ControlModifier);
    emit narrowRequested(isLeftOut ? Narrowing{{}, terms} : Narrowing{terms, {}});
}

/// A click or a drag narrows. Where there is nothing to narrow by, a drag over a long axis comes
/// closer.
void ChartWidget::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_current = event->position();
    const QRectF area = chosenArea();
    m_pressed.reset();
    viewport()->update();
    const std::vector<Term> terms = termsIn(area);
    if (!terms.empty())
        narrow(terms, event->modifiers());
    else if (area.width() > 0 && band() == Band::time)
        zoomTo({valueAt(area.left()), valueAt(area.right())});
    else
        choose(event->position());
}

void ChartWidget::contextMenuEvent(QContextMenuEvent* event) {
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const std::vector<Term> terms = isByKey ? termsOfSpots() : termsIn({event->pos(), QSizeF()});
    if (terms.empty())
        return;
    QMenu menu(this);
    const QString name = displayTerm(terms.front());
    menu.addAction(tr("Only %1").arg(name), this, [=, this] { emit narrowRequested({terms, {}}); });
    menu.addAction(tr("Not %1").arg(name), this, [=, this] { emit narrowRequested({{}, terms}); });
    menu.exec(
        isByKey ? viewport()->mapToGlobal(areaOfSpots().center().toPoint()) : event->globalPos());
}

void ChartWidget::setEmptyText(const QString& text) {
    m_emptyText = text;
    viewport()->update();
}

/// In place of axes without anything on them.
void ChartWidget::drawEmpty(QPainter& painter) const {
    const QRectF all(viewport()->rect());
    painter.save();
    painter.fillRect(all, theme().card);
    painter.setPen(theme().quiet);
    painter.setFont(fontOf(metrics::kText));
    painter.drawText(all.adjusted(metrics::kGap, 0, -metrics::kGap, 0),
        Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    painter.restore();
}

void ChartWidget::drawForeground(QPainter* painter, const QRectF& rect) {
    QChartView::drawForeground(painter, rect);
    QColor fill = theme().accent;
    fill.setAlpha(48);
    painter->setPen(QPen(theme().accent, 1));
    painter->setBrush(fill);
    if (isEmpty())
        drawEmpty(*painter);
    if (isDragging())
        painter->drawRect(chosenArea());
    if (!hasFocus())
        return;
    painter->drawRect(areaOfSpots());
    painter->setPen(QPen(theme().accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1));
}

void ChartWidget::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    m_whole->adjustSize();
    m_whole->move(viewport()->width() - m_whole->width() - metrics::kGrid, 0);
}

/// Drawn anew once the change has gone through: in the middle of one Qt Charts 6.4 crashes.
void ChartWidget::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    const bool isLook = event->type() == QEvent::PaletteChange ||
                        event->type() == QEvent::LanguageChange ||
                        event->type() == QEvent::FontChange;
    if (!isLook || std::exchange(m_isStale, true))
        return;
    QTimer::singleShot(0, this, &ChartWidget::takeLook);
}

void ChartWidget::takeLook() {
    m_isStale = false;
    m_whole->setText(tr("Whole axis"));
    m_whole->setToolTip(tr("Back from the zoom (0)"));
    rebuild();
    restyle();
}

} // namespace sweepscope
