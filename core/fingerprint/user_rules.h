// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "fingerprint/rule.h"
#include "packets/packet.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sweepscope {

/// A field of a packet that a user's rule may ask for.
enum class PacketField : std::uint8_t {
    ipId,
    ttl,
    firstTtl, ///< smallest of 32, 64, 128, 255 that is not below the TTL
    length,   ///< of the whole IP packet
    doNotFragment,
    sourcePort,
    port,
    sequence,
    acknowledgement,
    flags, ///< of TCP, the whole byte
    window,
};

/// Inclusive.
struct ValueRange {
    std::uint64_t from = 0;
    std::uint64_t to = 0;

    bool operator==(const ValueRange&) const = default;
};

/// One of the ranges must hold the field.
struct FieldCondition {
    PacketField field = PacketField::ipId;
    std::vector<ValueRange> ranges;

    bool operator==(const FieldCondition&) const = default;
};

/// A user's rule: all its conditions must hold of a packet of its kind. Over IPv4 alone, as the
/// built-in rules.
struct UserRule {
    std::string name;
    std::string versions; ///< what it fits, in the user's words
    std::string source;   ///< where the user knows it from
    Kind kind = Kind::syn;
    std::vector<FieldCondition> conditions;
    std::vector<std::uint8_t> relations;              ///< places in relationNames()
    std::optional<std::vector<std::uint8_t>> options; ///< kinds of TCP options in their order

    bool operator==(const UserRule&) const = default;
};

/// Equalities between fields that a rule may ask for, as they are written.
const std::vector<std::string>& relationNames();

/// At most kMostUserRules of them.
struct UserRules {
    std::vector<UserRule> rules;

    bool operator==(const UserRules&) const = default;

    /// For each rule a bit that the packet could be tested and one that it fits (rule.h).
    [[nodiscard]] RuleSet examine(const Packet& packet) const;

    /// Places of a rule's bits among the user's bits.
    static constexpr std::size_t fitsPlace(std::size_t rule) { return rule; }

    static constexpr std::size_t testedPlace(std::size_t rule) { return kMostUserRules + rule; }
};

/// Reads a file of rules (docs/rules.md). Fails with file, line and reason.
Result<UserRules> readUserRules(const std::string& path);

/// The same of the text of such a file; `path` is for messages.
Result<UserRules> parseUserRules(std::string_view text, const std::string& path);

/// As the text of such a file.
std::string toText(const UserRules& rules);

} // namespace sweepscope
