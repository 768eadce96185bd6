// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/frame_order.h"

#include <algorithm>
#include <cstring>

namespace sweepscope {

namespace {

/// A mirror port that sees a packet twice records both within this.
constexpr std::int64_t kDuplicateWithin = 1'000'000;

bool isDuplicate(const Frame& a, const Frame& b) {
    const std::int64_t apart = b.time.nanoseconds - a.time.nanoseconds;
    return a.captured == b.captured && apart <= kDuplicateWithin && apart >= -kDuplicateWithin &&
           a.captured != 0 && std::memcmp(a.bytes, b.bytes, a.captured) == 0;
}

} // namespace

bool FrameOrder::Walk::isDuplicateOfLast(std::size_t place) const {
    const std::size_t count = std::min<std::size_t>(place, 2);
    const auto before = m_batch.subspan(place - count, count);
    return std::any_of(before.begin(), before.end(),
        [&](const Frame& frame) { return isDuplicate(frame, m_batch[place]); });
}

void FrameOrder::noteStepBack(Duration step) {
    ++backwards;
    largestStepBack = std::max(largestStepBack, step);
}

void FrameOrder::append(const FrameOrder& next) {
    if (next.frames == 0)
        return;
    if (frames == 0) {
        *this = next;
        return;
    }
    const Duration back = last - next.first;
    if (back.nanoseconds > 0)
        noteStepBack(back);
    backwards += next.backwards;
    largestStepBack = std::max(largestStepBack, next.largestStepBack);
    last = next.last;
    frames += next.frames;
    duplicates += next.duplicates;
    untimed += next.untimed;
}

} // namespace sweepscope
