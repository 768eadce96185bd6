// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scans/scan_gate.h"
#include "statistics/scan_view.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sweepscope {

/// Where every frame of the captures ended up. Each frame is in exactly one, and together they are
/// all frames: the bins of the reading, with the probes told apart by what the thresholds say of
/// the chain of bursts that they belong to.
enum class Account : std::uint8_t {
    scan,
    fewTargets,        ///< no scan: too few targets, though quick enough
    slow,              ///< no scan: too slow, though with enough targets
    fewTargetsAndSlow, ///< no scan: both
    backscatter,
    other,
    fragment,
    outside,
    notIp,
    malformed,
    unsupportedLink,
};
constexpr std::size_t kAccountCount = 11;

std::string_view nameOf(Account account);        ///< in reports: "too_few_targets"
std::string_view titleOf(Account account);       ///< "No scan: too few targets"
std::string_view explanationOf(Account account); ///< a sentence

/// The account of a packet that is no probe, by its bin.
Account accountOf(Bin bin);

/// The account of the probes of a chain.
constexpr Account accountOf(Shortfall shortfall) {
    return static_cast<Account>(shortfall);
}

struct AccountCount {
    std::uint64_t frames = 0;
    std::uint64_t chains = 0;  ///< of probe bursts: scans, or what would be scans
    std::uint64_t sources = 0; ///< distinct, of these chains; others: countSourcesBesides

    bool operator==(const AccountCount&) const = default;
};

using PacketAccounts = std::array<AccountCount, kAccountCount>;

/// Counts chains of probes by what the thresholds say of them.
class AccountCounter {
public:
    explicit AccountCounter(const ScanGate& gate)
        : m_gate(gate) {}

    void add(const ScanView& view, std::size_t segment);
    void add(const AccountCounter& other);

    /// With the bins of the reading.
    [[nodiscard]] PacketAccounts finish(const DecodeCounts& counts) const;

private:
    ScanGate m_gate;
    PacketAccounts m_accounts{};
};

/// All packets of one source within an account.
struct AccountSource {
    SourceId source;
    TimeRange time;
    std::uint64_t packets = 0;
    std::uint32_t groups = 0;      ///< chains of probe bursts; else bursts
    std::uint32_t mostTargets = 0; ///< distinct, of the chain or burst with most of them
    std::uint16_t mainPort = 0;    ///< of that one
    Kind mainKind = Kind::syn;

    bool operator==(const AccountSource&) const = default;
};

/// The sources whose packets are in an account, by segment and there by address. Frames without a
/// source, or whose source could not be read, have none.
std::vector<AccountSource> sourcesIn(const ScanView& view, const ScanGate& gate, Account account);

/// How many those are in the accounts that have no chains: in one pass, without a list.
std::array<std::uint64_t, kAccountCount> countSourcesBesides(const ScanView& view);

} // namespace sweepscope
