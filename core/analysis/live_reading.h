// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/capture_report.h"
#include "base/time.h"
#include "bursts/burst_index.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

namespace sweepscope {

/// Says when the next picture of an unfinished reading may be made: the first after a tenth of a
/// second, then at most ten a second, and so seldom that all of them together take at most a
/// twentieth of the time that the reading has taken. A picture of a large index costs more, so it
/// comes less often.
///
/// Moments are nanoseconds of a clock that runs evenly. `spent` may be called from any thread.
class SnapshotPace {
public:
    static constexpr Duration kLeastBetween{100'000'000};
    static constexpr std::int64_t kShare = 20;

    /// When the reading began.
    explicit SnapshotPace(std::int64_t begin)
        : m_begin(begin)
        , m_last(begin) {}

    [[nodiscard]] bool isDue(std::int64_t now) const {
        const std::int64_t foreseen = m_spent + m_spentOnLast;
        return now - m_last >= kLeastBetween.nanoseconds && foreseen * kShare <= now - m_begin;
    }

    /// A picture was begun.
    void begin(std::int64_t now) {
        m_last = now;
        m_spentOnLast = 0;
    }

    /// Part of the newest picture has taken so long, wherever that was.
    void spent(std::int64_t nanoseconds) {
        m_spent += nanoseconds;
        m_spentOnLast += nanoseconds;
    }

private:
    std::int64_t m_begin;
    std::int64_t m_last;
    std::atomic<std::int64_t> m_spent{0};
    std::atomic<std::int64_t> m_spentOnLast{0};
};

/// An index and what came of the files that it was made of.
struct IndexedCaptures {
    std::shared_ptr<const BurstIndex> index;
    CaptureReport report;
};

/// Somebody who watches a reading.
struct LiveReading {
    /// Gets what was read so far, on the reading thread, which waits for it.
    std::function<void(IndexedCaptures)> show;
    std::shared_ptr<SnapshotPace> pace;
};

/// Nanoseconds of the clock that SnapshotPace counts in.
std::int64_t steadyNow();

} // namespace sweepscope
