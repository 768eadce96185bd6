// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/packets_chart.h"

#include "format/display_text.h"
#include "style/theme.h"

#include <algorithm>
#include <numeric>

namespace sweepscope {

namespace {

std::uint64_t sumOf(const PacketSeries::Interval& interval) {
    return std::accumulate(interval.begin(), interval.end(), std::uint64_t{0});
}

} // namespace

PacketsChart::PacketsChart(QWidget* parent)
    : TimeChart(130, parent) {}

void PacketsChart::setSnapshot(SnapshotPointer snapshot) {
    m_snapshot = std::move(snapshot);
    setAccessibleName(tr("Packets over time"));
    if (m_snapshot != nullptr)
        showGrid(m_snapshot->grid, *m_snapshot);
}

std::vector<TimeChart::Series> PacketsChart::series() const {
    std::vector<Series> all;
    if (m_snapshot == nullptr)
        return all;
    const auto* const intervals = &m_snapshot->packetsOverTime;
    // What has no name goes below, where it disturbs the others least.
    for (const Tool tool :
        {Tool::unknown, Tool::mixed, Tool::scapy, Tool::hping3, Tool::unicornscan, Tool::nmap,
            Tool::mirai, Tool::zmap, Tool::zmap41Like, Tool::masscan}) {
        const auto& counts = m_snapshot->tools;
        if (std::any_of(counts.begin(), counts.end(),
                [&](const ToolCount& count) { return count.tool == tool; }))
            all.push_back({fromCore(nameOf(tool)), theme().of(tool),
                [intervals, place = static_cast<std::size_t>(tool)](
                    std::size_t i) { return (*intervals)[i][place]; }});
    }
    return all;
}

std::shared_ptr<const Table> PacketsChart::numbers() const {
    return m_snapshot == nullptr ? nullptr : packetSeriesTable(m_snapshot);
}

QString PacketsChart::description() const {
    if (m_snapshot == nullptr)
        return {};
    const auto& intervals = m_snapshot->packetsOverTime;
    const auto most = std::max_element(intervals.begin(), intervals.end(),
        [](const auto& a, const auto& b) { return sumOf(a) < sumOf(b); });
    if (most == intervals.end())
        return tr("No packets");
    const auto place = static_cast<std::size_t>(most - intervals.begin());
    return tr("%1 packets in scans; most in the interval from %2: %3", nullptr,
        pluralOf(m_snapshot->totals.scanPackets))
        .arg(displayCount(m_snapshot->totals.scanPackets),
            displayTime(m_snapshot->grid.beginOf(place)), displayCount(sumOf(*most)));
}

std::unique_ptr<ChartWidget> PacketsChart::copy() const {
    auto chart = std::make_unique<PacketsChart>();
    chart->makeLike(*this);
    chart->setSnapshot(m_snapshot);
    return chart;
}

} // namespace sweepscope
