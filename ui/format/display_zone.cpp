// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/display_zone.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace sweepscope {

namespace {

DisplayZone& current() {
    static DisplayZone zone = DisplayZone::utc;
    return zone;
}

} // namespace

DisplayZone displayZone() {
    return current();
}

void setDisplayZone(DisplayZone zone) {
    current() = zone;
}

QString zoneName() {
    return current() == DisplayZone::utc ? QStringLiteral("UTC")
                                         : QCoreApplication::translate("display", "local time");
}

QDateTime inDisplayZone(Timestamp time) {
    constexpr std::int64_t kNanosecondsPerMillisecond = 1'000'000;
    // Towards the past, also before 1970.
    std::int64_t milliseconds = time.nanoseconds / kNanosecondsPerMillisecond;
    if (time.nanoseconds % kNanosecondsPerMillisecond < 0)
        --milliseconds;
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc());
    return current() == DisplayZone::utc ? moment : moment.toLocalTime();
}

} // namespace sweepscope
