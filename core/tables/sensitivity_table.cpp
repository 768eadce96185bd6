// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/sensitivity_table.h"

#include "tables/row_table.h"

#include <array>
#include <utility>

namespace sweepscope {

namespace {

/// Names of files; a table keeps a view of its name. In the order of SweptThreshold.
constexpr std::array<std::string_view, kSweptCount> kNames = {
    "sensitivity-expiry", "sensitivity-min-targets", "sensitivity-min-rate", "sensitivity-large"};

std::vector<ReadColumn<SensitivityPoint>> sensitivityColumns(SweptThreshold threshold) {
    using Row = SensitivityPoint;
    const Format format =
        threshold == SweptThreshold::large
            ? Format::share
            : (threshold == SweptThreshold::expiry ? Format::duration : Format::number);
    return {
        {{"value", "Value", format, "Value of the threshold; the others as they are"},
            [](const Row& row) { return row.value; }},
        {{"present", "Present", Format::text, "Marks the value that is set"},
            [](const Row& row) { return row.isPresent ? Cell("present") : Cell(); }},
        {{"scans", "Scans", Format::count, "Scans with this value"},
            [](const Row& row) { return row.scans; }},
        {{"large", "Large", Format::count, "Large ones among them"},
            [](const Row& row) { return row.large; }},
        {{"scan_packets", "Packets in scans", Format::count, "Packets of these scans"},
            [](const Row& row) { return row.scanPackets; }},
        {{"probe_share", "% of probes", Format::share, "Share of all probes that are in scans"},
            [](const Row& row) { return row.probeShare; }},
        {{"top_ten_kept", "Top ten kept", Format::share,
             "Share of the present ten first ports that stay among the ten first"},
            [](const Row& row) { return row.topTenKept; }},
        {{"top_ten_order", "Order, tau", Format::number,
             "Kendall's tau of the order of the ports that stay: 1 the same, -1 reversed"},
            [](const Row& row) { return row.topTenOrder ? Cell(*row.topTenOrder) : Cell(); }},
    };
}

} // namespace

std::shared_ptr<const Table> sensitivityTable(SnapshotPointer snapshot, const Sensitivity& sweep) {
    return std::make_shared<RowTable<SensitivityPoint>>(
        kNames[static_cast<std::size_t>(sweep.threshold)], std::move(snapshot), sweep.points,
        sensitivityColumns(sweep.threshold));
}

} // namespace sweepscope
