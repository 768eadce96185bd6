// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/event_reaction.h"

#include "reference/known_scanners.h"
#include "statistics/inference.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace sweepscope {

namespace {

constexpr Duration kHour = Duration::seconds(3'600);
constexpr Duration kDay = Duration::seconds(86'400);
constexpr std::int64_t kMostDays = 28;  ///< to either side
constexpr std::int64_t kMostHours = 48; ///< likewise, where intervals are hours
constexpr std::size_t kLeastUsual = 3;  ///< intervals that a median before needs
constexpr std::size_t kReactors = 10;   ///< that are listed

std::int64_t roundedUp(Duration length, Duration step) {
    return length.nanoseconds <= 0 ? 0 : (length.nanoseconds - 1) / step.nanoseconds + 1;
}

/// Cut at the event, over what the capture holds of the time around it.
TimeGrid gridAround(const Event& event, const TimeRange& range, std::size_t& before) {
    const Duration earlier = event.begin - range.first;
    const Duration later =
        (range.last + Duration{1}) - event.begin; // the last packet belongs to it
    const bool isShort = earlier <= Duration{kMostHours * kHour.nanoseconds} &&
                         later <= Duration{kMostHours * kHour.nanoseconds};
    TimeGrid grid;
    grid.step = isShort ? kHour : kDay;
    const std::int64_t most = isShort ? kMostHours : kMostDays;
    const std::int64_t left = std::min(roundedUp(earlier, grid.step), most);
    const std::int64_t right = std::min(roundedUp(later, grid.step), most);
    before = static_cast<std::size_t>(left);
    grid.begin = event.begin + Duration{-left * grid.step.nanoseconds};
    grid.count = static_cast<std::size_t>(left + right);
    return grid;
}

std::optional<EventReaction::Usual> usualBefore(const EventReaction& reaction) {
    std::vector<double> packets;
    std::vector<double> scans;
    std::vector<double> sources;
    for (std::size_t i = 0; i < reaction.before; ++i) {
        if (!reaction.isWhole[i])
            continue;
        const PortInterval& each = reaction.intervals[i];
        packets.push_back(static_cast<double>(each.packets));
        scans.push_back(static_cast<double>(each.scans));
        sources.push_back(static_cast<double>(each.sources));
    }
    if (scans.size() < kLeastUsual)
        return std::nullopt;
    const std::size_t count = scans.size();
    return EventReaction::Usual{medianOf(std::move(packets)), medianOf(std::move(scans)),
        medianOf(std::move(sources)), count};
}

/// Scans of the event's ports.
std::vector<const Scan*> scansOnPorts(const Snapshot& snapshot, const Event& event) {
    const ScanView view = snapshot.view();
    std::vector<const Scan*> scans;
    for (const std::vector<Scan>& segment : snapshot.scans) {
        for (const Scan& scan : segment) {
            const auto concerns = [&](std::uint16_t port) {
                return event.concerns({protocolOf(scan.kind), port});
            };
            const auto ports = view.chains.by == Grouping::sourcePort
                                   ? std::vector<std::uint16_t>{scan.port}
                                   : portsOf(view.index, view.chains, scan);
            if (std::any_of(ports.begin(), ports.end(), concerns))
                scans.push_back(&scan);
        }
    }
    return scans;
}

void timeFirstScans(
    const Snapshot& snapshot, const std::vector<const Scan*>& scans, EventReaction& reaction) {
    const Event& event = reaction.event;
    const TimeRange& range = snapshot.material.index->counts.range;
    if (range.first > event.begin) {
        reaction.notes.push_back(
            say("the capture begins after the event, so how long the first scan "
                "took is not known"));
        return;
    }
    const ScanView view = snapshot.view();
    const bool knowsCoverage = snapshot.question.telescope.addresses >= kLeastTelescope;
    const auto keepFirst = [&](std::optional<Duration>& into, const Scan& scan) {
        const Duration passed = scan.time.first - event.begin;
        into = into ? std::min(*into, passed) : passed;
    };
    for (const Scan* scan : scans) {
        if (scan->time.first < event.begin)
            continue;
        keepFirst(reaction.toFirstScan, *scan);
        if (knowsCoverage && view.scale.coverage(scan->targets) >= kWideCoverage)
            keepFirst(reaction.toFirstWideScan, *scan);
    }
    if (!reaction.toFirstScan)
        reaction.notes.push_back(say("no scan of its ports begins after it within the capture"));
    if (!knowsCoverage)
        reaction.notes.push_back(
            say("a telescope of %1 addresses cannot tell a scan of 1 % of the Internet",
                {rounded(snapshot.question.telescope.addresses)}));
    if (event.span > Duration::seconds(0))
        reaction.notes.push_back(
            event.span > kDay
                ? say("the event is known to the month, so times count from its begin")
                : say("the event is known to the day, so times count from its begin"));
}

/// The peak of the running median of three, so that one odd interval is none, and the first
/// interval after it with half or less of what was above the usual.
void measureDecay(EventReaction& reaction) {
    std::vector<double> smooth;
    const std::size_t begin = reaction.before;
    for (std::size_t i = begin; i + 2 < reaction.intervals.size(); ++i) {
        if (!reaction.isWhole[i] || !reaction.isWhole[i + 2])
            break;
        smooth.push_back(medianOf({static_cast<double>(reaction.intervals[i].scans),
            static_cast<double>(reaction.intervals[i + 1].scans),
            static_cast<double>(reaction.intervals[i + 2].scans)}));
    }
    if (!reaction.usual) {
        reaction.notes.push_back(
            say("fewer than %1 whole intervals before the event: nothing to hold the time after it "
                "against",
                {{std::uint64_t{kLeastUsual}}}));
        return;
    }
    if (smooth.empty())
        return;
    const auto peak = std::max_element(smooth.begin(), smooth.end());
    if (reaction.usual->scans > 0)
        reaction.peakRatio = *peak / reaction.usual->scans;
    const double excess = *peak - reaction.usual->scans;
    if (excess <= 0) {
        const bool hasSpike =
            std::any_of(reaction.intervals.begin() + static_cast<std::ptrdiff_t>(begin),
                reaction.intervals.end(), [&](const PortInterval& each) {
                    return static_cast<double>(each.scans) > reaction.usual->scans;
                });
        reaction.notes.push_back(
            hasSpike ? say("scanning rose above what was usual in single intervals alone, which is "
                           "no lasting interest")
                     : say("scanning did not rise above what was usual"));
        return;
    }
    const auto half = std::find_if(peak, smooth.end(),
        [&](double scans) { return scans - reaction.usual->scans <= excess / 2; });
    if (half == smooth.end())
        reaction.notes.push_back(say("the capture ends before the interest has fallen to half"));
    else
        reaction.halfLife = Duration{(half - peak) * reaction.grid.step.nanoseconds};
}

/// Adds up scans by a name.
class Reactors {
public:
    void add(const std::string& name, const Scan& scan, bool isAfter) {
        Entry& entry = m_entries[name];
        if (!isAfter) {
            ++entry.reactor.scansBefore;
            return;
        }
        ++entry.reactor.scans;
        entry.sources.insert(scan.source);
    }

    std::vector<Reactor> finish() {
        std::vector<Reactor> reactors;
        for (auto& [name, entry] : m_entries) {
            entry.reactor.name = name;
            entry.reactor.sources = entry.sources.size();
            if (entry.reactor.scans > 0)
                reactors.push_back(entry.reactor);
        }
        std::stable_sort(reactors.begin(), reactors.end(),
            [](const Reactor& a, const Reactor& b) { return a.scans > b.scans; });
        reactors.resize(std::min(kReactors, reactors.size()));
        return reactors;
    }

private:
    struct Entry {
        Reactor reactor;
        std::set<SourceId> sources;
    };

    std::map<std::string, Entry> m_entries;
};

std::string networkName(const Network& network) {
    if (network.asNumber == 0)
        return std::string(kNotKnown);
    return fmt::format("AS{}{}{}", network.asNumber, network.name.empty() ? "" : " ", network.name);
}

void nameReactors(
    const Snapshot& snapshot, const std::vector<const Scan*>& scans, EventReaction& reaction) {
    const ScanView view = snapshot.view();
    Reactors countries;
    Reactors networks;
    Reactors tools;
    Reactors knownScanners;
    const SourceLabels* const labels = snapshot.material.labels.get();
    for (const Scan* scan : scans) {
        const bool isAfter = scan->time.first >= reaction.event.begin;
        countries.add(nameOf(view.countryOf(scan->source)), *scan, isAfter);
        networks.add(
            networkName(snapshot.material.origins->networks[view.networkOf(scan->source).place]),
            *scan, isAfter);
        tools.add(std::string(nameOf(scan->tool)), *scan, isAfter);
        const ScannerLabelId label =
            labels == nullptr ? 0 : labels->of(scan->source.segment, scan->source.place);
        if (label != 0)
            knownScanners.add(labels->labels[label].organisation, *scan, isAfter);
    }
    reaction.countries = countries.finish();
    reaction.networks = networks.finish();
    reaction.tools = tools.finish();
    reaction.knownScanners = knownScanners.finish();
}

} // namespace

bool canReactTo(const Snapshot& snapshot, const Event& event) {
    const TimeRange& range = snapshot.material.index->counts.range;
    const Duration reach{kMostDays * kDay.nanoseconds};
    return !event.ports.empty() && !range.isEmpty() && range.first <= event.begin + reach &&
           range.last + reach >= event.begin;
}

EventReaction reactionTo(const Snapshot& snapshot, const Event& event) {
    EventReaction reaction;
    reaction.event = event;
    const TimeRange& range = snapshot.material.index->counts.range;
    reaction.grid = gridAround(event, range, reaction.before);
    const ScanView view = snapshot.view();
    PortSeries series(reaction.grid, {event.ports});
    for (std::size_t segment = 0; segment < kSegments; ++segment)
        series.add(view, segment);
    reaction.intervals = series.of(0);
    reaction.isWhole = wholeIntervals(reaction.grid, range);
    reaction.usual = usualBefore(reaction);
    const std::vector<const Scan*> scans = scansOnPorts(snapshot, event);
    if (range.last < event.begin)
        reaction.notes.push_back(say("the capture ends before the event"));
    else
        timeFirstScans(snapshot, scans, reaction);
    measureDecay(reaction);
    nameReactors(snapshot, scans, reaction);
    if (event.visibility == Visibility::busy)
        reaction.notes.push_back(say("the port has so much other traffic that an effect is hard to "
                                     "see"));
    return reaction;
}

} // namespace sweepscope
