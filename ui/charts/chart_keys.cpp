// SPDX-License-Identifier: GPL-3.0-or-later
// How a chart is worked without a mouse, and looked at more closely.
#include "charts/chart_widget.h"
#include "style/theme.h"

#include <QAbstractScrollArea>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QScrollBar>
#include <QToolButton>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace sweepscope {

namespace {

constexpr double kCloser = 0.8; ///< a step of the wheel, or a key
constexpr double kAside = 0.2;  ///< likewise
constexpr std::size_t kPage = 10;

/// A wheel over what scrolls means to scroll.
bool isInWhatScrolls(const QWidget& widget) {
    for (const QWidget* up = widget.parentWidget(); up != nullptr; up = up->parentWidget()) {
        const auto* const area = qobject_cast<const QAbstractScrollArea*>(up);
        if (area != nullptr && area->verticalScrollBar()->maximum() > 0)
            return true;
    }
    return false;
}

/// The spot nearest above or below; of those as near, the one most in line.
std::optional<std::size_t> inNextLine(
    const std::vector<QRectF>& spots, std::size_t from, bool isDown) {
    std::optional<std::size_t> best;
    std::pair<double, double> least;
    for (std::size_t i = 0; i < spots.size(); ++i) {
        const QPointF step = spots[i].center() - spots[from].center();
        const double away = isDown ? step.y() : -step.y();
        const std::pair<double, double> distance(away, std::abs(step.x()));
        if (away > 1 && (!best || distance < least)) {
            best = i;
            least = distance;
        }
    }
    return best;
}

} // namespace

std::optional<std::size_t> ChartWidget::spotAfter(int key) const {
    const std::vector<QRectF> all = spots();
    if (all.empty())
        return std::nullopt;
    const std::size_t last = all.size() - 1;
    const bool isFirstKey = !m_spot || *m_spot > last;
    const std::size_t now = isFirstKey ? 0 : *m_spot;
    switch (key) {
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return last;
    case Qt::Key_PageUp:
        return now - std::min(now, kPage);
    case Qt::Key_PageDown:
        return std::min(now + kPage, last);
    case Qt::Key_Left:
        return now - std::min<std::size_t>(now, 1);
    case Qt::Key_Right:
        return isFirstKey ? 0 : std::min(now + 1, last);
    case Qt::Key_Up:
    case Qt::Key_Down:
        return isFirstKey ? 0 : inNextLine(all, now, key == Qt::Key_Down).value_or(now);
    default:
        return std::nullopt;
    }
}

bool ChartWidget::goTo(std::optional<std::size_t> spot, bool isExtending) {
    if (!spot)
        return false;
    const bool isAtEnd = m_spot == spot && zoom().isZoomed();
    if (isAtEnd) { // goes on beyond the edge of what is shown
        const bool isLeft = *spot == 0;
        m_anchor.reset();
        afterZoom(m_zoom.move(isLeft ? -kAside : kAside));
    }
    if (!isExtending)
        m_anchor.reset();
    else if (!m_anchor)
        m_anchor = m_spot.value_or(*spot);
    m_spot = spot;
    const std::vector<QRectF> all = spots();
    if (*m_spot < all.size()) {
        const QPointF place = all[*m_spot].center();
        setAccessibleDescription(textAt(place));
        QToolTip::showText(viewport()->mapToGlobal(place.toPoint()), textAt(place), this);
    }
    viewport()->update();
    return true;
}

/// The spot where the keys are, and those back to where Shift was first held.
QRectF ChartWidget::areaOfSpots() const {
    const std::vector<QRectF> all = spots();
    if (!m_spot || *m_spot >= all.size())
        return {};
    const std::size_t anchor = std::min(m_anchor.value_or(*m_spot), all.size() - 1);
    return all[*m_spot].united(all[anchor]);
}

std::vector<Term> ChartWidget::termsOfSpots() const {
    const QRectF area = areaOfSpots();
    if (area.isEmpty())
        return {};
    // Neighbours begin where a spot ends: half a unit keeps off them.
    const bool isStretch = m_anchor || band() == Band::time;
    return termsIn(
        isStretch ? area.adjusted(0.5, 0.5, -0.5, -0.5) : QRectF(area.center(), QSizeF()));
}

