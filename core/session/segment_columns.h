// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "bursts/burst_index.h"
#include "session/packed_column.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sweepscope {

/// The columns that a segment of an index is stored in; FORMAT.md says what each holds.
enum class SegmentColumn : std::uint8_t {
    sources4,
    sources6,
    bursts,
    kinds,
    ports,
    firsts,
    lengths,
    targetCounts,
    repeats,
    rules,
    ruleCounts,
    nmap,
    unicornscan,
    unicornscanPlain,
    agreed,
    targetFirsts,
    targetSteps,
    targets6,
};
constexpr std::size_t kColumnCount = 18;

/// As in the file.
constexpr std::array<std::string_view, kColumnCount> kColumnNames = {"sources4", "sources6",
    "bursts", "kinds", "ports", "firsts", "lengths", "target_counts", "repeats", "rules",
    "rule_counts", "nmap", "unicornscan", "unicornscan_plain", "agreed", "target_firsts",
    "target_steps", "targets6"};

/// Each column packed (packed_column.h), in the order of SegmentColumn.
using PackedColumns = std::array<std::vector<std::uint8_t>, kColumnCount>;

/// Rules of users stand elsewhere in a file than in a RuleSet, and other programs see none of them.
constexpr std::uint64_t builtIn(RuleSet rules) {
    return rules.bits & ((std::uint64_t{1} << kFirstUserBit) - 1);
}

/// `userRules`: how many of them the bursts were tested on.
PackedColumns packSegment(const IndexSegment& segment, std::size_t userRules = 0);

/// What the columns of a file are to be read with.
struct ColumnReading {
    unsigned segment = 0; ///< its number: every source must belong there
    Duration gap;         ///< of the index: neighbours of one key must be further apart
    std::vector<std::optional<unsigned>> rules; ///< bit of a RuleSet for each of one in the file

    void forgetUserRules() {
        for (std::optional<unsigned>& bit : rules)
            bit = bit && *bit < kFirstUserBit ? bit : std::nullopt;
    }
};

/// What is kept from one segment to the next while they are unpacked: fresh memory would cost more
/// than what is done in it.
struct UnpackingMemory {
    ColumnUnpacker unpacker;
    std::array<std::vector<std::uint8_t>, kColumnCount> contents;
};

/// The segment again. Nothing in the columns is trusted: an index of a damaged or forged file is
/// whole and in order, or it is refused with the name of the column.
struct UnpackedSegment {
    IndexSegment segment;
    std::string wrongColumn; ///< empty: all is well
};

UnpackedSegment unpackSegment(const std::array<ByteSpan, kColumnCount>& columns,
    const ColumnReading& reading, UnpackingMemory& memory);

inline UnpackedSegment unpackSegment(
    const std::array<ByteSpan, kColumnCount>& columns, const ColumnReading& reading) {
    UnpackingMemory memory;
    return unpackSegment(columns, reading, memory);
}

/// The names that rules have in a file, in the order of Rule.
constexpr std::array<std::string_view, kRuleCount> kStoredRuleNames = [] {
    std::array<std::string_view, kRuleCount> names;
    for (std::size_t rule = 0; rule < kRuleCount; ++rule)
        names[rule] = nameOf(static_cast<Rule>(rule));
    return names;
}();

/// Those names, and behind them two for each rule of a user: whether packets fit it, and whether
/// they could be tested on it.
std::vector<std::string> storedRuleNames(std::size_t userRules);

/// The bit of a RuleSet that the name stands for; nothing where this program has no such rule.
std::optional<unsigned> bitOfStoredName(std::string_view name);

} // namespace sweepscope
