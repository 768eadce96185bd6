// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/prefetch.h"
#include "bursts/burst_packet.h"

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace sweepscope {

/// Items in the order of the segments that they belong to, and within one in the order given: a
/// counting sort of what they are made from. One piece of memory, however unevenly the segments are
/// hit; a vector for each would keep the most that its segment ever had, and one after another all
/// would.
template <typename Item>
class BySegment {
public:
    /// An item for each of `from` in place of what was there: `segmentOf(each)`, below kSegments,
    /// says where it goes, and `make(each)` makes it, right in its place.
    template <typename From, typename SegmentOf, typename Make>
    void assign(const std::vector<From>& from, SegmentOf segmentOf, Make make) {
        std::array<std::uint32_t, kSegments> counts{};
        m_segments.resize(from.size());
        std::uint8_t* itsSegment = m_segments.data();
        for (const From& each : from) {
            const unsigned segment = segmentOf(each);
            *itsSegment++ = static_cast<std::uint8_t>(segment);
            ++counts[segment];
        }
        m_items.resize(from.size());
        std::array<Item*, kSegments> next; // NOLINT: filled at once
        std::uint32_t begin = 0;
        for (unsigned segment = 0; segment < kSegments; ++segment) {
            m_begins[segment] = begin;
            next[segment] = m_items.data() + begin;
            begin += counts[segment];
        }
        m_begins[kSegments] = begin;
        // The memory was left many batches ago, and places of 64 segments, written to in turn, are
        // too many for the processor to foresee.
        for (const Item* const first : next)
            prefetchToWrite(first);
        itsSegment = m_segments.data();
        for (const From& each : from) {
            Item* const place = next[*itsSegment++]++;
            prefetchEndToWrite(place, 1); // its begin was asked for before
            *place = make(each);
        }
    }

    [[nodiscard]] bool isEmpty() const { return m_items.empty(); }

    [[nodiscard]] std::span<const Item> of(unsigned segment) const {
        return std::span(m_items).subspan(
            m_begins[segment], m_begins[segment + 1] - m_begins[segment]);
    }

private:
    std::vector<Item> m_items;
    std::vector<std::uint8_t> m_segments; ///< of the items as they were given
    std::array<std::uint32_t, kSegments + 1> m_begins{};
};

} // namespace sweepscope
