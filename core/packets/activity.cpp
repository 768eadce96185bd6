// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/activity.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace sweepscope {

namespace {

void addFrames(ActivitySlot& into, const ActivitySlot& slot) {
    for (std::size_t i = 0; i < kBinCount; ++i)
        into.frames[i] += slot.frames[i];
}

/// Sorts by number and joins equal ones.
void tidy(std::vector<ActivitySlot>& slots) {
    std::sort(slots.begin(), slots.end(),
        [](const ActivitySlot& a, const ActivitySlot& b) { return a.number < b.number; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (kept > 0 && slots[kept - 1].number == slots[i].number)
            addFrames(slots[kept - 1], slots[i]);
        else
            slots[kept++] = slots[i];
    }
    slots.resize(kept);
}

} // namespace

void Activity::add(int shift, std::span<const ActivitySlot> slots) {
    if (slots.empty())
        return;
    std::vector<ActivitySlot> news(slots.begin(), slots.end());
    coarsenTo(shift); // only where the other side is the coarser
    for (ActivitySlot& slot : news)
        slot.number >>= m_shift - shift; // rounds down below zero too
    tidy(news);
    addSorted(news);
    coarsenWhileFull();
}

/// The usual case is a few slots at the present end, so nothing is moved for those.
void Activity::addSorted(std::span<const ActivitySlot> news) {
    constexpr auto kEarlier = [](const ActivitySlot& a, const ActivitySlot& b) {
        return a.number < b.number;
    };
    const std::size_t before = m_slots.size();
    for (const ActivitySlot& slot : news) {
        const auto end = m_slots.begin() + static_cast<std::ptrdiff_t>(before);
        const auto found = std::lower_bound(m_slots.begin(), end, slot, kEarlier);
        if (found != end && found->number == slot.number)
            addFrames(*found, slot);
        else
            m_slots.push_back(slot);
    }
    const auto middle = m_slots.begin() + static_cast<std::ptrdiff_t>(before);
    if (before > 0 && middle != m_slots.end() && middle->number < std::prev(middle)->number)
        std::inplace_merge(m_slots.begin(), middle, m_slots.end(), kEarlier);
}

void Activity::add(const Activity& other) {
    add(other.m_shift, other.m_slots);
}

void Activity::coarsenTo(int shift) {
    if (shift <= m_shift)
        return;
    for (ActivitySlot& slot : m_slots)
        slot.number >>= shift - m_shift;
    m_shift = shift;
    tidy(m_slots);
}

void Activity::coarsenWhileFull() {
    while (m_slots.size() > kMostSlots)
        coarsenTo(m_shift + 1);
}

} // namespace sweepscope
