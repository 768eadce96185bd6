// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "capture/frame_source.h"

#include <cstdint>
#include <cstring>
#include <span>
#include <utility>

namespace sweepscope {

/// What the order of a file's frames tells about its making: clocks that ran backwards, frames that
/// were recorded twice. Runs of one file are joined in file order.
struct FrameOrder {
    Timestamp first; ///< time of the first frame in the file's order, not the earliest
    Timestamp last;
    std::uint64_t frames = 0;
    std::uint64_t backwards = 0; ///< frames with an earlier time than the one before
    Duration largestStepBack;
    std::uint64_t duplicates = 0; ///< frames with all bytes of one of the two before, within 1 ms
    std::uint64_t untimed = 0;    ///< frames without a time (pcapng's simple packets)

    bool operator==(const FrameOrder&) const = default;

    class Walk;

    /// What comes next in the file. Duplicates across the seam are not seen.
    void append(const FrameOrder& next);

private:
    void noteStepBack(Duration step);
};

/// A walk along a batch, which makes its order: in a loop that has other things to do with each
/// frame.
class FrameOrder::Walk {
public:
    explicit Walk(std::span<const Frame> batch)
        : m_batch(batch) {
        if (batch.empty())
            return;
        m_order.first = batch.front().time;
        m_order.last = batch.back().time;
        m_order.frames = batch.size();
        m_time = batch.front().time.nanoseconds;
    }

    /// The next frame of the batch.
    void goTo(const Frame& frame) {
        // Readers hold times within what can be subtracted.
        const std::int64_t back = m_time - frame.time.nanoseconds;
        m_time = frame.time.nanoseconds;
        if (back > 0)
            m_order.noteStepBack({back});
        m_order.untimed += m_time == 0 ? 1 : 0;
        const std::uint64_t tells = telling(frame);
        if (tells == m_before || tells == m_beforeThat)
            m_order.duplicates +=
                isDuplicateOfLast(static_cast<std::size_t>(&frame - m_batch.data())) ? 1 : 0;
        m_beforeThat = std::exchange(m_before, tells);
    }

    /// Once all frames were met.
    [[nodiscard]] const FrameOrder& order() const { return m_order; }

private:
    /// Eight bytes in which neighbours differ nearly always: on Ethernet, IP's checksum and
    /// addresses.
    static std::uint64_t telling(const Frame& frame) {
        constexpr std::uint32_t kOffset = 24;
        std::uint64_t bytes = 0;
        if (frame.captured >= kOffset + sizeof bytes)
            std::memcpy(&bytes, frame.bytes + kOffset, sizeof bytes);
        return bytes;
    }

    [[nodiscard]] bool isDuplicateOfLast(std::size_t place) const;

    std::span<const Frame> m_batch;
    FrameOrder m_order;
    std::int64_t m_time = 0;
    std::uint64_t m_before = 0; ///< what the frame before, and the one before that, tell
    std::uint64_t m_beforeThat = 0;
};

} // namespace sweepscope
