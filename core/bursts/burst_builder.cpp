// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/burst_builder.h"

#include "base/prefetch.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <numeric>
#include <utility>

namespace sweepscope {

namespace {

/// The key of a burst in one number: source, port, kind and family, which stand together at the
/// beginning of both types.
template <typename Keyed>
std::uint64_t keyOf(const Keyed& keyed) {
    static_assert(offsetof(Keyed, source) == 0 && offsetof(Keyed, port) == 4 &&
                  offsetof(Keyed, kind) == 6 && offsetof(Keyed, isV6) == 7);
    std::uint64_t key = 0;
    std::memcpy(&key, &keyed, sizeof key);
    return key;
}

/// The same in the order of an index: family, source, kind, port.
std::uint64_t rankOf(const Burst& burst, std::uint32_t source) {
    return std::uint64_t{burst.isV6} << 56 | std::uint64_t{source} << 24 |
           static_cast<std::uint64_t>(burst.kind) << 16 | burst.port;
}

constexpr std::size_t kFirstPlaces = 128;
/// Bursts that came late are joined when there are as many as were left the last time, but not
/// for a handful.
constexpr std::size_t kLeastLate = 16 * 1024;

/// The lowest bits choose the place, so the tag is made of the highest.
std::uint32_t tagOf(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> 32);
}

bool isWithin(Duration gap, const Burst& burst, Timestamp time) {
    return time.nanoseconds - burst.time.last.nanoseconds <= gap.nanoseconds &&
           burst.time.first.nanoseconds - time.nanoseconds <= gap.nanoseconds;
}

} // namespace

BurstBuilder::BurstBuilder(IndexSegment segment, Duration gap)
    : m_gap(gap) {
    m_targets6 = AddressNumbers(std::move(segment.targets6));
    std::vector<Burst> bursts = std::move(segment.bursts);
    m_segment = std::move(segment);
    for (Burst& old : bursts) {
        const Address source = m_segment.sources[old.source];
        old.source = old.isV6 ? m_sources6.numberOf(source.v6()) : source.v4().value;
        BurstPacket key;
        key.source = old.source;
        key.port = old.port;
        key.kind = old.kind;
        key.isV6 = old.isV6;
        key.time = old.time.last;
        makeRoomFor(1);
        Burst& fresh = findOrBegin(key, mix64(keyOf(key)));
        const std::uint32_t earlier = fresh.earlier;
        fresh = old;
        fresh.earlier = earlier;
    }
    m_segment.sources.clear();
    m_segment.bursts.clear();
    m_lateCount = 0;
    m_consolidateAt = std::max(kLeastLate, m_burstCount);
}

void BurstBuilder::add(std::span<const BurstPacket> packets) {
    for (std::size_t at = 0; at < packets.size(); at += kStride)
        addStride(packets.subspan(at, std::min(kStride, packets.size() - at)));
}

void BurstBuilder::add(std::span<const BurstPacket6> packets) {
    m_packets6.clear();
    for (const BurstPacket6& packet : packets) {
        BurstPacket& numbered = m_packets6.emplace_back(packet.packet);
        numbered.source = m_sources6.numberOf(packet.source);
        numbered.target = m_targets6.numberOf(packet.target);
    }
    add(std::span<const BurstPacket>(m_packets6));
}

inline void BurstBuilder::update(Burst& burst, const BurstPacket& packet) {
    burst.time.include(packet.time);
    if (packet.evidence.rules != burst.rules || burst.ruleCounts != 0)
        countRules(burst, packet.evidence.rules);
    ++burst.packets;
    burst.pairwise.add(packet.evidence);
    burst.agreement.add(packet.evidence.fields());
    m_segment.targets.insert(burst.targets, packet.target);
}

