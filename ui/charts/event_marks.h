// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "reference/events.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <memory>
#include <string>
#include <vector>

class QPainter;

namespace sweepscope {

/// The events that the program ships and those of the user, in order of time.
struct EventList {
    std::vector<Event> events;
    std::string ownPath; ///< the user's list among them; empty: none
};

/// Never changes.
using EventsPointer = std::shared_ptr<const EventList>;

/// Those that the program ships, alone.
EventsPointer knownEvents();

/// The ports that a snapshot looks at: those it is narrowed to, else all that are scanned.
std::vector<PortId> portsInView(const Snapshot& snapshot);

/// Events as marks on a time line: those within its dates that concern a port in view.
class EventMarks {
public:
    void setEvents(EventsPointer events);
    void setView(const TimeRange& range, std::vector<PortId> ports);

    [[nodiscard]] const std::vector<Event>& shown() const { return m_shown; }

    /// Over what is drawn in the plot, which `range` fills from left to right.
    void paint(QPainter& painter, const QRectF& plot, const TimeRange& range) const;

    /// Names of the events whose marks a place touches, one a line; empty for none.
    [[nodiscard]] QString textAt(
        const QPointF& place, const QRectF& plot, const TimeRange& range) const;

private:
    void choose();

    EventsPointer m_events = knownEvents();
    TimeRange m_range;
    std::vector<PortId> m_ports;
    std::vector<Event> m_shown;
};

} // namespace sweepscope
