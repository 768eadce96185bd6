// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "packets/kind.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace sweepscope {

/// Frames per bin in one interval of time.
struct ActivitySlot {
    std::int64_t number = 0; ///< the interval [number, number + 1) x the activity's interval
    std::array<std::uint64_t, kBinCount> frames{};

    bool operator==(const ActivitySlot&) const = default;
};

/// Frames per bin over time, exact, in intervals that begin at 1 s and double whenever more than
/// kMostSlots of them hold frames. Silence costs nothing, however long, so a capture that jumps
/// over years is as small as any. The result does not depend on the order in which frames are
/// added: the final interval is the shortest at which all frames need at most kMostSlots slots.
class Activity {
public:
    static constexpr std::size_t kMostSlots = 8192;

    /// Of which interval the slots are: 2^shift seconds.
    [[nodiscard]] int shift() const { return m_shift; }

    [[nodiscard]] Duration interval() const { return intervalOf(m_shift); }

    static Duration intervalOf(int shift) { return Duration::seconds(std::int64_t{1} << shift); }

    /// In order of time, only those with frames.
    [[nodiscard]] const std::vector<ActivitySlot>& filledSlots() const { return m_slots; }

    /// Adds counts made for intervals of 2^shift seconds. Slots may come in any order and repeat.
    void add(int shift, std::span<const ActivitySlot> slots);
    void add(const Activity& other);

    bool operator==(const Activity&) const = default;

private:
    void addSorted(std::span<const ActivitySlot> news);
    void coarsenTo(int shift);
    void coarsenWhileFull();

    int m_shift = 0;
    std::vector<ActivitySlot> m_slots;
};

} // namespace sweepscope
