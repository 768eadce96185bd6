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
/// counting sort. One piece of memory, however unevenly the segments are hit; a vector for each
/// would keep the most that its segment ever had, and one after another all would.
template <typename Item>
class BySegment {
public:
    /// `count` items in place of what was there: `segmentOf(i)`, below kSegments, says where item i
    /// goes, and `make(i)` makes it, right in its place.
    template <typename SegmentOf, typename Make>
    void assign(std::size_t count, SegmentOf segmentOf, Make make) {
        std::array<std::uint32_t, kSegments> next{};
        m_segments.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            const unsigned segment = segmentOf(i);
            m_segments[i] = static_cast<std::uint8_t>(segment);
            ++next[segment];
        }
        std::uint32_t begin = 0;
        for (unsigned segment = 0; segment < kSegments; ++segment) {
            m_begins[segment] = begin;
            begin += std::exchange(next[segment], begin);
        }
        m_begins[kSegments] = begin;
        m_items.resize(count);
        // The memory was left many batches ago, and places of 64 segments, written to in turn, are
        // too many for the processor to foresee.
        for (const std::uint32_t first : next)
            prefetchToWrite(m_items.data(), first);
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t place = next[m_segments[i]]++;
            prefetchToWrite(m_items.data(), place + 1);
            m_items[place] = make(i);
        }
    }

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
