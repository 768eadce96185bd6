// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/packed_column.h"
#include "session/segment_columns.h"
#include "session/varint.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace sweepscope {

namespace {

/// In a file the two bits of a rule follow one another; where they are among the user's bits.
constexpr std::size_t userPlace(std::size_t bit) {
    return bit % 2 == 0 ? UserRules::fitsPlace(bit / 2) : UserRules::testedPlace(bit / 2);
}

std::string nameOfUserBit(std::size_t bit) {
    return fmt::format("user rule {} {}", bit / 2 + 1, bit % 2 == 0 ? "fits" : "tested");
}

/// The writers of a segment's columns, and what they have to know of all bursts first.
class SegmentPacker {
public:
    SegmentPacker(const IndexSegment& segment, std::size_t userRules)
        : m_segment(segment)
        , m_userRules(userRules) {
        look();
    }

    PackedColumns pack() {
        addSources();
        addHeads();
        for (const Burst& burst : m_segment.bursts)
            add(burst);
        for (const Ipv6& target : m_segment.targets6)
            addBytes(column(SegmentColumn::targets6), target);
        PackedColumns packed;
        ColumnPacker packer;
        for (std::size_t i = 0; i < kColumnCount; ++i)
            packed[i] = packer.pack(m_columns[i].bytes());
        return packed;
    }

private:
    VarintWriter& column(SegmentColumn which) { return m_columns[static_cast<std::size_t>(which)]; }

    static void addBytes(VarintWriter& writer, const Ipv6& address) {
        writer.add(address.high);
        writer.add(address.low);
    }

    /// The first moment, the unit that all times are whole multiples of, the lowest target, and
    /// the sets of rules that occur.
    void look() {
        for (const Burst& burst : m_segment.bursts) {
            m_base = std::min(m_base, burst.time.first);
            while (burst.time.first.nanoseconds % m_unit != 0 ||
                   burst.time.last.nanoseconds % m_unit != 0)
                m_unit /= kUnitStep;
            if (burst.ruleCounts == 0)
                m_ruleSets.push_back(stored(burst.rules));
        }
        if (m_segment.bursts.empty())
            m_base = {};
        std::sort(m_ruleSets.begin(), m_ruleSets.end());
        m_ruleSets.erase(std::unique(m_ruleSets.begin(), m_ruleSets.end()), m_ruleSets.end());
    }

    void addSources() {
        std::uint32_t before = 0;
        for (const Address source : m_segment.sources) {
            if (source.isV4()) {
                column(SegmentColumn::sources4).add(source.v4().value - before);
                before = source.v4().value;
            } else {
                addBytes(column(SegmentColumn::sources6), source.v6());
            }
        }
        std::size_t at = 0;
        for (std::uint32_t source = 0; source < m_segment.sources.size(); ++source) {
            const std::size_t begin = at;
            while (at < m_segment.bursts.size() && m_segment.bursts[at].source == source)
                ++at;
            column(SegmentColumn::bursts).add(at - begin);
        }
    }

    void addHeads() {
        column(SegmentColumn::firsts).addSigned(m_base.nanoseconds);
        column(SegmentColumn::firsts).add(static_cast<std::uint64_t>(m_unit));
        column(SegmentColumn::lengths).add(static_cast<std::uint64_t>(m_unit));
        column(SegmentColumn::rules).add(m_ruleSets.size());
        for (const std::uint64_t set : m_ruleSets)
            column(SegmentColumn::rules).add(set);
    }

    void add(const Burst& burst) {
        const auto unit = static_cast<std::uint64_t>(m_unit);
        const auto since = [](Timestamp later, Timestamp earlier) {
            return static_cast<std::uint64_t>(later.nanoseconds) -
                   static_cast<std::uint64_t>(earlier.nanoseconds);
        };
        column(SegmentColumn::kinds).add(static_cast<std::uint64_t>(burst.kind));
        column(SegmentColumn::ports).add(burst.port);
        column(SegmentColumn::firsts).add(since(burst.time.first, m_base) / unit);
        column(SegmentColumn::lengths).add(since(burst.time.last, burst.time.first) / unit);
        column(SegmentColumn::targetCounts).add(burst.targets.count);
        column(SegmentColumn::repeats).add(burst.packets - burst.targets.count);
        addRules(burst);
        addSecrets(column(SegmentColumn::nmap), burst.pairwise.nmap);
        addSecrets(column(SegmentColumn::unicornscan), burst.pairwise.unicornscan);
        addSecrets(column(SegmentColumn::unicornscanPlain), burst.pairwise.unicornscanPlain);
        addAgreement(burst.agreement);
        addTargets(burst);
    }

