// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/frame_source.h"
#include "session/packed_column.h"
#include "session/segment_columns.h"
#include "session/varint.h"

#include <tuple>
#include <utility>

namespace sweepscope {

namespace {

constexpr std::uint64_t kMost32 = 0xffffffff;
constexpr std::uint64_t kHashes = 0xffff; ///< hashes of secrets are below it

auto keyOf(const Burst& burst) {
    return std::tuple(burst.source, burst.kind, burst.port);
}

/// Reads all columns side by side, burst by burst. The first column in which something cannot be
/// is remembered, and nothing is read from there on.
class SegmentUnpacker {
public:
    SegmentUnpacker(
        const std::array<ByteSpan, kColumnCount>& contents, const ColumnReading& reading)
        : m_reading(reading) {
        for (const ByteSpan content : contents)
            m_columns.emplace_back(content);
    }

    UnpackedSegment unpack() {
        readSources();
        readTargets6();
        readHeads();
        for (std::uint32_t source = 0; source < m_segment.sources.size() && isGood(); ++source)
            readBurstsOf(source);
        for (std::size_t i = 0; i < kColumnCount && isGood(); ++i)
            demand(m_columns[i].isWhole(), static_cast<SegmentColumn>(i));
        return {std::move(m_segment), isGood() ? std::string() : std::string(*m_wrong)};
    }

private:
    VarintReader& column(SegmentColumn which) { return m_columns[static_cast<std::size_t>(which)]; }

    [[nodiscard]] bool isGood() const { return !m_wrong; }

    void demand(bool holds, SegmentColumn which) {
        if (!holds && isGood())
            m_wrong = kColumnNames[static_cast<std::size_t>(which)];
    }

    Ipv6 readAddress(SegmentColumn which) {
        const std::uint64_t high = column(which).next();
        return {high, column(which).next()};
    }

    void readSources() {
        AddressList& sources = m_segment.sources;
        std::uint64_t number = 0;
        while (isGood() && column(SegmentColumn::sources4).bytesLeft() > 0) {
            const std::uint64_t step = column(SegmentColumn::sources4).next();
            demand(step <= kMost32 && number + step <= kMost32 && (step > 0 || sources.empty()),
                SegmentColumn::sources4);
            number += step;
            const Ipv4 source{static_cast<std::uint32_t>(number)};
            demand(segmentOf(source) == m_reading.segment, SegmentColumn::sources4);
            sources.pushBack(source);
        }
        while (isGood() && column(SegmentColumn::sources6).bytesLeft() > 0) {
            const Address source = readAddress(SegmentColumn::sources6);
            demand(segmentOf(source) == m_reading.segment &&
                       (sources.empty() || sources[sources.size() - 1] < source),
                SegmentColumn::sources6);
            sources.pushBack(source);
        }
        demand(sources.size() <= kMost32, SegmentColumn::sources4);
    }

    void readTargets6() {
        while (isGood() && column(SegmentColumn::targets6).bytesLeft() > 0)
            m_segment.targets6.push_back(readAddress(SegmentColumn::targets6));
        demand(m_segment.targets6.size() <= kMost32, SegmentColumn::targets6);
    }

    void readHeads() {
        m_base = {column(SegmentColumn::firsts).nextSigned()};
        m_unit = column(SegmentColumn::firsts).next();
        constexpr std::uint64_t kMostUnit = 1'000'000'000;
        demand(m_unit >= 1 && m_unit <= kMostUnit, SegmentColumn::firsts);
        demand(column(SegmentColumn::lengths).next() == m_unit, SegmentColumn::lengths);
        const std::uint64_t sets = column(SegmentColumn::rules).next();
        demand(sets <= column(SegmentColumn::rules).bytesLeft(), SegmentColumn::rules);
        for (std::uint64_t i = 0; i < sets && isGood(); ++i)
            m_ruleSets.push_back(translated(column(SegmentColumn::rules).next()));
    }

