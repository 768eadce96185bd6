// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/capture_report.h"
#include "analysis/snapshot.h"
#include "analysis/user_notes.h"
#include "base/address.h"
#include "base/result.h"
#include "bursts/burst_index.h"
#include "fingerprint/user_rules.h"
#include "packets/activity.h"
#include "packets/decode_counts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sweepscope {

/// A part of an index by source: every segment whose number leaves `number` when divided by `of`.
struct Shard {
    unsigned number = 0;
    unsigned of = 1;

    bool operator==(const Shard&) const = default;

    [[nodiscard]] bool has(unsigned segment) const { return segment % of == number; }
};

/// All that an index file holds besides bursts.
struct IndexFileFacts {
    std::string program; ///< that wrote the file: "Sweepscope 0.1.0"
    Duration baseGap = kBaseGap;
    PrefixSet telescope;                      ///< that the captures were read with
    std::optional<double> telescopeAddresses; ///< given as a number in place of prefixes
    CaptureReport captures;
    std::vector<std::string> hashes; ///< SHA-256 of each file of `captures`; empty where unknown
    DecodeCounts counts;
    Activity activity;
    std::uint64_t probeTargets = 0; ///< in the segments that are here
    std::uint64_t probeSources = 0;
    Shard shard;
    bool isAnonymised = false; ///< addresses are others than in the captures
    std::optional<UserRules> userRules = std::nullopt; ///< that packets were tested on besides

    bool operator==(const IndexFileFacts&) const = default;

    [[nodiscard]] std::size_t userRuleCount() const {
        return userRules ? userRules->rules.size() : 0;
    }
};

/// What a session adds to an index.
struct SessionFacts {
    Question question; ///< profile, thresholds, telescope, narrowing
    UserNotes notes;

    bool operator==(const SessionFacts&) const = default;
};

/// As JSON texts (FORMAT.md). The activity is not in them: it has a place of its own.
std::string toJson(const IndexFileFacts& facts);
std::string toJson(const SessionFacts& facts);

/// Back again; what a file does not say is as in a fresh value, what makes no sense is an error
/// that names it. `rules`: the names of the rules that the file was written with.
Result<IndexFileFacts> parseIndexFileFacts(std::string_view text, std::vector<std::string>& rules);
Result<SessionFacts> parseSessionFacts(std::string_view text);

} // namespace sweepscope
