// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bursts/address_numbers.h"
#include "bursts/burst_index.h"
#include "bursts/burst_list.h"
#include "bursts/burst_packet.h"

#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace sweepscope {

/// Builds one segment of an index: add, add, ..., finish.
///
/// Packets may come in any order. A key has one burst that it is at now; a packet within the base
/// gap of that burst joins it, and any other begins a new one. Bursts of a key may therefore
/// overlap or lie within the gap of one another when packets came out of order; `finish` joins
/// them. What is joined there is the same for every order, being the chains of packets no more than
/// the gap apart.
class BurstBuilder {
public:
    explicit BurstBuilder(Duration gap = kBaseGap, std::shared_ptr<LargePages> pages = nullptr)
        : m_gap(gap) {
        m_segment.targets = TargetStore(std::move(pages));
    }

    /// Goes on with a finished segment, as if its packets had just been added.
    BurstBuilder(IndexSegment segment, Duration gap);

    using Run = std::span<const BurstPacket>;

    void add(Run packets);
    /// Packets that lie in several places.
    void add(std::span<const Run> runs);
    void add(std::span<const BurstPacket6> packets);

    /// The segment; the builder is empty then.
    IndexSegment finish();

    /// What `finish` would give now; the builder goes on.
    [[nodiscard]] IndexSegment soFar() const;

    /// Joins what can be joined, at a longer gap where one is given. Keeps memory in bounds.
    void consolidate(Duration gap);

    [[nodiscard]] std::size_t burstCount() const { return m_bursts.size(); }

    /// As few bursts as any gap would leave.
    [[nodiscard]] std::size_t keyCount() const { return m_keyCount; }

    /// Bytes held, close enough to keep under a ceiling.
    [[nodiscard]] std::size_t bytes() const;

private:
    /// A place of the table: where the newest burst of some key is, and half of the key's hash. Its
    /// lower bits choose the place, so a table grows without a look at any burst; the others tell
    /// most keys that meet there apart.
    struct Place {
        std::uint32_t tag = 0;
        std::uint32_t burst = 0; ///< 1 + number of the burst; 0: the place is free
    };

    struct Way;
    static constexpr std::size_t kApart = 10; ///< packets between one station and the next

    void approach(Way& way, std::size_t number, const BurstPacket& packet) const;
    void findLikely(Way& way, std::size_t number);
    void askForTargets(const Way& way, std::size_t number) const;
    void arrive(const Way& way, std::size_t number);
    void moveOn(Way& way, std::size_t now, std::size_t begun);
    void arriveAll(Way& way, std::size_t begun);
    void update(Burst& burst, const BurstPacket& packet);
    void countRules(Burst& burst, RuleSet rules);
    [[nodiscard]] std::uint64_t findTag(std::uint64_t at, std::uint32_t tag) const;
    Burst& findOrBegin(const BurstPacket& packet, std::uint32_t tag);
    Burst& leave(const Burst& newest, Place& place, const BurstPacket& packet);
    Burst& begin(const BurstPacket& packet);
    void makeRoomFor(std::size_t keys);
    void growTable(std::size_t places);
    [[nodiscard]] bool isConsolidationDue() const;
    [[nodiscard]] std::vector<std::uint32_t> order() const;
    void addInOrder(
        std::span<const std::uint64_t> bySource, std::vector<std::uint32_t>& numbers) const;
    void nameAndJoin(BurstList bursts, IndexSegment& segment) const;

    Duration m_gap;
    std::vector<Place> m_table; ///< a power of two of them
    std::size_t m_keyCount = 0;
    BurstList m_bursts; ///< in the order in which they began
    std::size_t m_lateCount =
        0; ///< bursts begun since the last consolidation before their key's end
    std::size_t m_consolidateAt = 0; ///< at so many of those
    IndexSegment m_segment;          ///< targets and counts are kept where they will stay
    AddressNumbers m_sources6;
    AddressNumbers m_targets6;
    std::vector<BurstPacket> m_packets6; ///< IPv6 packets with their addresses numbered
};

} // namespace sweepscope
