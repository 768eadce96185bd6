// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/time_series.h"

#include <algorithm>
#include <cstdint>

namespace sweepscope {

/// How many of a burst's packets have come `passed` nanoseconds after its first, when they are
/// spread evenly: floor(packets * passed / length). From one interval of a grid to the next that
/// grows by the same quotient and remainder, so that only the first costs a division.
class EvenSpread {
public:
    EvenSpread(std::uint64_t packets, Duration length, std::int64_t passed)
        : m_packets(packets)
        , m_length(length.nanoseconds)
        , m_passed(passed)
        , m_come(passed > 0 && passed <= m_length ? share(passed) : Share{}) {}

    [[nodiscard]] std::uint64_t come() const {
        return m_passed > m_length ? m_packets : m_come.whole;
    }

    /// To `step` nanoseconds later; the same at each call.
    void advance(std::int64_t step) {
        const bool hasBegun = m_passed > 0;
        m_passed += step;
        if (m_passed > m_length || m_passed <= 0)
            return;
        if (!hasBegun) {
            m_come = share(m_passed);
            return;
        }
        m_passed -= step;
        advanceInside(step);
    }

    /// The same where the burst has begun before and ends later; gives what comes meanwhile.
    std::uint64_t advanceInside(std::int64_t step) {
        m_passed += step;
        if (!m_each.isKnown)
            m_each = share(step);
        m_come.rest += m_each.rest;
        const bool isOneMore = m_come.rest >= static_cast<std::uint64_t>(m_length);
        m_come.rest -= isOneMore ? static_cast<std::uint64_t>(m_length) : 0;
        const std::uint64_t news = m_each.whole + (isOneMore ? 1 : 0);
        m_come.whole += news;
        return news;
    }

private:
    struct Share {
        std::uint64_t whole = 0;
        std::uint64_t rest = 0; ///< of the division by the length
        bool isKnown = false;
    };

    [[nodiscard]] Share share(std::int64_t passed) const {
        __extension__ using Wide = unsigned __int128; // packets x nanoseconds
        const auto length = static_cast<std::uint64_t>(m_length);
        const auto time = static_cast<std::uint64_t>(passed);
        std::uint64_t product = 0;
        if (!__builtin_mul_overflow(m_packets, time, &product))
            return {product / length, product % length, true};
        const Wide wide = Wide{m_packets} * time;
        return {static_cast<std::uint64_t>(wide / length),
            static_cast<std::uint64_t>(wide % length), true};
    }

    std::uint64_t m_packets;
    std::int64_t m_length;
    std::int64_t m_passed;
    Share m_come;
    Share m_each;
};

/// Calls `use(interval, packets)` for the intervals of the grid that a burst's packets fall into,
/// spread evenly over its time. What lies outside of the grid is left out.
///
/// Whole packets, so that the sum over all intervals is the burst's count and the order of
/// additions changes nothing: an interval gets what has come by its end less what had come by its
/// begin.
template <typename Use>
void spreadOver(const TimeGrid& grid, const TimeRange& time, std::uint64_t packets, Use use) {
    const std::int64_t step = grid.step.nanoseconds;
    const std::int64_t first = (time.first - grid.begin).nanoseconds;
    const std::int64_t last = first + time.length().nanoseconds;
    if (last < 0 || grid.count == 0)
        return;
    const std::int64_t begin = std::max<std::int64_t>(first, 0) / step;
    const std::int64_t end = std::min(last / step, static_cast<std::int64_t>(grid.count) - 1);
    EvenSpread spread(packets, time.length(), begin * step - first);
    std::uint64_t before = spread.come();
    const auto take = [&](std::int64_t interval) {
        spread.advance(step);
        use(static_cast<std::size_t>(interval), spread.come() - before);
        before = spread.come();
    };
    // Only the first interval and the last may be filled in part.
    std::int64_t interval = begin;
    if (interval <= end)
        take(interval++);
    for (; interval < end; ++interval)
        use(static_cast<std::size_t>(interval), spread.advanceInside(step));
    before = spread.come();
    if (interval <= end)
        take(interval);
}

/// The same without the intervals that get no packet: one step for each packet where there are
/// fewer of them than intervals. The j-th has come when j / packets of the time have passed.
template <typename Use>
void spreadPackets(const TimeGrid& grid, const TimeRange& time, std::uint64_t packets, Use use) {
    const std::int64_t step = grid.step.nanoseconds;
    const std::int64_t first = (time.first - grid.begin).nanoseconds;
    const auto length = static_cast<std::uint64_t>(time.length().nanoseconds);
    if (packets >= length / static_cast<std::uint64_t>(step))
        return spreadOver(grid, time, packets, use);
    const std::uint64_t each = length / packets;
    const std::uint64_t eachRest = length % packets;
    std::uint64_t passed = 0;
    std::uint64_t rest = 0; // of the division by the packets
    for (std::uint64_t packet = 0; packet < packets; ++packet) {
        rest += eachRest;
        const bool isOneMore = rest >= packets;
        rest -= isOneMore ? packets : 0;
        passed += each + (isOneMore ? 1 : 0);
        // What comes at the very end of an interval belongs to it.
        const std::int64_t at = first + static_cast<std::int64_t>(passed + (rest != 0 ? 1 : 0)) - 1;
        if (at < 0)
            continue;
        const auto interval = static_cast<std::size_t>(at / step);
        if (interval >= grid.count)
            return;
        use(interval, std::uint64_t{1});
    }
}

} // namespace sweepscope
