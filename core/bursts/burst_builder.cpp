// SPDX-License-Identifier: GPL-3.0-or-later
#include "bursts/burst_builder.h"

#include "base/prefetch.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
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

constexpr std::size_t kFirstPlaces = 128;
/// Bursts that came late are joined when there are as many as were left the last time, but not
/// for a handful.
constexpr std::size_t kLeastLate = std::size_t{16} * 1024;

/// Both halves of a product that every bit of the key reaches, folded (as wyhash does).
template <typename Keyed>
std::uint32_t tagOf(const Keyed& keyed) {
    __extension__ using Product = unsigned __int128;
    const Product product = Product{keyOf(keyed)} * 0x9e3779b97f4a7c15U;
    return static_cast<std::uint32_t>(
        static_cast<std::uint64_t>(product) >> 32 ^ static_cast<std::uint64_t>(product >> 64));
}

bool isWithin(Duration gap, const Burst& burst, Timestamp time) {
    return time.nanoseconds - burst.time.last.nanoseconds <= gap.nanoseconds &&
           burst.time.first.nanoseconds - time.nanoseconds <= gap.nanoseconds;
}

} // namespace

BurstBuilder::BurstBuilder(IndexSegment segment, Duration gap)
    : m_gap(gap) {
    m_targets6 = AddressNumbers(std::exchange(segment.targets6, {}));
    BurstList bursts = std::move(segment.bursts);
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
        Burst& fresh = findOrBegin(key, tagOf(key));
        const std::uint32_t earlier = fresh.earlier;
        fresh = old;
        fresh.earlier = earlier;
    }
    m_segment.sources = {};
    m_lateCount = 0;
    m_consolidateAt = std::max(kLeastLate, m_bursts.size());
}

void BurstBuilder::add(std::span<const BurstPacket> packets) {
    add(std::span<const Run>(&packets, 1));
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

[[gnu::always_inline]] inline void BurstBuilder::update(Burst& burst, const BurstPacket& packet) {
    burst.time.include(packet.time);
    if (packet.evidence.rules != burst.rules || burst.ruleCounts != 0)
        countRules(burst, packet.evidence.rules);
    ++burst.packets;
    burst.pairwise.add(packet.evidence);
    burst.agreement.add(packet.evidence.fields());
    m_segment.targets.insert(burst.targets, packet.target);
}

/// Packets on their way into their bursts, by their number since the way was empty.
struct BurstBuilder::Way {
    static constexpr std::size_t kRoom = 32;
    static_assert(3 * kApart < kRoom); // so many are on the way, and one that begins

    std::array<const BurstPacket*, kRoom> packets;
    std::array<std::uint32_t, kRoom> tags;
    std::array<Burst*, kRoom> likely; ///< the burst with the key's tag, or null
};

/// Each packet touches memory three times: the table's place, the burst, its targets. With a
/// million bursts each of these is a cache miss. So a packet goes through four stations, each
/// touching what the one before has asked for, kApart packets after it; meanwhile other packets are
/// taken in. Misses overlap with one another and with the work.
void BurstBuilder::add(std::span<const Run> runs) {
    Way way; // NOLINT: filled before it is read
    std::size_t number = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const Run run = runs[i];
        const Run next = i + 1 < runs.size() ? runs[i + 1] : Run();
        makeRoomFor(run.size() + Way::kRoom);
        for (std::size_t at = 0; at < run.size(); ++at, ++number) {
            if (at < next.size()) // it was written a while ago, somewhere else
                prefetchByte(next.data(), at * sizeof(BurstPacket));
            approach(way, number, run[at]);
            if (number >= 3 * kApart) [[likely]] {
                findLikely(way, number - kApart);
                askForTargets(way, number - 2 * kApart);
                arrive(way, number - 3 * kApart);
            } else {
                moveOn(way, number, number + 1);
            }
        }
        if (isConsolidationDue()) {
            arriveAll(way, number);
            number = 0;
            consolidate(m_gap);
        }
    }
    arriveAll(way, number);
}

/// Where the way begins or ends to be full: of the packets below `begun`, those that are kApart
/// before number `now`, or two or three times as far, go on to their next station.
void BurstBuilder::moveOn(Way& way, std::size_t now, std::size_t begun) {
    if (now >= kApart && now - kApart < begun)
        findLikely(way, now - kApart);
    if (now >= 2 * kApart && now - 2 * kApart < begun)
        askForTargets(way, now - 2 * kApart);
    if (now >= 3 * kApart) // never beyond the last
        arrive(way, now - 3 * kApart);
}