/// Four passes over a few packets, each touching memory that the one before has asked for: the
/// table's place, the burst, its targets. With a million bursts each of these is a cache miss, and
/// asked for like this the misses of a stride overlap.
void BurstBuilder::addStride(std::span<const BurstPacket> packets) {
    makeRoomFor(packets.size());
    std::array<std::uint64_t, kStride> hashes; // NOLINT: filled below, as far as it is read
    std::array<Burst*, kStride> likely;        // NOLINT: the burst with the key's tag, or null
    const std::uint64_t mask = m_table.size() - 1;
    for (std::size_t i = 0; i < packets.size(); ++i) {
        hashes[i] = mix64(keyOf(packets[i]));
        __builtin_prefetch(&m_table[hashes[i] & mask]);
    }
    for (std::size_t i = 0; i < packets.size(); ++i) {
        const Place& place = m_table[findTag(hashes[i] & mask, tagOf(hashes[i]))];
        likely[i] = place.burst != 0 ? &burst(place.burst - 1) : nullptr;
        prefetchObject(likely[i]);
    }
    for (std::size_t i = 0; i < packets.size(); ++i) {
        if (likely[i] != nullptr)
            m_segment.targets.prefetch(likely[i]->targets, packets[i].target);
    }
    for (std::size_t i = 0; i < packets.size(); ++i) {
        const bool isIt = likely[i] != nullptr && keyOf(*likely[i]) == keyOf(packets[i]) &&
                          isWithin(m_gap, *likely[i], packets[i].time);
        update(isIt ? *likely[i] : findOrBegin(packets[i], hashes[i]), packets[i]);
    }
    maybeConsolidate();
}

/// The first place from `at` on that has the tag or is free.
std::uint64_t BurstBuilder::findTag(std::uint64_t at, std::uint32_t tag) const {
    const Place* const table = m_table.data();
    const std::uint64_t mask = m_table.size() - 1;
    while (table[at].tag != tag && table[at].burst != 0)
        at = (at + 1) & mask;
    return at;
}

/// The burst that the packet belongs to; a new one, still empty, where there is none.
Burst& BurstBuilder::findOrBegin(const BurstPacket& packet, std::uint64_t hash) {
    const std::uint64_t mask = m_table.size() - 1;
    std::uint64_t at = findTag(hash & mask, tagOf(hash));
    for (; m_table[at].burst != 0; at = findTag((at + 1) & mask, tagOf(hash))) {
        Burst& newest = burst(m_table[at].burst - 1);
        if (keyOf(newest) != keyOf(packet))
            continue;
        return isWithin(m_gap, newest, packet.time) ? newest : leave(newest, m_table[at], packet);
    }
    Burst& fresh = begin(packet);
    m_table[at] = {tagOf(hash), static_cast<std::uint32_t>(m_burstCount)};
    ++m_keyCount;
    return fresh;
}

/// The packet is too far from its key's newest burst: perhaps it belongs to the one before, as when
/// two files overlap; else it begins a burst.
Burst& BurstBuilder::leave(const Burst& newest, Place& place, const BurstPacket& packet) {
    if (newest.earlier != 0 && isWithin(m_gap, burst(newest.earlier - 1), packet.time))
        return burst(newest.earlier - 1);
    m_lateCount += packet.time < newest.time.first ? 1 : 0;
    const std::uint32_t earlier = place.burst;
    Burst& fresh = begin(packet);
    fresh.earlier = earlier;
    place.burst = static_cast<std::uint32_t>(m_burstCount);
    return fresh;
}

Burst& BurstBuilder::begin(const BurstPacket& packet) {
    if (m_burstCount % kBlockBursts == 0)
        m_blocks.push_back(std::make_unique<Burst[]>(kBlockBursts));
    Burst& fresh = burst(static_cast<std::uint32_t>(m_burstCount++));
    fresh.source = packet.source;
    fresh.port = packet.port;
    fresh.kind = packet.kind;
    fresh.isV6 = packet.isV6;
    fresh.time = {packet.time, packet.time};
    fresh.rules = packet.evidence.rules;
    fresh.agreement = Agreement(packet.evidence.fields());
    return fresh;
}

/// The rare case: not all packets of the burst match the same rules.
void BurstBuilder::countRules(Burst& burst, RuleSet rules) {
    if (burst.ruleCounts == 0)
        m_segment.beginCounts(burst);
    RuleCounts& counts = m_segment.ruleCounts[burst.ruleCounts - 1];
    constexpr std::uint64_t kBuiltIn = (std::uint64_t{1} << kFirstUserBit) - 1;
    for (std::uint64_t left = rules.bits & kBuiltIn; left != 0; left &= left - 1)
        ++counts[static_cast<std::size_t>(std::countr_zero(left))];
    std::uint64_t left = rules.bits >> kFirstUserBit;
    if (left == 0)
        return;
    UserCounts& user = m_segment.userCountsOf(burst);
    for (; left != 0; left &= left - 1)
        ++user[static_cast<std::size_t>(std::countr_zero(left))];
}

