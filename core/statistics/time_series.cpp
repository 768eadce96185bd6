// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/time_series.h"

#include "statistics/spread.h"

#include <array>

namespace sweepscope {

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

constexpr auto kSteps = std::to_array<std::int64_t>({1'000, 10'000, 100'000, 1'000'000, 2'000'000,
    5'000'000, 10'000'000, 20'000'000, 50'000'000, 100'000'000, 200'000'000, 500'000'000, kSecond,
    2 * kSecond, 5 * kSecond, 10 * kSecond, 15 * kSecond, 30 * kSecond, kMinute, 2 * kMinute,
    5 * kMinute, 10 * kMinute, 15 * kMinute, 30 * kMinute, kHour, 2 * kHour, 3 * kHour, 6 * kHour,
    12 * kHour, kDay, 2 * kDay, 7 * kDay, 14 * kDay, 28 * kDay, 91 * kDay, 182 * kDay, 364 * kDay});

std::int64_t roundDown(std::int64_t value, std::int64_t step) {
    const std::int64_t rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

/// Intervals of that length that the range touches.
std::uint64_t intervalsIn(const TimeRange& range, std::int64_t step) {
    const std::int64_t first = roundDown(range.first.nanoseconds, step) / step;
    const std::int64_t last = roundDown(range.last.nanoseconds, step) / step;
    return static_cast<std::uint64_t>(last - first) + 1;
}

} // namespace

Timestamp TimeGrid::beginOf(std::size_t interval) const {
    return begin + Duration{step.nanoseconds * static_cast<std::int64_t>(interval)};
}

TimeGrid gridOver(const TimeRange& range, std::size_t most) {
    if (range.isEmpty())
        return {};
    std::int64_t step = kSteps.back();
    for (const std::int64_t candidate : kSteps) {
        if (intervalsIn(range, candidate) <= most) {
            step = candidate;
            break;
        }
    }
    while (intervalsIn(range, step) > most)
        step *= 2;
    return {{roundDown(range.first.nanoseconds, step)}, {step}, intervalsIn(range, step)};
}

void PacketSeries::spread(
    const TimeRange& time, std::uint64_t packets, Tool tool, std::uint64_t factor) {
    const auto place = static_cast<std::size_t>(tool);
    spreadPackets(m_grid, time, packets, [&](std::size_t interval, std::uint64_t part) {
        m_packets[interval][place] += part * factor;
    });
}

void PacketSeries::add(const ScanView& view, std::size_t segment) {
    const ChainSegment& chains = view.chains.segments[segment];
    for (const Scan& scan : view.scans[segment]) {
        const BurstChain& chain = chains.chains[scan.chain];
        for (std::uint32_t i = chain.begin; i < chain.end; ++i) {
            const Burst& burst = view.index.segments[segment].bursts[chains.order[i]];
            add(burst.time, burst.packets, scan.tool);
        }
    }
}

void PacketSeries::add(const PacketSeries& other) {
    for (std::size_t i = 0; i < m_packets.size(); ++i) {
        for (std::size_t tool = 0; tool < kToolCount; ++tool)
            m_packets[i][tool] += other.m_packets[i][tool];
    }
}

} // namespace sweepscope
