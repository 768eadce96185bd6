// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/running_series.h"

namespace sweepscope {

void RunningSeries::goOver(const ScanView& view, std::size_t segment, PacketSeries& change) {
    const BurstList& bursts = view.index.segments[segment].bursts;
    const ChainSegment& chains = view.chains.segments[segment];
    std::vector<std::uint8_t> now(bursts.size(), kNone);
    for (const Scan& scan : view.scans[segment]) {
        const BurstChain& chain = chains.chains[scan.chain];
        for (std::uint32_t i = chain.begin; i < chain.end; ++i)
            now[chains.order[i]] = static_cast<std::uint8_t>(1 + static_cast<unsigned>(scan.tool));
    }
    std::vector<std::uint8_t>& before = m_tools[segment];
    before.resize(bursts.size(), kNone);
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (now[i] == before[i])
            continue;
        if (before[i] != kNone)
            change.takeOut(bursts[i], static_cast<Tool>(before[i] - 1));
        if (now[i] != kNone)
            change.add(bursts[i], static_cast<Tool>(now[i] - 1));
    }
    before.swap(now);
}

} // namespace sweepscope
