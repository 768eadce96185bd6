// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/aggressive.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace sweepscope {

namespace {

constexpr double kCoverage = 0.1;
constexpr std::uint64_t kTail = 10'000; ///< one in so many lies above the quantile

constexpr std::string_view kPaper = "Anand et al. 2023 (arXiv 2305.07193)";

/// A scan's ports with their protocol, each a number.
void addPorts(const ScanView& view, const Scan& scan, std::set<std::uint32_t>& ports) {
    const auto protocol = static_cast<std::uint32_t>(protocolOf(scan.kind)) << 16;
    if (view.chains.by == Grouping::sourcePort) {
        ports.insert(protocol | scan.port);
        return;
    }
    for (const std::uint16_t port : portsOf(view.index, view.chains, scan))
        ports.insert(protocol | port);
}

/// The days of one source, whose scans stand together.
class DaysOfSource {
public:
    void add(const ScanView& view, const Scan& scan) {
        Day& day = m_days[dayOf(scan)];
        day.facts.source = scan.source;
        ++day.facts.scans;
        day.facts.packets += scan.packets;
        day.facts.mostPackets = std::max(day.facts.mostPackets, scan.packets);
        day.facts.mostTargets = std::max<std::uint64_t>(day.facts.mostTargets, scan.targets);
        addPorts(view, scan, day.ports);
    }

    void finish(std::vector<SourceDay>& into) {
        for (auto& [number, day] : m_days) {
            day.facts.day = number;
            day.facts.ports = day.ports.size();
            into.push_back(day.facts);
        }
        m_days.clear();
    }

private:
    struct Day {
        SourceDay facts;
        std::set<std::uint32_t> ports;
    };

    std::map<std::int64_t, Day> m_days;
};

/// Most sources have one scan of one port, so neither a map nor a set is wanted.
SourceDay dayOfOne(const Scan& scan) {
    SourceDay day;
    day.source = scan.source;
    day.day = dayOf(scan);
    day.scans = 1;
    day.packets = day.mostPackets = scan.packets;
    day.mostTargets = scan.targets;
    day.ports = 1;
    return day;
}

std::vector<SourceDay> daysOf(const ScanView& view) {
    std::vector<SourceDay> days;
    for (const std::vector<Scan>& segment : view.scans) {
        DaysOfSource source;
        for (std::size_t begin = 0; begin < segment.size();) {
            std::size_t end = begin + 1;
            while (end < segment.size() && segment[end].source == segment[begin].source)
                ++end;
            const Scan& first = segment[begin];
            const bool isOne = end == begin + 1;
            if (isOne && (view.chains.by == Grouping::sourcePort || first.bursts == 1)) {
                days.push_back(dayOfOne(first));
                begin = end;
            }
            for (; begin < end; ++begin)
                source.add(view, segment[begin]);
            source.finish(days);
        }
    }
    return days;
}

std::vector<std::uint64_t> packetsOf(const Scans& scans) {
    std::vector<std::uint64_t> packets;
    for (const std::vector<Scan>& segment : scans) {
        for (const Scan& scan : segment)
            packets.push_back(scan.packets);
    }
    return packets;
}

std::vector<std::uint64_t> portsPerDay(const std::vector<SourceDay>& days) {
    std::vector<std::uint64_t> ports;
    ports.reserve(days.size());
    for (const SourceDay& day : days)
        ports.push_back(day.ports);
    return ports;
}

} // namespace

const std::array<AggressionFacts, kAggressionCount>& aggressionFacts() {
    static const std::array<AggressionFacts, kAggressionCount> kFacts = {{
        {"1", "AH-1, address dispersion",
            "a scan that touches at least 10 % of the telescope's addresses", kPaper},
        {"2", "AH-2, packet volume",
            "a scan with more packets than the 99.99 % quantile of all scans", kPaper},
        {"3", "AH-3, distinct ports",
            "more ports on a day than the 99.99 % quantile of all sources' days", kPaper},
    }};
    return kFacts;
}

std::uint64_t aggressiveQuantile(std::vector<std::uint64_t> values) {
    if (values.empty())
        return 0;
    // The rank is the least whole number not below n (1 - 1/tail).
    const std::size_t rank = values.size() - values.size() / kTail;
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

std::int64_t dayOf(const Scan& scan) {
    constexpr std::int64_t kDay = 86'400'000'000'000;
    const std::int64_t time = scan.time.first.nanoseconds;
    return time / kDay - (time % kDay < 0 ? 1 : 0);
}

AggressiveScanners findAggressive(const ScanView& view) {
    AggressiveScanners found;
    std::vector<SourceDay> days = daysOf(view);
    found.sourceDays = days.size();
    found.scans = countScans(view.scans);
    // Of so many percent as of a least number of targets: what is whole but for the last digits of
    // a double is whole.
    found.targetBorder = MinTargets{100 * kCoverage, true, 1}.on(view.scale.telescopeAddresses);
    found.packetBorder = aggressiveQuantile(packetsOf(view.scans));
    found.portBorder = aggressiveQuantile(portsPerDay(days));
    for (SourceDay& day : days) {
        day.is = {day.mostTargets >= found.targetBorder, day.mostPackets > found.packetBorder,
            day.ports > found.portBorder};
        if (day.isAggressive())
            found.days.push_back(day);
    }
    return found;
}

bool AggressiveScanners::has(SourceId source, std::int64_t day, Aggression aggression) const {
    const auto at = std::lower_bound(days.begin(), days.end(), std::tuple(source, day),
        [](const SourceDay& each, const std::tuple<SourceId, std::int64_t>& wanted) {
            return std::tuple(each.source, each.day) < wanted;
        });
    return at != days.end() && at->source == source && at->day == day &&
           at->is[static_cast<std::size_t>(aggression)];
}

std::uint64_t AggressiveScanners::countOf(Aggression aggression) const {
    return static_cast<std::uint64_t>(std::count_if(days.begin(), days.end(),
        [&](const SourceDay& day) { return day.is[static_cast<std::size_t>(aggression)]; }));
}

} // namespace sweepscope
