// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/capture_report.h"
#include "base/time.h"
#include "bursts/burst_index.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace sweepscope {

/// Says when the next picture of an unfinished reading may be made: the first after a twentieth of
/// a second, while there is little to copy; then at most ten a second, and so seldom that all of
/// them, the next with them, take at most a twentieth of the time that the reading has taken. The
/// next is expected to cost what the last did, and more by as much as the index has grown.
///
/// Moments are nanoseconds of a clock that runs evenly, sizes bytes of the index. `spent` may be
/// called from any thread.
class SnapshotPace {
public:
    static constexpr Duration kBeforeFirst{50'000'000};
    static constexpr Duration kLeastBetween{100'000'000};
    static constexpr double kShare = 20;

    /// When the reading began.
    explicit SnapshotPace(std::int64_t begin)
        : m_begin(begin) {}

    [[nodiscard]] bool isDue(std::int64_t now, std::size_t size) const {
        if (!m_last)
            return now - m_begin >= kBeforeFirst.nanoseconds;
        const double growth = static_cast<double>(size) / static_cast<double>(m_sizeOfLast);
        const double next = static_cast<double>(m_spentOnLast) * std::max(growth, 1.0);
        const double foreseen = static_cast<double>(m_spent) + next;
        return now - *m_last >= kLeastBetween.nanoseconds &&
               foreseen * kShare <= static_cast<double>(now - m_begin);
    }

    /// A picture was begun.
    void begin(std::int64_t now, std::size_t size) {
        m_last = now;
        m_sizeOfLast = std::max<std::size_t>(size, 1);
        m_spentOnLast = 0;
    }

    /// Part of the newest picture has taken so long, wherever that was.
    void spent(std::int64_t nanoseconds) {
        m_spent += nanoseconds;
        m_spentOnLast += nanoseconds;
    }

private:
    std::int64_t m_begin;
    std::optional<std::int64_t> m_last;
    std::size_t m_sizeOfLast = 1;
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
