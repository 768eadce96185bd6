// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/localized.h"

#include "statistics/tail_probability.h"
#include "statistics/target_counts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sweepscope {

namespace {

constexpr double kFineMost = 1 << 20; ///< addresses of a telescope that is cut into /24s
constexpr double kLeastExpected = 5;

/// Neighbouring blocks as one.
struct Cell {
    double addresses = 0;
    double targets = 0;
};

/// Neighbours joined until at least kLeastExpected targets are expected in each.
std::vector<Cell> joinNeighbours(
    const TelescopeBlocks& blocks, const std::vector<std::uint32_t>& counts, double targets) {
    std::vector<Cell> cells;
    Cell open;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        open.addresses += blocks.blocks()[i].addresses;
        open.targets += counts[i];
        if (open.addresses / blocks.addresses() * targets < kLeastExpected)
            continue;
        cells.push_back(open);
        open = {};
    }
    if (open.addresses > 0 && !cells.empty()) { // too few for a cell of its own
        cells.back().addresses += open.addresses;
        cells.back().targets += open.targets;
    }
    return cells;
}

double chiSquarePValue(
    const TelescopeBlocks& blocks, const std::vector<std::uint32_t>& counts, double targets) {
    const std::vector<Cell> cells = joinNeighbours(blocks, counts, targets);
    const double all = blocks.addresses();
    if (cells.size() < 2 || targets >= all)
        return 1;
    double sum = 0;
    for (const Cell& cell : cells) {
        const double expected = cell.addresses / all * targets;
        sum += (cell.targets - expected) * (cell.targets - expected) / expected;
    }
    const double drawnOnce = (all - 1) / (all - targets);
    return chiSquareTail(sum * drawnOnce, static_cast<double>(cells.size() - 1));
}

/// The most extreme block by the exact tail. Only for blocks of one size the fullest is the most
/// extreme one, so each size has its own.
double extremePValue(
    const TelescopeBlocks& blocks, const std::vector<std::uint32_t>& counts, double targets) {
    struct Extremes {
        std::uint32_t addresses;
        std::uint32_t least;
        std::uint32_t most;
    };

    std::vector<Extremes> sizes;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::uint32_t addresses = blocks.blocks()[i].addresses;
        auto found = std::find_if(sizes.begin(), sizes.end(),
            [&](const Extremes& each) { return each.addresses == addresses; });
        if (found == sizes.end())
            found = sizes.insert(found, {addresses, counts[i], counts[i]});
        found->least = std::min(found->least, counts[i]);
        found->most = std::max(found->most, counts[i]);
    }
    double least = 1;
    for (const Extremes& each : sizes) {
        least = std::min(
            {least, hypergeometricAtLeast(each.most, blocks.addresses(), each.addresses, targets),
                hypergeometricAtMost(each.least, blocks.addresses(), each.addresses, targets)});
    }
    return std::min(1.0, 2.0 * static_cast<double>(counts.size()) * least);
}

} // namespace

TelescopeBlocks::TelescopeBlocks(const PrefixSet& telescope, const std::vector<Prefix>& silent) {
    double all = 0;
    for (const Prefix& prefix : telescope.prefixes())
        all += prefix.network.isV4() ? prefix.size() : 0;
    m_length = all > kFineMost ? 16 : 24;
    const auto add = [&](const Prefix& prefix, bool isSilent) {
        if (!prefix.network.isV4())
            return;
        const std::uint32_t first = prefix.network.v4().value;
        const auto size = static_cast<std::uint64_t>(prefix.size());
        for (std::uint64_t at = first; at < first + size;) {
            const auto number = static_cast<std::uint32_t>(at >> (32 - m_length));
            const std::uint64_t end =
                std::min(first + size, (std::uint64_t{number} + 1) << (32 - m_length));
            const auto addresses = static_cast<std::uint32_t>(end - at);
            if (isSilent) {
                if (const auto place = placeOf(static_cast<std::uint32_t>(at)))
                    m_blocks[*place].addresses -= addresses;
            } else if (!m_blocks.empty() && m_blocks.back().number == number) {
                m_blocks.back().addresses += addresses;
            } else {
                m_blocks.push_back({number, addresses});
            }
            at = end;
        }
    };
    for (const Prefix& prefix : telescope.prefixes())
        add(prefix, false);
    for (const Prefix& prefix : silent)
        add(prefix, true);
    std::erase_if(m_blocks, [](const Block& block) { return block.addresses == 0; });
    for (const Block& block : m_blocks)
        m_addresses += block.addresses;
}

std::optional<std::size_t> TelescopeBlocks::placeOf(std::uint32_t address) const {
    const std::uint32_t number = address >> (32 - m_length);
    const auto found = std::lower_bound(m_blocks.begin(), m_blocks.end(), number,
        [](const Block& block, std::uint32_t wanted) { return block.number < wanted; });
    if (found == m_blocks.end() || found->number != number)
        return std::nullopt;
    return static_cast<std::size_t>(found - m_blocks.begin());
}

double localizedPValue(const TelescopeBlocks& blocks, const std::vector<std::uint32_t>& counts) {
    const double targets = std::accumulate(counts.begin(), counts.end(), 0.0);
    if (targets < 2 || targets >= blocks.addresses())
        return 1;                     // one target, or all of them, say nothing of a choice
    constexpr double kLeast = 1e-300; // what is smaller still is not told apart
    return std::clamp(2 * std::min(extremePValue(blocks, counts, targets),
                              chiSquarePValue(blocks, counts, targets)),
        kLeast, 1.0);
}

std::optional<double> localizedPValue(
    const TelescopeBlocks& blocks, const ScanView& view, const Scan& scan) {
    if (blocks.isEmpty() || scan.targets < 2)
        return std::nullopt;
    const IndexSegment& segment = view.index.segments[scan.source.segment];
    const std::vector<const Burst*> bursts = burstsOf(view.index, view.chains, scan);
    if (bursts.front()->isV6)
        return std::nullopt;
    return localizedPValue(blocks, countTargets(blocks, segment, bursts));
}

LocalizedCount countLocalized(const TelescopeBlocks& blocks, const ScanView& view) {
    LocalizedCount count;
    for (const std::vector<Scan>& segment : view.scans) {
        for (const Scan& scan : segment) {
            const std::optional<double> p = localizedPValue(blocks, view, scan);
            count.tested += p ? 1 : 0;
            count.localized += p && *p < kLocalizedBelow ? 1 : 0;
        }
    }
    return count;
}

} // namespace sweepscope
