// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/time.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>

namespace sweepscope {

namespace {

using Limits = std::numeric_limits<std::int64_t>;
constexpr std::int64_t kPerSecond = 1'000'000'000;

struct CivilTime {
    std::chrono::year_month_day date;
    std::chrono::hh_mm_ss<std::chrono::nanoseconds> clock;
};

CivilTime civil(Timestamp moment) {
    using namespace std::chrono;
    // Split by hand: sys_time in nanoseconds would overflow near the ends of the range.
    constexpr std::int64_t kPerDay = 86'400 * kPerSecond;
    auto day = moment.nanoseconds / kPerDay;
    auto rest = moment.nanoseconds % kPerDay;
    if (rest < 0) {
        rest += kPerDay;
        --day;
    }
    return {year_month_day(sys_days(days(static_cast<int>(day)))),
        hh_mm_ss<nanoseconds>(nanoseconds(rest))};
}

std::string dateAndClock(const CivilTime& time) {
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(time.date.year()),
        static_cast<unsigned>(time.date.month()), static_cast<unsigned>(time.date.day()),
        time.clock.hours().count(), time.clock.minutes().count(), time.clock.seconds().count());
}

/// Takes exactly `digits` digits off the front of `text`.
std::optional<int> takeNumber(std::string_view& text, std::size_t digits) {
    int number = 0;
    if (text.size() < digits)
        return std::nullopt;
    const char* end = text.data() + digits;
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stopped != end || text.starts_with('-'))
        return std::nullopt;
    text.remove_prefix(digits);
    return number;
}

bool take(std::string_view& text, char wanted) {
    if (text.empty() || text.front() != wanted)
        return false;
    text.remove_prefix(1);
    return true;
}

/// ".25" -> 250,000,000; nothing -> 0. Digits past the ninth are ignored.
std::optional<std::int64_t> takeFraction(std::string_view& text) {
    if (!take(text, '.'))
        return 0;
    std::int64_t nanoseconds = 0;
    std::int64_t unit = kPerSecond;
    bool any = false;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        unit /= 10;
        nanoseconds += unit * (text.front() - '0');
        text.remove_prefix(1);
        any = true;
    }
    return any ? std::optional(nanoseconds) : std::nullopt;
}

/// Nanoseconds since midnight of "T12:00[:00[.0]]"; nothing -> 0.
std::optional<std::int64_t> takeClock(std::string_view& text) {
    if (!take(text, 'T') && !take(text, ' '))
        return 0;
    const auto hour = takeNumber(text, 2);
    if (!hour || !take(text, ':'))
        return std::nullopt;
    const auto minute = takeNumber(text, 2);
    const bool hasSeconds = take(text, ':');
    const auto second = hasSeconds ? takeNumber(text, 2) : std::optional(0);
    const auto fraction = hasSeconds ? takeFraction(text) : std::optional(std::int64_t{0});
    if (!minute || !second || !fraction || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    return ((*hour * 60LL + *minute) * 60 + *second) * kPerSecond + *fraction;
}

} // namespace

Duration Duration::fromSeconds(double count) {
    const double nanoseconds = std::round(count * 1e9);
    constexpr double kLimit = 9.2e18;
    return {static_cast<std::int64_t>(std::clamp(nanoseconds, -kLimit, kLimit))};
}

Duration operator-(Timestamp later, Timestamp earlier) {
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(later.nanoseconds, earlier.nanoseconds, &difference))
        return {later > earlier ? Limits::max() : Limits::min()};
    return {difference};
}

Timestamp operator+(Timestamp moment, Duration shift) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(moment.nanoseconds, shift.nanoseconds, &sum))
        return {shift.nanoseconds > 0 ? Limits::max() : Limits::min()};
    return {sum};
}

std::string toIso8601(Timestamp moment) {
    const CivilTime time = civil(moment);
    const auto fraction = time.clock.subseconds().count();
    if (fraction % 1'000 == 0)
        return fmt::format("{}.{:06}Z", dateAndClock(time), fraction / 1'000);
    return fmt::format("{}.{:09}Z", dateAndClock(time), fraction);
}

std::string toIso8601Seconds(Timestamp moment) {
    return dateAndClock(civil(moment)) + "Z";
}

std::optional<Timestamp> parseIso8601(std::string_view text) {
    const auto year = takeNumber(text, 4);
    if (!year || !take(text, '-'))
        return std::nullopt;
    const auto month = takeNumber(text, 2);
    if (!month || !take(text, '-'))
        return std::nullopt;
    const auto day = takeNumber(text, 2);
    const auto clock = day ? takeClock(text) : std::nullopt;
    take(text, 'Z');
    // 64 bits of nanoseconds end in 2262.
    if (!clock || !text.empty() || *year < 1678 || *year > 2261)
        return std::nullopt;
    const std::chrono::year_month_day date(std::chrono::year(*year),
        std::chrono::month(static_cast<unsigned>(*month)),
        std::chrono::day(static_cast<unsigned>(*day)));
    if (!date.ok())
        return std::nullopt;
    const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
    return Timestamp{days * 86'400 * kPerSecond + *clock};
}

} // namespace sweepscope