    /// The file's bits as this program's.
    RuleSet translated(std::uint64_t bits) {
        RuleSet rules;
        for (std::size_t bit = 0; bit < m_reading.rules.size(); ++bit) {
            if ((bits >> bit & 1) != 0 && m_reading.rules[bit])
                rules.bits |= std::uint64_t{1} << *m_reading.rules[bit];
        }
        demand(m_reading.rules.size() >= 64 || bits >> m_reading.rules.size() == 0,
            SegmentColumn::rules);
        return rules;
    }

    void readBurstsOf(std::uint32_t source) {
        const std::uint64_t count = column(SegmentColumn::bursts).next();
        demand(
            count >= 1 && count <= column(SegmentColumn::kinds).bytesLeft(), SegmentColumn::bursts);
        for (std::uint64_t i = 0; i < count && isGood(); ++i) {
            Burst& burst = m_segment.bursts.emplaceBack();
            burst.source = source;
            burst.isV6 = !m_segment.sources[source].isV4();
            readKey(burst);
            readTimes(burst);
            readOrder();
            readRules(burst);
            readSecrets(burst);
            readAgreement(burst);
            readTargets(burst);
        }
    }

    void readKey(Burst& burst) {
        const std::uint64_t kind = column(SegmentColumn::kinds).next();
        demand(kind < kKindCount, SegmentColumn::kinds);
        burst.kind = static_cast<Kind>(kind);
        const std::uint64_t port = column(SegmentColumn::ports).next();
        demand(port <= 0xffff, SegmentColumn::ports);
        burst.port = static_cast<std::uint16_t>(port);
    }

    /// Times are held within what readers of captures let through, so that differences are safe.
    void readTimes(Burst& burst) {
        burst.time.first =
            later(m_base, column(SegmentColumn::firsts).next(), SegmentColumn::firsts);
        burst.time.last =
            later(burst.time.first, column(SegmentColumn::lengths).next(), SegmentColumn::lengths);
    }

    Timestamp later(Timestamp moment, std::uint64_t units, SegmentColumn which) {
        constexpr std::uint64_t kMost = 2 * static_cast<std::uint64_t>(kMostNanoseconds);
        demand(moment.nanoseconds >= -kMostNanoseconds && units <= kMost / m_unit, which);
        if (!isGood())
            return {};
        const auto shift = static_cast<std::int64_t>(units * m_unit);
        demand(shift <= kMostNanoseconds - moment.nanoseconds, which);
        return isGood() ? Timestamp{moment.nanoseconds + shift} : Timestamp{};
    }

    /// An index is in order, and what could be joined at its gap is joined.
    void readOrder() {
        const std::size_t count = m_segment.bursts.size();
        if (count < 2 || !isGood())
            return;
        const Burst& before = m_segment.bursts[count - 2];
        const Burst& burst = m_segment.bursts[count - 1];
        demand(keyOf(before) <= keyOf(burst), SegmentColumn::kinds);
        demand(keyOf(before) < keyOf(burst) || burst.time.first - before.time.last > m_reading.gap,
            SegmentColumn::firsts);
    }

    void readRules(Burst& burst) {
        const std::uint64_t set = column(SegmentColumn::rules).next();
        demand(set <= m_ruleSets.size(), SegmentColumn::rules);
        if (!isGood())
            return;
        if (set != 0) {
            burst.rules = m_ruleSets[set - 1];
            return;
        }
        m_segment.ruleCounts.emplace_back();
        burst.ruleCounts = static_cast<std::uint32_t>(m_segment.ruleCounts.size());
        for (const std::optional<unsigned>& bit : m_reading.rules) {
            const std::uint64_t count = column(SegmentColumn::ruleCounts).next();
            if (!bit || count == 0)
                continue;
            if (*bit < kFirstUserBit)
                m_segment.ruleCounts.back()[*bit] = count;
            else
                m_segment.userCountsOf(burst)[*bit - kFirstUserBit] = count;
        }
    }

