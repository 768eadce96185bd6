// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "fingerprint/content.h"
#include "fingerprint/verdict.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sweepscope {

/// What is known of a scan's sender beside the tool's name: it never changes that name, which has a
/// fixed meaning in reports (verdict.h).
enum class TraitRole : std::uint8_t {
    version, ///< which versions or settings of the named tool
    family,  ///< whose packets look so, where no tool is named
    stack,   ///< whose TCP stack made the packets
};

/// One trait: a rule, what it says, which versions it fits, and how well that is known.
struct TraitFacts {
    TraitRole role;
    Rule rule;
    Rule needs; ///< counts the packets that could be tested
    Tool tool;  ///< of which it is a version; `unknown` for families and stacks
    std::string_view name;
    std::string_view title;
    std::string_view source;
    char confidence; ///< H: read in source code or reproduced on packets; M: secondary sources
};

std::span<const TraitFacts> traitFacts();

/// A trait that at least 90 % of at least three packets have.
struct Trait {
    const TraitFacts* facts = nullptr;
    std::uint64_t matched = 0;
    std::uint64_t tested = 0;
};

/// Fields on which all packets of a scan agree.
struct ConstantFields {
    std::optional<std::uint32_t> sequence;
    std::optional<std::uint16_t> sourcePort;
    std::optional<std::uint16_t> ipId;
    std::optional<std::uint16_t> window;
    std::optional<std::uint32_t> ipLength; ///< UDP and ICMP

    bool operator==(const ConstantFields&) const = default;
};

/// A hand-made tool that is known by its constants.
struct ConstantFamily {
    std::string_view name;
    std::string_view title;
    std::string_view source;
    char confidence;
    Protocol protocol;
    ConstantFields fields; ///< that must be constant, with these values
};

std::span<const ConstantFamily> constantFamilies();

/// Everything that is told of a scan beside its verdict.
struct ToolDetail {
    std::optional<Trait> version;
    std::optional<Trait> family;
    std::optional<Trait> stack;
    const ConstantFamily* constantFamily = nullptr;
    /// No tool and no family is named, and a field that varies elsewhere is constant over targets.
    bool isConstantField = false;
    bool isConnect = false; ///< none of these, and a system's own stack: a connect() scanner
    ConstantFields constants;
    std::optional<Timestamp> began;        ///< as ZMap's time stamps say, to the second
    const ProbeContent* content = nullptr; ///< of all packets alike
    bool hasSeveralContents = false;

    /// "naabu", "port-6000", "constant-field", "connect" or nothing.
    [[nodiscard]] std::string_view familyName() const;
};

ToolDetail detailOf(const ScanEvidence& evidence, Tool tool);

} // namespace sweepscope
