// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/frame_order.h"

#include <algorithm>
#include <cstring>

namespace sweepscope {

namespace {

/// A mirror port that sees a packet twice records both within this.
constexpr std::int64_t kDuplicateWithin = 1'000'000;

/// Eight bytes in which neighbours differ nearly always: on Ethernet, IP's identification to its
/// checksum.
std::uint64_t telling(const Frame& frame) {
    constexpr std::uint32_t kOffset = 18;
    std::uint64_t bytes = 0;
    if (frame.captured >= kOffset + sizeof bytes)
        std::memcpy(&bytes, frame.bytes + kOffset, sizeof bytes);
    return bytes;
}

bool isDuplicate(const Frame& a, const Frame& b) {
    const std::int64_t apart = b.time.nanoseconds - a.time.nanoseconds;
    return a.captured == b.captured && telling(a) == telling(b) && apart <= kDuplicateWithin &&
           apart >= -kDuplicateWithin && a.captured != 0 &&
           std::memcmp(a.bytes, b.bytes, a.captured) == 0;
}

} // namespace

void FrameOrder::add(std::span<const Frame> batch) {
    if (batch.empty())
        return;
    FrameOrder run;
    run.first = batch.front().time;
    run.last = batch.back().time;
    run.frames = batch.size();
    run.untimed = batch.front().time.nanoseconds == 0 ? 1 : 0;
    for (std::size_t i = 1; i < batch.size(); ++i) {
        // Readers hold times within what can be subtracted.
        const std::int64_t back = batch[i - 1].time.nanoseconds - batch[i].time.nanoseconds;
        if (back > 0) {
            ++run.backwards;
            run.largestStepBack = std::max(run.largestStepBack, Duration{back});
        }
        run.untimed += batch[i].time.nanoseconds == 0 ? 1 : 0;
        const bool isAgain =
            isDuplicate(batch[i - 1], batch[i]) || (i > 1 && isDuplicate(batch[i - 2], batch[i]));
        run.duplicates += isAgain ? 1 : 0;
    }
    append(run);
}

void FrameOrder::append(const FrameOrder& next) {
    if (next.frames == 0)
        return;
    if (frames == 0) {
        *this = next;
        return;
    }
    const Duration step = next.first - last;
    backwards += next.backwards + (step.nanoseconds < 0 ? 1 : 0);
    largestStepBack =
        std::max({largestStepBack, next.largestStepBack, Duration{-step.nanoseconds}});
    last = next.last;
    frames += next.frames;
    duplicates += next.duplicates;
    untimed += next.untimed;
}

} // namespace sweepscope
