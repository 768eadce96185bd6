// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/json_narrowing.h"

namespace sweepscope {

namespace {

nlohmann::ordered_json termsJson(const std::vector<Term>& terms) {
    auto json = nlohmann::ordered_json::array();
    for (const Term& term : terms)
        json.push_back(toText(term));
    return json;
}

} // namespace

nlohmann::ordered_json narrowingJson(const Snapshot& snapshot) {
    const Narrowing& narrowing = snapshot.question.narrowing;
    return {{"only", termsJson(narrowing.only)}, {"not", termsJson(narrowing.without)},
        {"scans_in_all", snapshot.scansInAll}};
}

} // namespace sweepscope
