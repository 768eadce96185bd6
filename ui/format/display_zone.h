// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace sweepscope {

/// How the window shows moments: in UTC, as telescopes do, or in the local time of this machine.
/// Files are always UTC.
enum class DisplayZone { utc, local };

DisplayZone displayZone();

/// By the window alone; whoever shows times draws anew after that. Other threads may read it.
void setDisplayZone(DisplayZone zone);

/// Another zone on this thread while this object lives: files are UTC whatever the window shows.
class ZoneScope {
public:
    explicit ZoneScope(DisplayZone zone);
    ~ZoneScope();
    ZoneScope(const ZoneScope&) = delete;
    ZoneScope& operator=(const ZoneScope&) = delete;

private:
    std::optional<DisplayZone> m_before;
};

/// What stands beside times: "UTC", or "local time".
QString zoneName();

/// A moment in the zone in use.
QDateTime inDisplayZone(Timestamp time);

} // namespace sweepscope
