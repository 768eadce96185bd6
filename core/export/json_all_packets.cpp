// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/json_sections.h"

namespace sweepscope {

/// Every frame in exactly one bin, so that the bins add up to `frames` and their shares to 1.
Json allPacketsJson(const Snapshot& snapshot) {
    const std::uint64_t frames = snapshot.material.index->counts.frames;
    const auto others = countSourcesBesides(snapshot.view());
    Json bins = Json::array();
    for (std::size_t i = 0; i < kAccountCount; ++i) {
        const auto account = static_cast<Account>(i);
        const AccountCount& count = snapshot.accounts[i];
        const double share =
            frames == 0 ? 0 : static_cast<double>(count.frames) / static_cast<double>(frames);
        Json bin = {{"bin", nameOf(account)}, {"frames", count.frames}, {"share", share},
            {"sources", count.sources + others[i]}};
        if (account <= Account::fewTargetsAndSlow)
            bin["groups"] = count.chains;
        bins.push_back(std::move(bin));
    }
    return {{"frames", frames}, {"bins", std::move(bins)}};
}

} // namespace sweepscope
