// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/silent_targets.h"

#include "base/team.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>

namespace sweepscope {

namespace {

constexpr double kMostAddresses = 67'108'864;

/// The addresses of some prefixes as places 0, 1, 2, ... and which of them were hit.
class HitMap {
public:
    explicit HitMap(const std::vector<Prefix>& prefixes) {
        std::size_t places = 0;
        for (const Prefix& prefix : prefixes) {
            const std::uint64_t size = std::uint64_t{1} << (32 - prefix.length);
            m_blocks.push_back({prefix.network.v4().value, size, places});
            places += size;
        }
        m_hits.resize((places + kWordPlaces - 1) / kWordPlaces);
        m_silent = places;
    }

    [[nodiscard]] std::size_t silent() const { return m_silent; }

    /// Packets to other places than the telescope's are not in its bursts, or kept apart in them.
    void hit(const TargetStore& store, const TargetSet& targets) {
        std::size_t fresh = 0;
        // Copies, since a hit might lie anywhere for all that the compiler knows.
        store.forEach(targets,
            [this, &fresh, hits = m_hits.data(), block = m_last](std::uint32_t address) mutable {
                if (!isIn(block, address)) {
                    if (!find(address))
                        return;
                    block = m_last;
                }
                const std::size_t place = block.place + (address - block.first);
                const std::uint32_t word = hits[place / kWordPlaces];
                const std::uint32_t bit = std::uint32_t{1} << (place % kWordPlaces);
                fresh += (word & bit) == 0 ? 1 : 0;
                hits[place / kWordPlaces] = word | bit;
            });
        m_silent -= fresh;
    }

    /// Calls `use(first, count)` for each longest run of silent addresses.
    template <typename Use>
    void forEachSilentRun(Use use) const {
        for (const Block& block : m_blocks) {
            const std::size_t end = block.place + block.size;
            for (std::size_t at = block.place; at < end;) {
                const std::size_t begin = at;
                while (at < end && !isHit(at))
                    ++at;
                if (at != begin) {
                    const auto offset = static_cast<std::uint32_t>(begin - block.place);
                    use(block.first + offset, at - begin);
                } else {
                    ++at;
                }
            }
        }
    }

private:
    static constexpr std::size_t kWordPlaces = 32;

    struct Block {
        std::uint32_t first = 0;
        std::uint64_t size = 0;
        std::size_t place = 0;
    };

    static bool isIn(const Block& block, std::uint32_t address) {
        return address - block.first < block.size; // below `first` it wraps round
    }

    /// Makes the block of the address the last one.
    bool find(std::uint32_t address) {
        const auto after = std::upper_bound(m_blocks.begin(), m_blocks.end(), address,
            [](std::uint32_t value, const Block& block) { return value < block.first; });
        if (after == m_blocks.begin() || !isIn(*std::prev(after), address))
            return false;
        m_last = *std::prev(after);
        return true;
    }

    [[nodiscard]] bool isHit(std::size_t place) const {
        return (m_hits[place / kWordPlaces] >> (place % kWordPlaces) & 1) != 0;
    }

    std::vector<Block> m_blocks;
    Block m_last; ///< neighbours of a target are mostly in one prefix
    std::vector<std::uint32_t> m_hits;
    std::size_t m_silent = 0;
};

/// The fewest prefixes that are exactly [first, first + count).
void appendPrefixes(std::uint32_t first, std::size_t count, std::vector<Prefix>& prefixes) {
    while (count != 0) {
        const int aligned = first == 0 ? 32 : std::countr_zero(first);
        const int bits = std::min(aligned, static_cast<int>(std::bit_width(count)) - 1);
        prefixes.push_back({Address(Ipv4{first}), 32 - bits});
        const std::size_t taken = std::size_t{1} << bits;
        first += static_cast<std::uint32_t>(taken);
        count -= taken;
    }
}

bool isInTelescope(const Burst& burst) {
    return !burst.isV6 && burst.kind != Kind::outside;
}

/// Packets to the telescope.
std::uint64_t countPackets(const BurstIndex& index, Team* team) {
    std::array<std::uint64_t, kSegments> counts{};
    forAll(team, kSegments, [&](unsigned, std::size_t i) {
        for (const Burst& burst : index.segments[i].bursts)
            counts[i] += isInTelescope(burst) ? burst.packets : 0;
    });
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

/// Marks targets as long as one is silent.
void markTargets(const IndexSegment& segment, HitMap& map) {
    for (std::size_t i = 0; i < segment.bursts.size() && map.silent() != 0; ++i) {
        segment.prefetchTargetsBehind(i);
        if (isInTelescope(segment.bursts[i]))
            map.hit(segment.targets, segment.bursts[i].targets);
    }
}

} // namespace

bool SilentTargets::areMany() const {
    constexpr double kFew = 10;
    return static_cast<double>(addresses) > 2 * expected + kFew;
}

std::optional<SilentTargets> findSilentTargets(
    const BurstIndex& index, const PrefixSet& telescope, Team* team) {
    const std::vector<Prefix>& prefixes = telescope.prefixes();
    const bool isAllV4 = std::all_of(prefixes.begin(), prefixes.end(),
        [](const Prefix& prefix) { return prefix.network.isV4(); });
    if (prefixes.empty() || !isAllV4 || telescope.size() > kMostAddresses)
        return std::nullopt;
    HitMap map(prefixes);
    for (const IndexSegment& segment : index.segments)
        markTargets(segment, map);
    const auto packets = static_cast<double>(countPackets(index, team));
    SilentTargets silent;
    silent.addresses = map.silent();
    silent.expected = telescope.size() * std::exp(-packets / telescope.size());
    map.forEachSilentRun([&](std::uint32_t first, std::size_t count) {
        appendPrefixes(first, count, silent.prefixes);
    });
    return silent;
}

} // namespace sweepscope
