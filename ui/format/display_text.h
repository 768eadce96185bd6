// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "tables/table.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace sweepscope {

/// Numbers, times and cells as a person reads them, in the user's locale; times in the zone of
/// display_zone.h.
/// Files never use these: they have the C locale (core/export).

QString displayCount(std::uint64_t number); ///< 18,204
QString displayShort(std::uint64_t number); ///< 218.4 M; whole below 100,000
QString displayNumber(double number);       ///< three digits that matter: 17.9, 0.0002, 1.17 M
QString displayShare(double share);         ///< 57.2 %; below a tenth of a per cent two digits
QString displayTick(double share);          ///< a share on an axis: 25 %, 0.5 %
QString displayTime(Timestamp time);        ///< 2026-03-10 10:20:05
QString displayInstant(Timestamp time);     ///< 2026-03-10 10:20:05.2
QString displayDuration(Duration duration); ///< 480 s, 12.6 h, 8.4 days
QString displayBytes(std::uint64_t bytes);  ///< 15.9 GB

/// A cell as its column means it; empty for nothing.
QString displayCell(const Cell& cell, Format format);

/// The number that a text begins with, in the user's locale or in C, with or without the unit
/// behind it; nothing where it is none, or negative.
std::optional<double> numberIn(QString text, const QString& unit = {});

/// The number by which tr() chooses a plural; for texts that show it with displayCount().
int pluralOf(std::uint64_t number);

/// UTF-8 of the core as a Qt string.
QString fromCore(std::string_view text);

/// A fixed text of the core, such as the name of a country or of a bin, in the window's language;
/// any other text as it is.
QString coreText(std::string_view text);

} // namespace sweepscope