void ChartWidget::keyPressEvent(QKeyEvent* event) {
    const bool isExtending = event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
        event->key() == Qt::Key_Space) {
        if (const std::vector<Term> terms = termsOfSpots(); !terms.empty())
            narrow(terms, event->modifiers());
        else if (m_spot)
            choose(areaOfSpots().center());
        return;
    }
    if (goTo(spotAfter(event->key()), isExtending) || takeZoomKey(event->key()))
        return;
    event->ignore(); // not scrolled: all of the chart is in sight
}

bool ChartWidget::takeZoomKey(int key) {
    const QRectF at = areaOfSpots().isEmpty() ? zoomArea() : areaOfSpots();
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(valueAt(at.center().x()), kCloser);
    case Qt::Key_Minus:
        return zoomBy(valueAt(at.center().x()), 1 / kCloser);
    case Qt::Key_0:
        afterZoom(m_zoom.showWhole());
        return true;
    default:
        return false;
    }
}

void ChartWidget::focusInEvent(QFocusEvent* event) {
    QChartView::focusInEvent(event);
    viewport()->update();
}

void ChartWidget::focusOutEvent(QFocusEvent* event) {
    QChartView::focusOutEvent(event);
    setAccessibleDescription(description());
    viewport()->update();
}

void ChartWidget::setAxis(const Extent& whole, double least) {
    m_zoom.setWhole(whole, least);
    m_whole->setVisible(m_zoom.isZoomed());
}

double ChartWidget::valueAt(double x) const {
    const QRectF area = zoomArea();
    const double share = area.width() > 0 ? (x - area.left()) / area.width() : 0;
    return m_zoom.shown().from + share * m_zoom.shown().length();
}

double ChartWidget::xOf(double value) const {
    const Extent& shown = m_zoom.shown();
    const double share = shown.length() > 0 ? (value - shown.from) / shown.length() : 0;
    return zoomArea().left() + share * zoomArea().width();
}

void ChartWidget::showWhole() {
    afterZoom(m_zoom.showWhole());
}

void ChartWidget::zoomTo(const Extent& part) {
    afterZoom(m_zoom.show(part));
}

bool ChartWidget::zoomBy(double place, double factor) {
    if (!m_zoom.canZoom())
        return false;
    afterZoom(m_zoom.scale(place, factor));
    return true;
}

void ChartWidget::afterZoom(bool isChange) {
    if (!isChange)
        return;
    m_spot.reset(); // spots are counted from the left edge
    m_anchor.reset();
    m_whole->setVisible(m_zoom.isZoomed());
    showZoom();
    viewport()->update();
}

/// The wheel comes closer; with Shift, or a wheel that turns aside, it moves along.
void ChartWidget::wheelEvent(QWheelEvent* event) {
    const bool wantsCtrl = isInWhatScrolls(*this);
    const bool isMeant = !wantsCtrl || event->modifiers().testFlag(Qt::ControlModifier);
    if (!m_zoom.canZoom() || !isMeant)
        return event->ignore();
    constexpr double kStep = 120; // of a wheel with steps
    const QPointF turned = QPointF(event->angleDelta()) / kStep;
    const bool isAside = event->modifiers().testFlag(Qt::ShiftModifier) || turned.y() == 0;
    if (isAside)
        afterZoom(m_zoom.move(-kAside * (turned.x() != 0 ? turned.x() : turned.y())));
    else
        zoomBy(valueAt(event->position().x()), std::pow(kCloser, turned.y()));
    event->accept();
}

bool ChartWidget::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::NativeGesture) {
        const auto* const gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture)
            return zoomBy(valueAt(gesture->position().x()), 1 / (1 + gesture->value()));
    }
    if (event->type() == QEvent::Gesture) {
        auto* const gestures = static_cast<QGestureEvent*>(event);
        if (const auto* const pinch =
                static_cast<QPinchGesture*>(gestures->gesture(Qt::PinchGesture));
            pinch != nullptr && pinch->scaleFactor() > 0) {
            const QPoint centre = viewport()->mapFromGlobal(pinch->centerPoint().toPoint());
            return zoomBy(valueAt(centre.x()), 1 / pinch->scaleFactor());
        }
    }
    return QChartView::viewportEvent(event);
}

} // namespace sweepscope
