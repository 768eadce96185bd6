// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/event_marks.h"

#include "format/display_text.h"
#include "style/theme.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sweepscope {

namespace {

double xOf(const Event& event, const QRectF& plot, const TimeRange& range) {
    const double share =
        (event.begin - range.first).inSeconds() / std::max(range.length().inSeconds(), 1e-9);
    return plot.left() + share * plot.width();
}

} // namespace

EventsPointer knownEvents() {
    static const EventsPointer kKnown =
        std::make_shared<const EventList>(EventList{shippedEventList(), {}});
    return kKnown;
}

std::vector<PortId> portsInView(const Snapshot& snapshot) {
    std::vector<PortId> ports;
    for (const Term& term : snapshot.question.narrowing.only) {
        const auto* const port = std::get_if<PortTerm>(&term);
        if (port == nullptr)
            continue;
        for (const Protocol protocol : {Protocol::tcp, Protocol::udp, Protocol::icmp}) {
            if (port->protocol.value_or(protocol) == protocol)
                ports.push_back({protocol, port->port});
        }
    }
    if (!ports.empty())
        return ports;
    for (const PortCount& each : snapshot.ports)
        ports.push_back({each.protocol, each.port});
    return ports;
}

void EventMarks::setEvents(EventsPointer events) {
    m_events = std::move(events);
    choose();
}

void EventMarks::setView(const TimeRange& range, std::vector<PortId> ports) {
    m_range = range;
    m_ports = std::move(ports);
    choose();
}

void EventMarks::choose() {
    m_shown.clear();
    // Without a scan there is no port in view, which eventsIn would take for all of them.
    if (m_events != nullptr && !m_range.isEmpty() && !m_ports.empty())
        m_shown = eventsIn(m_events->events, m_range, m_ports);
}

void EventMarks::paint(QPainter& painter, const QRectF& plot, const TimeRange& range) const {
    constexpr double kFlag = 4;
    constexpr double kLine = 16;
    painter.save();
    painter.setFont(fontOf(metrics::kNote));
    double free = plot.left();
    for (const Event& event : m_shown) {
        if (!range.contains(event.begin))
            continue;
        const double x = xOf(event, plot, range);
        painter.setPen(QPen(theme().text, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().text);
        const QPointF flag[] = {
            {x - kFlag, plot.top()}, {x + kFlag, plot.top()}, {x, plot.top() + 1.6 * kFlag}};
        painter.drawConvexPolygon(flag, 3);
    }
    for (const Event& event : m_shown) {
        if (!range.contains(event.begin))
            continue;
        const double x = xOf(event, plot, range);
        const QString name = painter.fontMetrics().elidedText(
            QString::fromStdString(event.name), Qt::ElideRight, 150);
        const double width = painter.fontMetrics().horizontalAdvance(name) + 6;
        const bool isLeft = x + 5 + width > plot.right();
        const QRectF place(isLeft ? x - 5 - width : x + 5, plot.top() + 1, width, kLine);
        if (place.left() < free)
            continue; // its name would lie over another; a mouse finds it
        QColor ground = theme().card;
        ground.setAlpha(210);
        painter.fillRect(place, ground);
        painter.setPen(theme().text);
        painter.drawText(place, Qt::AlignCenter, name);
        free = std::max(place.right(), x) + 4;
    }
    painter.restore();
}

QString EventMarks::textAt(const QPointF& place, const QRectF& plot, const TimeRange& range) const {
    constexpr double kReach = 5;
    QStringList lines;
    for (const Event& event : m_shown) {
        if (plot.contains(place) && std::abs(xOf(event, plot, range) - place.x()) <= kReach)
            lines << QStringLiteral("%1: %2").arg(fromCore(dateText(event)), fromCore(event.name));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace sweepscope
