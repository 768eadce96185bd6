// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/highlights.h"

#include "base/count_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>

namespace sweepscope {

namespace {

constexpr std::size_t kMostPortsNamed = 2;
constexpr double kLeastPortShare = 0.1;
constexpr double kLeastToolDifference = 0.2;  ///< between large and small scans
constexpr std::uint64_t kLeastLargeScans = 5; ///< that shares are taken of
constexpr double kLeastCountryShare = 0.2;
constexpr double kLeastNetworkShare = 0.1;
constexpr double kLeastSourceShare = 0.1;
constexpr double kLeastRise = 4;                 ///< times the usual
constexpr double kLeastRiseShare = 0.01;         ///< of all packets of scans
constexpr std::uint64_t kLeastRisePackets = 100; ///< fewer come together by chance
constexpr std::size_t kLeastIntervals = 8;
constexpr std::size_t kMostRises = 2;

double ratio(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

using Highlights = std::vector<Highlight>;

Highlight narrowingTo(HighlightKind kind, std::vector<Term> terms) {
    Highlight highlight;
    highlight.kind = kind;
    highlight.step.only = std::move(terms);
    return highlight;
}

void addPorts(const Snapshot& snapshot, Highlights& found) {
    for (std::size_t i = 0; i < std::min(snapshot.ports.size(), kMostPortsNamed); ++i) {
        const PortCount& port = snapshot.ports[i];
        const double share = ratio(port.scans, snapshot.totals.scans);
        if (share < kLeastPortShare)
            break;
        const PortTerm term{port.protocol, port.port};
        Highlight highlight = narrowingTo(HighlightKind::port, {term});
        const auto* const most = std::max_element(port.tools.begin(), port.tools.end());
        highlight.port = term;
        highlight.share = share;
        highlight.tool = static_cast<Tool>(most - port.tools.begin());
        highlight.toolShare = ratio(*most, port.scans);
        found.push_back(highlight);
    }
}

Term hostTerm(const Snapshot& snapshot, SourceId source) {
    const Address& address = snapshot.view().addressOf(source);
    return Prefix::around(address, address.isV4() ? 32 : 128);
}

void addWidestScan(const Snapshot& snapshot, Highlights& found) {
    const Scan* widest = nullptr;
    for (const auto& segment : snapshot.scans) {
        for (const Scan& scan : segment) {
            if (widest == nullptr || scan.targets > widest->targets)
                widest = &scan;
        }
    }
    if (widest == nullptr || widest->size != ScanSize::large)
        return;
    const PortTerm port{protocolOf(widest->kind), widest->port};
    Highlight highlight =
        narrowingTo(HighlightKind::widestScan, {hostTerm(snapshot, widest->source), port});
    highlight.source = widest->source;
    highlight.port = port;
    highlight.country = snapshot.view().countryOf(widest->source);
    highlight.share = snapshot.view().scale.coverage(widest->targets);
    highlight.duration = widest->time.length();
    highlight.tool = widest->tool;
    found.push_back(highlight);
}

void addToolOfSize(const Snapshot& snapshot, Highlights& found) {
    const Totals& totals = snapshot.totals;
    if (totals.large < kLeastLargeScans || totals.small < kLeastLargeScans)
        return;
    Highlight best;
    for (const ToolCount& count : snapshot.tools) {
        const double large = ratio(count.large, totals.large);
        const double small = ratio(count.small, totals.small);
        const bool isNamed = count.tool != Tool::unknown && count.tool != Tool::mixed;
        if (!isNamed || large - small <= best.share - best.otherShare)
            continue;
        best = narrowingTo(HighlightKind::toolOfSize, {count.tool, ScanSize::large});
        best.tool = count.tool;
        best.share = large;
        best.otherShare = small;
    }
    if (best.share - best.otherShare >= kLeastToolDifference)
        found.push_back(best);
}

/// A port's highest interval against what is usual: the median, or the mean of the others where
/// that is more, as for ports that are seldom asked for.
std::optional<Highlight> riseOf(
    const Timeline& timeline, std::size_t place, std::uint64_t allPackets) {
    const std::size_t count = timeline.grid().count;
    if (count < kLeastIntervals)
        return std::nullopt;
    std::vector<std::uint64_t> packets;
    for (std::size_t i = 0; i < count; ++i)
        packets.push_back(timeline.ofPort(i, place).packets);
    const auto peak = std::max_element(packets.begin(), packets.end()) - packets.begin();
    const auto at = static_cast<std::size_t>(peak);
    const std::uint64_t most = packets[at];
    std::nth_element(
        packets.begin(), packets.begin() + static_cast<std::ptrdiff_t>(count / 2), packets.end());
    const std::uint64_t sum = std::accumulate(packets.begin(), packets.end(), std::uint64_t{0});
    const double meanOfOthers = static_cast<double>(sum - most) / static_cast<double>(count - 1);
    const double usual = std::max(static_cast<double>(packets[count / 2]), meanOfOthers);
    const double factor = usual > 0 ? static_cast<double>(most) / usual : 0;
    if (most < kLeastRisePackets || factor < kLeastRise ||
        ratio(most, allPackets) < kLeastRiseShare)
        return std::nullopt;
    const PortCount& port = timeline.ports()[place];
    const PortTerm term{port.protocol, port.port};
    const Timestamp begin = timeline.grid().beginOf(at);
    Highlight highlight = narrowingTo(HighlightKind::portRise,
        {term, TimeRange{begin, timeline.grid().beginOf(at + 1) + Duration{-1}}});
    highlight.port = term;
    highlight.factor = factor;
    highlight.time = begin;
    highlight.count = timeline.ofPort(at, place).sources;
    return highlight;
}

void addRises(const Snapshot& snapshot, const Timeline& timeline, Highlights& found) {
    Highlights rises;
    for (std::size_t place = 0; place < timeline.ports().size(); ++place) {
        if (const auto rise = riseOf(timeline, place, snapshot.totals.scanPackets))
            rises.push_back(*rise);
    }
    std::stable_sort(rises.begin(), rises.end(),
        [](const Highlight& a, const Highlight& b) { return a.factor > b.factor; });
    rises.resize(std::min(rises.size(), kMostRises));
    found.insert(found.end(), rises.begin(), rises.end());
}

void addPlaces(
    const Snapshot& snapshot, const std::vector<NetworkCount>& networks, Highlights& found) {
    const Totals& totals = snapshot.totals;
    if (!snapshot.countries.empty() && snapshot.countries.front().country.isKnown()) {
        const CountryCount& first = snapshot.countries.front();
        Highlight highlight = narrowingTo(HighlightKind::country, {first.country});
        highlight.country = first.country;
        highlight.share = ratio(first.scans, totals.scans);
        if (highlight.share >= kLeastCountryShare)
            found.push_back(highlight);
    }
    const auto most = std::max_element(
        networks.begin(), networks.end(), [](const NetworkCount& a, const NetworkCount& b) {
            return (a.network.isKnown() ? a.packets : 0) < (b.network.isKnown() ? b.packets : 0);
        });
    if (most == networks.end() || !most->network.isKnown())
        return;
    const Network& network = snapshot.material.origins->networks[most->network.place];
    Highlight highlight = narrowingTo(HighlightKind::network, {NetworkTerm{network.asNumber}});
    highlight.network = most->network;
    highlight.share = ratio(most->packets, totals.scanPackets);
    highlight.count = most->sources;
    if (highlight.share >= kLeastNetworkShare)
        found.push_back(highlight);
}

void addSource(const Snapshot& snapshot, Highlights& found) {
    const auto most = std::max_element(snapshot.sources.begin(), snapshot.sources.end(),
        [](const SourceCount& a, const SourceCount& b) { return a.packets < b.packets; });
    if (most == snapshot.sources.end() || snapshot.sources.size() < 2)
        return;
    Highlight highlight = narrowingTo(HighlightKind::source, {hostTerm(snapshot, most->source)});
    highlight.source = most->source;
    highlight.share = ratio(most->packets, snapshot.totals.scanPackets);
    highlight.tool = most->tool;
    if (highlight.share >= kLeastSourceShare)
        found.push_back(highlight);
}

/// Whether the term is the one of its facet that is looked at; a port by its number alone counts.
bool isNarrowedTo(const Narrowing& narrowing, const Term& term) {
    const auto isAlike = [&](const Term& each) { return facetOf(each) == facetOf(term); };
    const auto& only = narrowing.only;
    const auto found = std::find_if(only.begin(), only.end(), isAlike);
    if (found == only.end() || std::count_if(only.begin(), only.end(), isAlike) > 1)
        return false;
    const auto* const port = std::get_if<PortTerm>(&term);
    return *found == term || (port != nullptr && *found == Term(PortTerm{{}, port->port}));
}

/// All of it is what one narrowed to: that says nothing of the scans.
bool isOwnAnswer(const Highlight& highlight, const Narrowing& narrowing) {
    const auto& terms = highlight.step.only;
    return highlight.share >= 1 && std::all_of(terms.begin(), terms.end(), [&](const Term& term) {
        return isNarrowedTo(narrowing, term);
    });
}

std::string portText(const PortTerm& port) {
    return fmt::format("port {}/{}", port.port, nameOf(port.protocol.value_or(Protocol::tcp)));
}

std::string toolText(Tool tool) {
    return tool == Tool::unknown ? "by no known tool" : std::string(nameOf(tool));
}

} // namespace

std::vector<Highlight> highlightsOf(
    const Snapshot& snapshot, const std::vector<NetworkCount>& networks, const Timeline& timeline) {
    Highlights found;
    addPorts(snapshot, found);
    addWidestScan(snapshot, found);
    addToolOfSize(snapshot, found);
    addRises(snapshot, timeline, found);
    addPlaces(snapshot, networks, found);
    addSource(snapshot, found);
    std::erase_if(found, [&](const Highlight& highlight) {
        return isOwnAnswer(highlight, snapshot.question.narrowing);
    });
    return found;
}

std::string sentenceFor(const Highlight& h, const Snapshot& snapshot) {
    const auto address = [&] { return toText(snapshot.view().addressOf(h.source)); };
    switch (h.kind) {
    case HighlightKind::port:
        return fmt::format("{} takes {:.1f} % of scans; {:.0f} % of them are {}", portText(h.port),
            100 * h.share, 100 * h.toolShare, toolText(h.tool));
    case HighlightKind::widestScan:
        return fmt::format("{} ({}) covered {:.1f} % of the telescope on {} in {:.0f} s", address(),
            nameOf(h.country), 100 * h.share, portText(h.port), h.duration.inSeconds());
    case HighlightKind::toolOfSize:
        return fmt::format("{} makes {:.0f} % of large scans, but {:.0f} % of small ones",
            nameOf(h.tool), 100 * h.share, 100 * h.otherShare);
    case HighlightKind::portRise:
        return fmt::format("{} rose to {:.0f} times its usual packets at {}: {}", portText(h.port),
            h.factor, toIso8601Seconds(h.time), counted(h.count, "source"));
    case HighlightKind::country:
        return fmt::format("{} sends {:.1f} % of scans", nameOf(h.country), 100 * h.share);
    case HighlightKind::network: {
        const Network& network = snapshot.material.origins->networks[h.network.place];
        return fmt::format("AS{} {} sends {:.1f} % of the packets of scans, from {}",
            network.asNumber, network.name, 100 * h.share, counted(h.count, "source"));
    }
    case HighlightKind::source:
        break;
    }
    return fmt::format("{} sent {:.1f} % of the packets of scans", address(), 100 * h.share);
}

} // namespace sweepscope
