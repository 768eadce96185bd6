// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/visits.h"

#include <algorithm>
#include <numeric>

namespace sweepscope::sample {
namespace {

constexpr std::uint32_t kWakingHours[24] = {
    5, 4, 3, 3, 2, 2, 3, 4, 6, 8, 9, 10, 9, 9, 10, 10, 10, 11, 12, 13, 14, 13, 10, 7};

/// `part` of `whole` of the span, to about a millisecond, without leaving 64 bits.
Moment within(Moment length, std::uint64_t part, std::uint64_t whole) {
    const std::uint64_t fraction = (part << 26) / whole;
    return Moment(length.count() * static_cast<std::int64_t>(fraction) >> 26);
}

void sortByTime(std::vector<Visit>& visits) {
    std::stable_sort(visits.begin(), visits.end(),
        [](const Visit& a, const Visit& b) { return a.time < b.time; });
}

} // namespace

std::uint32_t anyTarget(Random& random) {
    return kTelescopeFirst + static_cast<std::uint32_t>(random.below(kTelescopeSize));
}

std::vector<Visit> walkVisits(Random& random, std::span<const std::uint64_t> positions, Span span,
    unsigned permille, Shard shard) {
    const std::uint64_t stretch = GroupWalk::kOrder / 1000 * permille / shard.count;
    const std::uint64_t begin = stretch * shard.index;
    const bool isLast = permille == 1000 && shard.index + 1 == shard.count;
    const std::uint64_t end = isLast ? GroupWalk::kOrder : begin + stretch;
    std::vector<Visit> visits;
    for (std::uint32_t i = 0; i < kTelescopeSize; ++i) {
        if (positions[i] >= begin && positions[i] < end) {
            const Moment jitter = random.moment(Moment(0), 1ms);
            const Moment into = within(span.length, positions[i] - begin, end - begin);
            visits.push_back({span.start + into + jitter, kTelescopeFirst + i});
        }
    }
    sortByTime(visits);
    return visits;
}

std::vector<Visit> shuffledVisits(Random& random, Span span, std::size_t count) {
    std::vector<std::uint32_t> targets(kTelescopeSize);
    std::iota(targets.begin(), targets.end(), kTelescopeFirst);
    random.shuffle(targets);
    targets.resize(std::min(count, targets.size()));
    std::vector<Visit> visits;
    visits.reserve(targets.size());
    for (const std::uint32_t target : targets) {
        visits.push_back({random.moment(span.start, span.start + span.length), target});
    }
    sortByTime(visits);
    return visits;
}

std::vector<Visit> drawnVisits(Random& random, Span span, std::size_t count) {
    std::vector<Visit> visits;
    while (visits.size() < count) {
        const Moment time = random.moment(span.start, span.start + span.length);
        visits.push_back({time, anyTarget(random)});
    }
    sortByTime(visits);
    return visits;
}

std::vector<Visit> sequentialVisits(
    Random& random, Span span, std::uint32_t first, std::size_t count) {
    const Moment pace = span.length / static_cast<std::int64_t>(count);
    std::vector<Visit> visits;
    Moment slot = span.start;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t offset = (first - kTelescopeFirst + i) % kTelescopeSize;
        visits.push_back({slot + random.moment(Moment(0), pace), kTelescopeFirst + offset});
        slot += pace;
    }
    return visits;
}

Moment wakingMoment(Random& random, int hoursFromUtc) {
    const auto localHour = static_cast<int>(random.weighted(kWakingHours));
    const int hour = (localHour - hoursFromUtc + 48) % 24;
    const Moment begin = std::chrono::hours(hour);
    return random.moment(begin, begin + 1h);
}

} // namespace sweepscope::sample