    void addAgreement(const Agreement& agreement) {
        const Agreement::Parts parts = agreement.parts();
        column(SegmentColumn::agreed).add(parts.agreed);
        column(SegmentColumn::agreed).add(parts.wide);
        column(SegmentColumn::agreed).add(parts.narrow);
    }

    /// 0 where the packets did not all match the same, then their counts follow; else the place
    /// of the set among those at the front.
    void addRules(const Burst& burst) {
        if (burst.ruleCounts == 0) {
            const auto place =
                std::lower_bound(m_ruleSets.begin(), m_ruleSets.end(), stored(burst.rules));
            column(SegmentColumn::rules)
                .add(static_cast<std::uint64_t>(place - m_ruleSets.begin()) + 1);
            return;
        }
        column(SegmentColumn::rules).add(0);
        for (const std::uint64_t count : m_segment.ruleCounts[burst.ruleCounts - 1])
            column(SegmentColumn::ruleCounts).add(count);
        for (std::size_t bit = 0; bit < 2 * m_userRules; ++bit)
            column(SegmentColumn::ruleCounts).add(m_segment.userMatches(burst, userPlace(bit)));
    }

    /// In the order of storedRuleNames.
    [[nodiscard]] std::uint64_t stored(RuleSet rules) const {
        std::uint64_t bits = builtIn(rules);
        for (std::size_t bit = 0; bit < 2 * m_userRules; ++bit)
            bits |= (rules.bits >> (kFirstUserBit + userPlace(bit)) & 1) << (kRuleCount + bit);
        return bits;
    }

    template <std::size_t size>
    static void addSecrets(VarintWriter& writer, const DistinctSketch<size>& sketch) {
        const std::span<const std::uint16_t> kept = sketch.kept();
        writer.add(kept.size());
        std::uint16_t before = 0;
        for (const std::uint16_t hash : kept) {
            writer.add(static_cast<std::uint64_t>(hash - before));
            before = hash;
        }
    }

    void addTargets(const Burst& burst) {
        const std::vector<std::uint32_t> targets = m_segment.targets.sorted(burst.targets);
        for (std::size_t i = 0; i < targets.size(); ++i) {
            if (i == 0)
                column(SegmentColumn::targetFirsts).add(targets[0]);
            else
                column(SegmentColumn::targetSteps).add(targets[i] - targets[i - 1] - 1);
        }
    }

    static constexpr std::int64_t kUnitStep = 1000;

    const IndexSegment& m_segment;
    std::size_t m_userRules;
    std::array<VarintWriter, kColumnCount> m_columns;
    Timestamp m_base{std::numeric_limits<std::int64_t>::max()};
    std::int64_t m_unit = 1'000'000'000; ///< then a million, a thousand, one
    std::vector<std::uint64_t> m_ruleSets;
};

} // namespace

PackedColumns packSegment(const IndexSegment& segment, std::size_t userRules) {
    return SegmentPacker(segment, userRules).pack();
}

std::vector<std::string> storedRuleNames(std::size_t userRules) {
    std::vector<std::string> names(kStoredRuleNames.begin(), kStoredRuleNames.end());
    for (std::size_t bit = 0; bit < 2 * userRules; ++bit)
        names.push_back(nameOfUserBit(bit));
    return names;
}

std::optional<unsigned> bitOfStoredName(std::string_view name) {
    const auto* const found = std::find(kStoredRuleNames.begin(), kStoredRuleNames.end(), name);
    if (found != kStoredRuleNames.end())
        return static_cast<unsigned>(found - kStoredRuleNames.begin());
    for (std::size_t bit = 0; bit < kUserBits; ++bit) {
        if (name == nameOfUserBit(bit))
            return static_cast<unsigned>(kFirstUserBit + userPlace(bit));
    }
    return std::nullopt;
}

} // namespace sweepscope
