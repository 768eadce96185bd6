// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/display_zone.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <atomic>
#include <utility>

namespace sweepscope {

namespace {

std::atomic<DisplayZone>& ofTheWindow() {
    static std::atomic<DisplayZone> zone = DisplayZone::utc;
    return zone;
}

std::optional<DisplayZone>& ofThisThread() {
    static thread_local std::optional<DisplayZone> zone;
    return zone;
}

} // namespace

DisplayZone displayZone() {
    return ofThisThread() ? *ofThisThread() : ofTheWindow().load();
}

void setDisplayZone(DisplayZone zone) {
    ofTheWindow() = zone;
}

ZoneScope::ZoneScope(DisplayZone zone)
    : m_before(std::exchange(ofThisThread(), zone)) {}

ZoneScope::~ZoneScope() {
    ofThisThread() = m_before;
}

QString zoneName() {
    return displayZone() == DisplayZone::utc ? QStringLiteral("UTC")
                                         : QCoreApplication::translate("display", "local time");
}

QDateTime inDisplayZone(Timestamp time) {
    constexpr std::int64_t kNanosecondsPerMillisecond = 1'000'000;
    // Towards the past, also before 1970.
    std::int64_t milliseconds = time.nanoseconds / kNanosecondsPerMillisecond;
    if (time.nanoseconds % kNanosecondsPerMillisecond < 0)
        --milliseconds;
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc());
    return displayZone() == DisplayZone::utc ? moment : moment.toLocalTime();
}

} // namespace sweepscope