void BurstBuilder::arriveAll(Way& way, std::size_t begun) {
    for (std::size_t now = begun; now < begun + 3 * kApart; ++now)
        moveOn(way, now, begun);
}

[[gnu::always_inline]] inline void BurstBuilder::approach(
    Way& way, std::size_t number, const BurstPacket& packet) const {
    const std::uint32_t tag = tagOf(packet);
    __builtin_prefetch(&m_table[tag & (m_table.size() - 1)]);
    way.packets[number % Way::kRoom] = &packet;
    way.tags[number % Way::kRoom] = tag;
}

/// The burst of the first place with the tag. A quarter of the keys are one place behind the one
/// that their tag names, as a coin falls: the step there is taken without a branch.
[[gnu::always_inline]] inline void BurstBuilder::findLikely(Way& way, std::size_t number) {
    const std::uint32_t tag = way.tags[number % Way::kRoom];
    const std::uint64_t mask = m_table.size() - 1;
    const Place* place = &m_table[tag & mask];
    place = &m_table[(tag + (place->tag != tag ? 1U : 0U)) & mask];
    if (place->tag != tag) [[unlikely]]
        place = &m_table[findTag(tag & mask, tag)];
    Burst* const burst = place->burst != 0 ? &m_bursts[place->burst - 1] : nullptr;
    prefetchObject(burst);
    way.likely[number % Way::kRoom] = burst;
}

[[gnu::always_inline]] inline void BurstBuilder::askForTargets(
    const Way& way, std::size_t number) const {
    if (const Burst* const burst = way.likely[number % Way::kRoom])
        m_segment.targets.prefetch(burst->targets, way.packets[number % Way::kRoom]->target);
}

[[gnu::always_inline]] inline void BurstBuilder::arrive(const Way& way, std::size_t number) {
    const BurstPacket& packet = *way.packets[number % Way::kRoom];
    Burst* const likely = way.likely[number % Way::kRoom];
    const bool isIt = likely != nullptr && keyOf(*likely) == keyOf(packet) &&
                      isWithin(m_gap, *likely, packet.time);
    update(isIt ? *likely : findOrBegin(packet, way.tags[number % Way::kRoom]), packet);
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
Burst& BurstBuilder::findOrBegin(const BurstPacket& packet, std::uint32_t tag) {
    const std::uint64_t mask = m_table.size() - 1;
    std::uint64_t at = findTag(tag & mask, tag);
    for (; m_table[at].burst != 0; at = findTag((at + 1) & mask, tag)) {
        Burst& newest = m_bursts[m_table[at].burst - 1];
        if (keyOf(newest) != keyOf(packet))
            continue;
        return isWithin(m_gap, newest, packet.time) ? newest : leave(newest, m_table[at], packet);
    }
    Burst& fresh = begin(packet);
    m_table[at] = {tag, static_cast<std::uint32_t>(m_bursts.size())};
    ++m_keyCount;
    return fresh;
}

/// The packet is too far from its key's newest burst: perhaps it belongs to the one before, as when
/// two files overlap; else it begins a burst.
Burst& BurstBuilder::leave(const Burst& newest, Place& place, const BurstPacket& packet) {
    if (newest.earlier != 0 && isWithin(m_gap, m_bursts[newest.earlier - 1], packet.time))
        return m_bursts[newest.earlier - 1];
    m_lateCount += packet.time < newest.time.first ? 1 : 0;
    const std::uint32_t earlier = place.burst;
    Burst& fresh = begin(packet);
    fresh.earlier = earlier;
    place.burst = static_cast<std::uint32_t>(m_bursts.size());
    return fresh;
}

Burst& BurstBuilder::begin(const BurstPacket& packet) {
    Burst& fresh = m_bursts.emplaceBack();
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
        std::uint64_t at = place.tag & mask;
        while (m_table[at].burst != 0)
            at = (at + 1) & mask;
        m_table[at] = place;
    }
}

/// Packets in wild disorder begin a burst each time they jump; joining from time to time keeps
/// memory in proportion to the bursts that there really are.
bool BurstBuilder::isConsolidationDue() const {
    return m_lateCount > std::max(m_consolidateAt, kLeastLate);
}

std::size_t BurstBuilder::bytes() const {
    return m_bursts.bytes() + m_table.size() * sizeof(Place) +
           m_segment.ruleCounts.capacity() * sizeof(RuleCounts) +
           m_segment.userCounts.capacity() * sizeof(UserCounts) + m_segment.targets.bytes();
}

} // namespace sweepscope
