// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/details.h"

#include <utility>

namespace sweepscope {

namespace {

/// Intervals of the time line: enough for a wide chart, few enough to be told apart.
constexpr std::size_t kMostIntervals = 300;

/// One counter of each kind; a thread has its own set.
struct Counters {
    Counters(const TimeGrid& grid, const TopPorts& detailed, const TopPorts& overTime)
        : ports(detailed)
        , timeline(grid, overTime) {}

    void add(const Counters& other) {
        networks.add(other.networks);
        ports.add(other.ports);
        tools.add(other.tools);
        timeline.add(other.timeline);
    }

    NetworkCounter networks;
    PortDetailCounter ports;
    ToolCoverage tools;
    Timeline timeline;
};

} // namespace

std::shared_ptr<const Details> makeDetails(
    std::shared_ptr<const Snapshot> snapshot, Team& team, const std::stop_token& stop) {
    const TimeGrid grid = gridOver(snapshot->material.index->counts.range, kMostIntervals);
    const TopPorts detailed(snapshot->ports, kDetailedPorts);
    const TopPorts overTime(snapshot->ports, Timeline::kMostPorts);
    std::vector<Counters> counters(team.size(), Counters(grid, detailed, overTime));
    const ScanView view = snapshot->view();
    forAll(&team, kSegments, [&](unsigned member, std::size_t i) {
        if (stop.stop_requested())
            return;
        counters[member].networks.add(view, i);
        counters[member].ports.add(view, i);
        counters[member].tools.add(view, i);
        counters[member].timeline.add(view, i, overTime);
    });
    if (stop.stop_requested())
        return nullptr;
    for (std::size_t member = 1; member < counters.size(); ++member)
        counters[0].add(counters[member]);
    auto details = std::make_shared<Details>();
    details->networks = counters[0].networks.finish();
    details->ports = counters[0].ports.ports();
    details->sizes = counters[0].ports.sizes();
    details->toolCoverage = counters[0].tools;
    details->timeline = std::move(counters[0].timeline);
    details->highlights = highlightsOf(*snapshot, details->networks, details->timeline);
    details->snapshot = std::move(snapshot);
    return details;
}

} // namespace sweepscope