    void readSecrets(Burst& burst) {
        readSketch(burst.pairwise.nmap, SegmentColumn::nmap);
        readSketch(burst.pairwise.unicornscan, SegmentColumn::unicornscan);
        readSketch(burst.pairwise.unicornscanPlain, SegmentColumn::unicornscanPlain);
    }

    void readAgreement(Burst& burst) {
        const std::uint64_t agreed = column(SegmentColumn::agreed).next();
        const std::uint64_t wide = column(SegmentColumn::agreed).next();
        const std::uint64_t narrow = column(SegmentColumn::agreed).next();
        demand(agreed <= 0xff && narrow <= 0xffff, SegmentColumn::agreed);
        const Agreement::Parts parts{
            wide, static_cast<std::uint16_t>(narrow), static_cast<std::uint8_t>(agreed)};
        burst.agreement = Agreement::from(parts);
        const Agreement::Parts kept = burst.agreement.parts();
        demand(kept.wide == wide && kept.narrow == narrow && kept.agreed == agreed,
            SegmentColumn::agreed);
    }

    template <std::size_t size>
    void readSketch(DistinctSketch<size>& sketch, SegmentColumn which) {
        const std::uint64_t count = column(which).next();
        demand(count <= size, which);
        if (!isGood())
            return;
        std::array<std::uint16_t, size> hashes{};
        std::uint64_t hash = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint64_t step = column(which).next();
            hash += step;
            demand(step < kHashes && hash < kHashes && (step > 0 || i == 0), which);
            hashes[i] = static_cast<std::uint16_t>(hash);
        }
        sketch = DistinctSketch<size>(std::span<const std::uint16_t>(hashes.data(), count));
    }

    void readTargets(Burst& burst) {
        const std::uint64_t count = column(SegmentColumn::targetCounts).next();
        VarintReader& steps = column(SegmentColumn::targetSteps);
        demand(count >= 1 && count - 1 <= steps.bytesLeft() && count <= kMost32,
            SegmentColumn::targetCounts);
        const std::uint64_t repeats = column(SegmentColumn::repeats).next();
        demand(repeats <= ~std::uint64_t{0} - count, SegmentColumn::repeats);
        if (!isGood())
            return;
        burst.packets = count + repeats;
        const std::uint64_t limit =
            burst.isV6 ? m_segment.targets6.size() : std::uint64_t{kMost32} + 1;
        std::uint64_t target = column(SegmentColumn::targetFirsts).next();
        m_targets.resize(count);
        m_targets[0] = static_cast<std::uint32_t>(target);
        bool isSmall = target < limit;
        for (std::size_t i = 1; i < count; ++i) {
            const std::uint64_t step = steps.next();
            isSmall = isSmall && step <= kMost32;
            target += step + 1;
            m_targets[i] = static_cast<std::uint32_t>(target);
        }
        demand(isSmall && target < limit, SegmentColumn::targetSteps);
        if (isGood())
            burst.targets = m_segment.targets.make(m_targets);
    }

    const ColumnReading& m_reading;
    std::vector<VarintReader> m_columns;
    IndexSegment m_segment;
    std::optional<std::string_view> m_wrong;
    Timestamp m_base;
    std::uint64_t m_unit = 1;
    std::vector<RuleSet> m_ruleSets;
    std::vector<std::uint32_t> m_targets; ///< of one burst
};

} // namespace

UnpackedSegment unpackSegment(const std::array<ByteSpan, kColumnCount>& columns,
    const ColumnReading& reading, UnpackingMemory& memory) {
    std::array<ByteSpan, kColumnCount> contents;
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        const auto content = memory.unpacker.unpack(columns[i], memory.contents[i]);
        if (!content)
            return {{}, std::string(kColumnNames[i])};
        contents[i] = *content;
    }
    return SegmentUnpacker(contents, reading).unpack();
}

} // namespace sweepscope
