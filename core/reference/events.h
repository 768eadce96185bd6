// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/port_id.h"
#include "base/result.h"
#include "base/time.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sweepscope {

/// Where the date of an event comes from.
enum class EventConfidence : std::uint8_t {
    checked, ///< read in the CVE record or the advisory
    known,   ///< well known, not read again
    own,     ///< of the user's own list
};

/// How an event's effect shows on its ports.
enum class Visibility : std::uint8_t {
    unsaid,
    own,  ///< the port hears little else
    busy, ///< so much other traffic that an effect is hard to see
};

std::string_view nameOf(EventConfidence confidence);
std::string_view nameOf(Visibility visibility);

/// A disclosure, outbreak or release: the day on which the world could begin to react.
struct Event {
    Timestamp begin;                      ///< of the day, moment or month given
    Duration span = Duration::seconds(0); ///< within which the true moment lies: a day, a month
    std::string name;
    std::string cve;
    std::vector<PortId> ports; ///< that it is reached by; none: no port of its own
    Visibility visibility = Visibility::unsaid;
    EventConfidence confidence = EventConfidence::own;
    std::string note;

    bool operator==(const Event&) const = default;
    [[nodiscard]] bool concerns(PortId port) const;
};

/// The date as it was given: to the day, the month, or in full.
std::string dateText(const Event& event);

/// Reads a list of events as CSV (resources/reference/README.md has the columns), sorted by time.
/// `confidence` is that of rows which say none. Fails with the line and what is wrong with it.
Result<std::vector<Event>> parseEvents(
    std::string_view csv, EventConfidence confidence = EventConfidence::own);

/// The same from a file of at most 4 MiB.
Result<std::vector<Event>> readEvents(const std::string& path);

/// Those that the program ships.
const std::vector<Event>& shippedEventList();

/// Two lists as one, in order of time.
std::vector<Event> mergeEvents(std::vector<Event> events, const std::vector<Event>& others);

/// Those whose time lies in the range and, unless `ports` is empty, that concern one of the ports:
/// the marks on a time line. An event without ports concerns all.
std::vector<Event> eventsIn(
    const std::vector<Event>& events, const TimeRange& range, const std::vector<PortId>& ports);

} // namespace sweepscope
