// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with an index of a million bursts: each slider, the table of scanners, a copy while
// reading, a merge. Prints `name<TAB>milliseconds`, medians.
//
// The index: 1 M sources over a /16, 10 packets each (shape million-sources), so that nearly all
// sources have one burst of about ten targets. Sliders go to and fro between two values, so that
// no answer is the one before.
#include "analysis/make_snapshot.h"
#include "bursts/burst_builder.h"
#include "stopwatch.h"
#include "tables/row_order.h"
#include "tables/snapshot_tables.h"
#include "traffic.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace {

using namespace sweepscope;
using namespace sweepscope::bench;

constexpr std::size_t kPackets = 10'000'000;
constexpr double kTelescope = 65'536;

BurstPacket toPacket(const TrafficPacket& from) {
    BurstPacket packet;
    packet.source = from.source;
    packet.target = from.target;
    packet.port = from.targetPort;
    packet.kind = Kind::syn;
    packet.time = {static_cast<std::int64_t>(from.microseconds) * 1'000};
    packet.evidence.rules.bits = RuleSet::bitOf(Rule::pairwiseTested) |
                                 RuleSet::bitOf(Rule::windowCaptured) |
                                 RuleSet::bitIf(from.ipId == 54321, Rule::zmapId) |
                                 RuleSet::bitIf(from.window == 1024, Rule::nmapWindow);
    packet.evidence.nmap = sketchHash(from.sequence >> 16 ^ (from.sequence & 0xffff));
    packet.evidence.unicornscan = sketchHash(from.sequence ^ from.target);
    packet.evidence.unicornscanPlain = sketchHash(from.sequence);
    return packet;
}

using Builders = std::array<BurstBuilder, kSegments>;

/// The index of some packets, and how long building it took with two threads, without making the
/// packets.
struct Built {
    std::shared_ptr<BurstIndex> index = std::make_shared<BurstIndex>();
    double milliseconds = 0;
    double copyMilliseconds = 0; ///< of a copy for somebody who watches, right before the end
};

/// What a picture of an unfinished reading costs before anything is counted.
double timeOfCopy(const Builders& builders, Team& team) {
    std::array<IndexSegment, kSegments> copies;
    std::atomic<std::size_t> next{0};
    const auto start = std::chrono::steady_clock::now();
    team.run([&](unsigned) {
        for (std::size_t i = next++; i < kSegments; i = next++)
            copies[i] = builders[i].soFar();
    });
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

Built build(std::size_t begin, std::size_t count, Team& team) {
    const TrafficShape& shape = *findShape("million-sources");
    Built built;
    Builders builders;
    std::array<std::vector<BurstPacket>, kSegments> packets;
    using Clock = std::chrono::steady_clock;
    const auto timed = [&](const auto& work) {
        const auto start = Clock::now();
        team.run(work);
        built.milliseconds +=
            std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    };
    constexpr std::size_t kRound = 1'000'000;
    for (std::size_t at = 0; at < count; at += kRound) {
        for (auto& segment : packets)
            segment.clear();
        for (std::size_t i = at; i < std::min(at + kRound, count); ++i) {
            const BurstPacket packet = toPacket(shape.packet(begin + i));
            packets[segmentOf(Ipv4{packet.source})].push_back(packet);
        }
        std::atomic<std::size_t> next{0};
        timed([&](unsigned) {
            for (std::size_t i = next++; i < kSegments; i = next++)
                builders[i].add(packets[i]);
        });
    }
    built.copyMilliseconds = timeOfCopy(builders, team);
    std::atomic<std::size_t> next{0};
    timed([&](unsigned) {
        for (std::size_t i = next++; i < kSegments; i = next++)
            built.index->segments[i] = builders[i].finish();
    });
    TimeRange& range = built.index->counts.range;
    range.include(toPacket(shape.packet(begin)).time);
    range.include(toPacket(shape.packet(begin + count - 1)).time);
    built.index->probeTargets = 65'536;
    return built;
}

Question openQuestion() {
    Question question;
    question.telescope = {kTelescope, false};
    question.thresholds.minTargets = {1, false, 1};
    question.thresholds.minRate = 0;
    question.thresholds.largeCoverage = 10 / kTelescope;
    return question;
}

/// What the thresholds let through, counted one by one.
std::uint64_t passing(const Snapshot& snapshot) {
    const Thresholds& thresholds = snapshot.question.thresholds;
    const ScanScale scale(thresholds, snapshot.question.telescope);
    std::uint64_t count = 0;
    for (const ChainSegment& segment : snapshot.chains->segments) {
        for (const BurstChain& chain : segment.chains) {
            const double rate = thresholds.rateScope == RateScope::internet
                                    ? scale.internetRate(chain.packets, chain.time)
                                    : ScanScale::rate(chain.packets, chain.time);
            count +=
                chain.targets >= thresholds.minTargets.on(kTelescope) && rate >= thresholds.minRate
                    ? 1
                    : 0;
        }
    }
    return count;
}

bool isRight(const Snapshot& snapshot) {
    std::uint64_t large = 0;
    std::uint64_t ports = 0;
    for (const auto& segment : snapshot.scans) {
        for (const Scan& scan : segment)
            large +=
                scan.targets >= snapshot.question.thresholds.largeCoverage * kTelescope ? 1 : 0;
    }
    for (const PortCount& port : snapshot.ports)
        ports += port.scans;
    return snapshot.totals.scans == passing(snapshot) && snapshot.totals.large == large &&
           (ports == snapshot.totals.scans || snapshot.chains->by == Grouping::source);
}

struct Slider {
    const char* name;
    void (*move)(Thresholds&, bool isUp);
};

constexpr std::array kSliders = std::to_array<Slider>({
    {"slider: expiry", [](Thresholds& thresholds,
                           bool isUp) { thresholds.expiry = Duration::seconds(isUp ? 480 : 120); }},
    {"slider: least targets",
        [](Thresholds& thresholds, bool isUp) { thresholds.minTargets.value = isUp ? 12 : 8; }},
    {"slider: least rate",
        [](Thresholds& thresholds, bool isUp) { thresholds.minRate = isUp ? 12'000 : 6'000; }},
    {"slider: large from",
        [](Thresholds& thresholds, bool isUp) {
            thresholds.largeCoverage = (isUp ? 12 : 8) / kTelescope;
        }},
    {"grouping",
        [](Thresholds& thresholds, bool isUp) {
            thresholds.by = isUp ? Grouping::source : Grouping::sourcePort;
        }},
});

void benchSliders(const Material& material, SnapshotMaker& maker) {
    for (const Slider& slider : kSliders) {
        Question question = openQuestion();
        std::shared_ptr<const Snapshot> snapshot = maker.make(material, question, {});
        bool isUp = false;
        measure(
            slider.name,
            [&] {
                isUp = !isUp;
                slider.move(question.thresholds, isUp);
                snapshot = maker.make(material, question, {});
            },
            [&] { return isRight(*snapshot); });
    }
}

void benchTable(const Material& material, SnapshotMaker& maker) {
    const auto snapshot = maker.make(material, openQuestion(), {});
    const auto table = sourceTable(snapshot);
    for (const char* const name : {"packets", "source"}) {
        std::size_t column = 0;
        while (table->columns()[column].name != name)
            ++column;
        RowOrder rows;
        measure(
            fmt::format("sort {} scanners by {}", table->rows(), name),
            [&] { rows = sortRows(*table, allRows(*table), column, true, {}); },
            [&] {
                for (std::size_t i = 1; i < rows.size(); ++i) {
                    if (table->sortKey(rows[i - 1], column) < table->sortKey(rows[i], column))
                        return false;
                }
                return rows.size() == table->rows();
            });
    }
}

void benchMerge(const BurstIndex& one, double building, Team& team) {
    const Built other = build(kPackets, kPackets, team);
    fmt::print("build two indexes of 1 M bursts, packets in memory\t{:.3f}\n",
        building + other.milliseconds);
    const std::size_t expected = one.sourceCount();
    std::array<double, 3> times{};
    for (double& time : times) {
        BurstIndex first; // a copy, since the merge takes its first index over
        for (std::size_t i = 0; i < kSegments; ++i)
            first.segments[i] = mergeSegments({}, one.segments[i], kBaseGap);
        const auto start = std::chrono::steady_clock::now();
        const BurstIndex merged = mergeIndexes(std::move(first), *other.index, &team);
        time = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                   .count();
        if (merged.sourceCount() < expected || merged.probeTargets != 65'536) {
            fmt::print(stderr, "merge: the answer is wrong\n");
            std::exit(1);
        }
    }
    std::sort(times.begin(), times.end());
    fmt::print("merge them\t{:.3f}\n", times[1]);
}

} // namespace

int main() {
    Team team(2);
    const Built built = build(0, kPackets, team);
    Material material;
    material.index = built.index;
    material.origins = lookUpOrigins(*built.index, GeoDatabases());
    material.captures = std::make_shared<const CaptureReport>();
    fmt::print("bursts\t{}\n", built.index->burstCount());
    fmt::print("copy while reading\t{:.3f}\n", built.copyMilliseconds);
    SnapshotMaker maker(2);
    benchSliders(material, maker);
    benchTable(material, maker);
    benchMerge(*built.index, built.milliseconds, team);
    return 0;
}
