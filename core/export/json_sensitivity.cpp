// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/json_sections.h"

namespace sweepscope {

/// One entry a threshold that was swept.
Json sensitivityJson(const std::vector<Sensitivity>& sweeps) {
    Json json = Json::array();
    for (const Sensitivity& each : sweeps) {
        Json points = Json::array();
        for (const SensitivityPoint& point : each.points) {
            points.push_back({{"value", point.value}, {"present", point.isPresent},
                {"scans", point.scans}, {"large", point.large}, {"scan_packets", point.scanPackets},
                {"probe_share", point.probeShare}, {"top_ten_kept", point.topTenKept},
                {"top_ten_order", point.topTenOrder ? Json(*point.topTenOrder) : Json(nullptr)}});
        }
        json.push_back({{"threshold", nameOf(each.threshold)}, {"unit", unitOf(each.threshold)},
            {"points", points}});
    }
    return json;
}

} // namespace sweepscope
