// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/totals.h"

namespace sweepscope {

void Totals::add(const ScanView& view, std::size_t segment) {
    const Scan* before = nullptr;
    for (const Scan& scan : view.scans[segment]) {
        ++scans;
        large += scan.size == ScanSize::large ? 1 : 0; // sizes are as a tossed coin: no branch
        scanPackets += scan.packets;
        bursts += scan.bursts;
        const bool isNamed = scan.tool != Tool::unknown && scan.tool != Tool::mixed;
        toolPackets += isNamed ? scan.packets : 0;
        // A source's scans stand together.
        scanSources += before == nullptr || before->source != scan.source ? 1 : 0;
        before = &scan;
    }
    small = scans - large;
}

void Totals::add(const Totals& other) {
    scans += other.scans;
    small += other.small;
    large += other.large;
    scanPackets += other.scanPackets;
    scanSources += other.scanSources;
    toolPackets += other.toolPackets;
    bursts += other.bursts;
}

} // namespace sweepscope