/// The table stays at most half full with so many keys more: a place is small beside its burst,
/// and a search that goes on past the first place is one that the processor foresaw wrongly.
void BurstBuilder::makeRoomFor(std::size_t keys) {
    std::size_t places = std::max(m_table.size(), kFirstPlaces);
    while ((m_keyCount + keys) * 2 > places)
        places *= 2;
    if (places > m_table.size())
        growTable(places);
}

void BurstBuilder::growTable(std::size_t places) {
    const std::vector<Place> old = std::exchange(m_table, std::vector<Place>(places));
    const std::uint64_t mask = m_table.size() - 1;
    for (const Place& place : old) {
        if (place.burst == 0)
            continue;
        std::uint64_t at = mix64(keyOf(burst(place.burst - 1))) & mask;
        while (m_table[at].burst != 0)
            at = (at + 1) & mask;
        m_table[at] = place;
    }
}

/// Packets in wild disorder begin a burst each time they jump; joining from time to time keeps
/// memory in proportion to the bursts that there really are.
void BurstBuilder::maybeConsolidate() {
    if (m_lateCount > std::max(m_consolidateAt, kLeastLate))
        consolidate(m_gap);
}

void BurstBuilder::consolidate(Duration gap) {
    m_gap = std::max(m_gap, gap);
    *this = BurstBuilder(compacted(finish()), m_gap);
}

std::size_t BurstBuilder::bytes() const {
    return m_blocks.size() * kBlockBursts * sizeof(Burst) + m_table.size() * sizeof(Place) +
           m_segment.ruleCounts.capacity() * sizeof(RuleCounts) +
           m_segment.userCounts.capacity() * sizeof(UserCounts) + m_segment.targets.bytes();
}

IndexSegment BurstBuilder::finish() {
    std::vector<Burst> bursts = sorted(m_segment.sources);
    m_blocks.clear();
    m_segment.targets6 = m_targets6.take();
    joinBursts(m_segment, std::move(bursts), m_gap);
    IndexSegment segment = std::move(m_segment);
    *this = BurstBuilder(m_gap, segment.targets.pages());
    return segment;
}

IndexSegment BurstBuilder::soFar() const {
    IndexSegment copy;
    std::vector<Burst> bursts = sorted(copy.sources);
    for (Burst& burst : bursts) {
        burst.targets = copy.targets.copy(burst.targets, m_segment.targets);
        if (burst.ruleCounts == 0)
            continue;
        copy.takeCounts(burst, m_segment);
    }
    copy.targets6 = m_targets6.addresses();
    joinBursts(copy, std::move(bursts), m_gap);
    return copy;
}

/// All bursts in the order of a segment, their sources named by place in `sources`, which are
/// listed for that.
std::vector<Burst> BurstBuilder::sorted(std::vector<Address>& sources) const {
    const std::vector<Ipv6>& sources6 = m_sources6.addresses();
    std::vector<std::uint32_t> byAddress(sources6.size());
    std::iota(byAddress.begin(), byAddress.end(), 0U);
    std::sort(byAddress.begin(), byAddress.end(),
        [&](std::uint32_t a, std::uint32_t b) { return sources6[a] < sources6[b]; });
    std::vector<std::uint32_t> rank(sources6.size());
    for (std::uint32_t i = 0; i < byAddress.size(); ++i)
        rank[byAddress[i]] = i;

    struct Order {
        std::uint64_t key;
        Timestamp first;
        std::uint32_t number;
        auto operator<=>(const Order&) const = default;
    };

    std::vector<Order> order;
    order.reserve(m_burstCount);
    for (std::uint32_t number = 0; number < m_burstCount; ++number) {
        const Burst& each = burst(number);
        const std::uint32_t source = each.isV6 ? rank[each.source] : each.source;
        order.push_back({rankOf(each, source), each.time.first, number});
    }
    std::sort(order.begin(), order.end());

    std::vector<Burst> sorted;
    sorted.reserve(m_burstCount);
    for (const Order& place : order) {
        Burst& each = sorted.emplace_back(burst(place.number));
        each.earlier = 0;
        const Address source =
            each.isV6 ? Address(sources6[each.source]) : Address(Ipv4{each.source});
        if (sources.empty() || sources.back() != source)
            sources.push_back(source);
        each.source = static_cast<std::uint32_t>(sources.size() - 1);
    }
    return sorted;
}

} // namespace sweepscope
