// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/running_series.h"

#include <utility>

namespace sweepscope {

void RunningSeries::goOver(const ScanView& view, std::size_t segment, PacketSeries& change) {
    const BurstList& bursts = view.index.segments[segment].bursts;
    const ChainSegment& chains = view.chains.segments[segment];
    const std::vector<Scan>& scans = view.scans[segment];
    std::vector<std::uint8_t>& tools = m_tools[segment];
    tools.resize(bursts.size(), kNone);
    std::size_t scan = 0;
    for (std::uint32_t place = 0; place < chains.chains.size(); ++place) {
        const BurstChain& chain = chains.chains[place];
        const bool isScan = scan < scans.size() && scans[scan].chain == place;
        const auto now =
            static_cast<std::uint8_t>(isScan ? 1 + static_cast<unsigned>(scans[scan].tool) : kNone);
        scan += isScan ? 1 : 0;
        for (std::uint32_t i = chain.begin; i < chain.end; ++i) {
            const std::uint8_t before = std::exchange(tools[chains.order[i]], now);
            if (before == now)
                continue;
            // Most chains are one burst, and to look at that itself would be a visit to memory.
            const bool isWhole = chain.end - chain.begin == 1;
            const Burst* const burst = isWhole ? nullptr : &bursts[chains.order[i]];
            const TimeRange& time = isWhole ? chain.time : burst->time;
            const std::uint64_t packets = isWhole ? chain.packets : burst->packets;
            if (before != kNone)
                change.takeOut(time, packets, static_cast<Tool>(before - 1));
            if (now != kNone)
                change.add(time, packets, static_cast<Tool>(now - 1));
        }
    }
}

} // namespace sweepscope
