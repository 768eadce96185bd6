// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/silent_targets.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace sweepscope {

namespace {

constexpr double kMostAddresses = 67'108'864;

/// The addresses of some prefixes as places 0, 1, 2, ... and which of them were hit.
class HitMap {
public:
    explicit HitMap(const std::vector<Prefix>& prefixes) {
        std::size_t places = 0;
        for (const Prefix& prefix : prefixes) {
            const std::size_t size = std::size_t{1} << (32 - prefix.length);
            m_blocks.push_back({prefix.network.v4().value, places});
            places += size;
        }
        m_isHit.resize(places);
        m_silent = places;
    }

    [[nodiscard]] std::size_t silent() const { return m_silent; }

    /// Packets to other places than the telescope's are not in its bursts.
    void hit(std::uint32_t address) {
        const auto after = std::upper_bound(m_blocks.begin(), m_blocks.end(), address,
            [](std::uint32_t value, const Block& block) { return value < block.first; });
        if (after == m_blocks.begin())
            return;
        const Block& block = *std::prev(after);
        const std::size_t place = block.place + (address - block.first);
        const std::size_t end = after == m_blocks.end() ? m_isHit.size() : after->place;
        if (place >= end || m_isHit[place])
            return;
        m_isHit[place] = true;
        --m_silent;
    }

    /// Calls `use(first, count)` for each longest run of silent addresses.
    template <typename Use>
    void forEachSilentRun(Use use) const {
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            const std::size_t end =
                i + 1 < m_blocks.size() ? m_blocks[i + 1].place : m_isHit.size();
            for (std::size_t at = m_blocks[i].place; at < end;) {
                const std::size_t begin = at;
                while (at < end && !m_isHit[at])
                    ++at;
                if (at != begin) {
                    const auto offset = static_cast<std::uint32_t>(begin - m_blocks[i].place);
                    use(m_blocks[i].first + offset, at - begin);
                } else {
                    ++at;
                }
            }
        }
    }

private:
    struct Block {
        std::uint32_t first;
        std::size_t place;
    };

    std::vector<Block> m_blocks;
    std::vector<bool> m_isHit;
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

/// Gives how many packets there were to the telescope.
std::uint64_t markTargets(const IndexSegment& segment, HitMap& map) {
    std::uint64_t packets = 0;
    for (const Burst& burst : segment.bursts) {
        if (burst.isV6 || burst.kind == Kind::outside)
            continue;
        packets += burst.packets;
        if (map.silent() != 0)
            segment.targets.forEach(burst.targets, [&](std::uint32_t target) { map.hit(target); });
    }
    return packets;
}

} // namespace

bool SilentTargets::areMany() const {
    constexpr double kFew = 10;
    return static_cast<double>(addresses) > 2 * expected + kFew;
}

std::optional<SilentTargets> findSilentTargets(
    const BurstIndex& index, const PrefixSet& telescope) {
    const std::vector<Prefix>& prefixes = telescope.prefixes();
    const bool isAllV4 = std::all_of(prefixes.begin(), prefixes.end(),
        [](const Prefix& prefix) { return prefix.network.isV4(); });
    if (prefixes.empty() || !isAllV4 || telescope.size() > kMostAddresses)
        return std::nullopt;
    HitMap map(prefixes);
    std::uint64_t packets = 0;
    for (const IndexSegment& segment : index.segments)
        packets += markTargets(segment, map);
    SilentTargets silent;
    silent.addresses = map.silent();
    silent.expected = telescope.size() * std::exp(-static_cast<double>(packets) / telescope.size());
    map.forEachSilentRun([&](std::uint32_t first, std::size_t count) {
        appendPrefixes(first, count, silent.prefixes);
    });
    return silent;
}

} // namespace sweepscope
