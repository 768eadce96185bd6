// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/day.h"
#include "sample/group_walk.h"
#include "sample/random.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sweepscope::sample {

/// One moment at which one target is reached.
struct Visit {
    Moment time;
    std::uint32_t target = 0; // an address
};

struct Span {
    Moment start;
    Moment length;
};

struct Shard {
    unsigned index = 0;
    unsigned count = 1;
};

/// ZMap's order: the first `permille` of the walk, spread evenly over the span. With shards, each
/// walks a stretch of its own, all at the same time, as ZMap's shards do.
std::vector<Visit> walkVisits(Random& random, std::span<const std::uint64_t> positions, Span span,
    unsigned permille, Shard shard = {});

/// `count` different addresses in random order at random moments (Masscan and its like).
std::vector<Visit> shuffledVisits(Random& random, Span span, std::size_t count);

/// `count` addresses drawn with replacement at random moments.
std::vector<Visit> drawnVisits(Random& random, Span span, std::size_t count);

/// `count` addresses one after the other from `first` on, wrapping at the telescope's end, at an
/// even pace with a little jitter.
std::vector<Visit> sequentialVisits(
    Random& random, Span span, std::uint32_t first, std::size_t count);

/// A random moment of the day after the rhythm of waking hours at the given distance from UTC.
Moment wakingMoment(Random& random, int hoursFromUtc);

std::uint32_t anyTarget(Random& random);

} // namespace sweepscope::sample
