// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace sweepscope {

/// A length of time in whole nanoseconds. May be negative.
struct Duration {
    std::int64_t nanoseconds = 0;

    static constexpr Duration seconds(std::int64_t count) { return {count * 1'000'000'000}; }

    /// Rounded to the nanosecond and held within what 64 bits can say.
    static Duration fromSeconds(double count);

    [[nodiscard]] constexpr double inSeconds() const {
        return static_cast<double>(nanoseconds) /
               1e9; // a product would not keep whole seconds whole
    }

    auto operator<=>(const Duration&) const = default;
};

/// A moment: nanoseconds since 1970-01-01T00:00:00Z, leap seconds not counted, as captures do.
struct Timestamp {
    std::int64_t nanoseconds = 0;

    auto operator<=>(const Timestamp&) const = default;

    /// Differences and shifts saturate: a capture may claim any 64-bit time.
    friend Duration operator-(Timestamp later, Timestamp earlier);
    friend Timestamp operator+(Timestamp moment, Duration shift);
};

/// First and last moment of something that happened; both belong to it. Starts empty.
struct TimeRange {
    Timestamp first{std::numeric_limits<std::int64_t>::max()};
    Timestamp last{std::numeric_limits<std::int64_t>::min()};

    bool operator==(const TimeRange&) const = default;

    [[nodiscard]] bool isEmpty() const { return last < first; }

    [[nodiscard]] Duration length() const { return isEmpty() ? Duration{} : last - first; }

    [[nodiscard]] bool contains(Timestamp moment) const {
        return first <= moment && moment <= last;
    }

    /// By numbers: of two structures the compiler chooses by their addresses, and then loads.
    void include(Timestamp moment) {
        first.nanoseconds = std::min(first.nanoseconds, moment.nanoseconds);
        last.nanoseconds = std::max(last.nanoseconds, moment.nanoseconds);
    }

    void include(const TimeRange& other) {
        first = std::min(first, other.first);
        last = std::max(last, other.last);
    }
};

/// UTC, ISO 8601: "2018-10-30T00:00:00.250000Z"; nine decimals only where microseconds do not do.
std::string toIso8601(Timestamp moment);

/// The same without decimals: "2018-10-30T00:00:00Z".
std::string toIso8601Seconds(Timestamp moment);

/// Reads "2018-10-30", "2018-10-30T12:00", "2018-10-30T12:00:00[.fraction]", with or without a
/// final Z; always UTC.
std::optional<Timestamp> parseIso8601(std::string_view text);

} // namespace sweepscope
