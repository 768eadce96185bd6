// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "statistics/scan_view.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sweepscope {

/// The telescope cut into blocks of equal prefix length, each with the addresses that watch in it.
/// Only for IPv4.
class TelescopeBlocks {
public:
    TelescopeBlocks() = default;

    /// `silent`: prefixes without any packet, where they are more than chance explains; they do not
    /// watch. Blocks are /24s, of a telescope of more than 2^20 addresses /16s. There are none
    /// where the telescope is not known or lies within one block.
    TelescopeBlocks(const PrefixSet& telescope, const std::vector<Prefix>& silent);

    struct Block {
        std::uint32_t number = 0; ///< the leading bits of its addresses
        std::uint32_t addresses = 0;

        bool operator==(const Block&) const = default;
    };

    [[nodiscard]] bool isEmpty() const { return m_blocks.size() < 2; }

    [[nodiscard]] int prefixLength() const { return m_length; }

    [[nodiscard]] const std::vector<Block>& blocks() const { return m_blocks; } ///< ascending

    [[nodiscard]] double addresses() const { return m_addresses; }

    /// The place of the block that the address lies in; nothing where none watches there.
    [[nodiscard]] std::optional<std::size_t> placeOf(std::uint32_t address) const;

private:
    int m_length = 24;
    std::vector<Block> m_blocks;
    double m_addresses = 0;
};

/// A scan with a p-value below this is called localized. So many false alarms are to be expected
/// among a million scans that do draw their targets from the whole telescope.
constexpr double kLocalizedBelow = 1e-6;

/// The chance that a scan which draws its targets uniformly over the telescope would spread over
/// the blocks as unevenly as this one, or more. `counts`: its distinct targets per block. Never
/// said smaller than it is by more than the chi-square approximation errs.
///
/// Under uniform draws, with or without replacement, the distinct targets are any subset of the
/// telescope of their number, each as likely as the other; so the count in a block is
/// hypergeometric. Two tests look at that and the smaller p counts, doubled since there are two:
/// - the fullest and the emptiest block, by the exact tail, times all blocks and both sides
///   (Bonferroni): holds for any counts and finds scans of a few blocks;
/// - chi-square over all blocks, joined with neighbours where fewer than five targets are expected
///   in each, with the variance of drawing without replacement: finds what is uneven everywhere.
double localizedPValue(const TelescopeBlocks& blocks, const std::vector<std::uint32_t>& counts);

/// The p-value of a scan; nothing where there are no blocks, or for IPv6, or for a single target.
std::optional<double> localizedPValue(
    const TelescopeBlocks& blocks, const ScanView& view, const Scan& scan);

/// How the scans of a view fare.
struct LocalizedCount {
    std::uint64_t tested = 0;
    std::uint64_t localized = 0;

    bool operator==(const LocalizedCount&) const = default;
};

LocalizedCount countLocalized(const TelescopeBlocks& blocks, const ScanView& view);

} // namespace sweepscope
