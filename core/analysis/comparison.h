// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "base/sentence.h"
#include "statistics/share_difference.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sweepscope {

/// One side of a comparison: all scans of a snapshot, or those that begin within a span.
struct ComparedSide {
    std::string name;
    std::shared_ptr<const Snapshot> snapshot;
    std::optional<TimeRange> span;
};

enum class Dimension : std::uint8_t { port, country, network, tool, size };
constexpr std::size_t kDimensionCount = 5;

constexpr std::string_view nameOf(Dimension dimension) {
    constexpr std::array<std::string_view, kDimensionCount> kNames = {
        word("port"), word("country"), word("network"), word("tool"), word("size")};
    return kNames[static_cast<std::size_t>(dimension)];
}

/// One port, country, network, tool or size class on both sides.
struct Difference {
    struct Side {
        std::uint64_t scans = 0;
        std::uint64_t sources = 0;
        std::optional<std::size_t> rank; ///< by scans, from 1; nothing where there are none
    };

    Dimension dimension = Dimension::port;
    std::string key;  ///< "tcp/80", "NL", "AS1234", "zmap", "0.01"
    std::string name; ///< for people
    Side a;
    Side b;
    ShareDifference shares;
    double adjusted = 1;     ///< the chance, with regard to how many were looked at
    bool isTooSmall = false; ///< too few sources to say anything; not tested

    [[nodiscard]] bool isNew() const { return a.scans == 0; }

    [[nodiscard]] bool isGone() const { return b.scans == 0; }

    /// With at most 5 % of what is said to differ expected to be false.
    [[nodiscard]] bool stands() const { return !isTooSmall && adjusted <= 0.05; }
};

/// What changed from A to B.
struct Comparison {
    std::string nameA;
    std::string nameB;
    std::uint64_t scansA = 0;
    std::uint64_t scansB = 0;
    std::uint64_t sourcesA = 0;
    std::uint64_t sourcesB = 0;
    std::vector<Difference> differences; ///< what stands first, by size; what is too small last
    std::vector<double> coveragesA;      ///< of all scans, ascending: for the curves of scan size
    std::vector<double> coveragesB;
    bool isTested = false; ///< false: shares are given, but nothing is said to differ
    std::vector<Sentence> notes;
};

/// Fewer sources than this are too few for a test.
constexpr std::size_t kLeastClusters = 10;

/// Compares shares of scans. All dimensions together are one family of tests: the chances are
/// adjusted for many by Benjamini and Hochberg. Holm's way, which guards against a single false
/// difference among hundreds of ports, would hide what an operator looks for; where nothing differs
/// at all both report anything in 5 % of comparisons. `whyNotComparable`: shares are given and not
/// tested.
Comparison compare(const ComparedSide& a, const ComparedSide& b,
    const std::optional<Sentence>& whyNotComparable = std::nullopt);

/// Two questions under which scans of two telescopes mean the same.
struct EqualQuestions {
    Question a;
    Question b;
    std::vector<Sentence> notes;              ///< what was made equal, and how
    std::optional<Sentence> whyNotComparable; ///< a telescope is too small for that
};

/// Telescopes of one size: A's thresholds for both. Else the same least coverage, the same
/// Internet-wide rate and an expiry for each at which a scan at that rate is cut with the same
/// chance, since packets of a scan reach a smaller telescope more rarely.
EqualQuestions equalQuestions(const Question& a, const Question& b);

/// Compares captures of what may be two telescopes: both are asked anew where their questions are
/// not equal, and the notes say how they were made so, or why that cannot be.
Comparison compareCaptures(const ComparedSide& a, const ComparedSide& b);

/// A's question about another material, with the telescope that watched that. Stretches of time are
/// A's own and left out.
std::shared_ptr<const Snapshot> askLikewise(
    const Snapshot& a, const Material& material, const Telescope& telescope);

} // namespace sweepscope
