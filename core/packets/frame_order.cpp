// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/frame_order.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace sweepscope {

namespace {

/// A mirror port that sees a packet twice records both within this.
constexpr std::int64_t kDuplicateWithin = 1'000'000;

/// Eight bytes in which neighbours differ nearly always: on Ethernet, IP's checksum and addresses.
std::uint64_t telling(const Frame& frame) {
    constexpr std::uint32_t kOffset = 24;
    std::uint64_t bytes = 0;
    if (frame.captured >= kOffset + sizeof bytes)
        std::memcpy(&bytes, frame.bytes + kOffset, sizeof bytes);
    return bytes;
}

/// For two frames with the same telling bytes.
bool isDuplicate(const Frame& a, const Frame& b) {
    const std::int64_t apart = b.time.nanoseconds - a.time.nanoseconds;
    return a.captured == b.captured && apart <= kDuplicateWithin && apart >= -kDuplicateWithin &&
           a.captured != 0 && std::memcmp(a.bytes, b.bytes, a.captured) == 0;
}

} // namespace

void FrameOrder::add(std::span<const Frame> batch) {
    if (batch.empty())
        return;
    FrameOrder run;
    run.first = batch.front().time;
    run.last = batch.back().time;
    run.frames = batch.size();
    std::uint64_t before = 0; // what the frame before, and the one before that, tell
    std::uint64_t beforeThat = 0;
    std::int64_t time = batch.front().time.nanoseconds;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        const Frame& frame = batch[i];
        // Readers hold times within what can be subtracted.
        const std::int64_t back = time - frame.time.nanoseconds;
        time = frame.time.nanoseconds;
        run.backwards += back > 0 ? 1 : 0;
        run.largestStepBack.nanoseconds = std::max(run.largestStepBack.nanoseconds, back);
        run.untimed += time == 0 ? 1 : 0;
        const std::uint64_t tells = telling(frame);
        const bool isAgain = (i > 0 && tells == before && isDuplicate(batch[i - 1], frame)) ||
                             (i > 1 && tells == beforeThat && isDuplicate(batch[i - 2], frame));
        run.duplicates += isAgain ? 1 : 0;
        beforeThat = std::exchange(before, tells);
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
