// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fingerprint/trait.h"

#include <string>
#include <vector>

namespace sweepscope {

/// What is known of a scan's sender besides the tool's name, for people.
struct DetailLine {
    std::string name;  ///< "Version"
    std::string value; ///< "Masscan 1.0.3 to 1.3.2, 256 of 256 packets"
    std::string note;  ///< where that is known from and how well; may be empty
};

std::vector<DetailLine> detailLines(const ToolDetail& detail);

/// In one line of a table: "masscan-1.0.3-1.3.2, irregular stack".
std::string detailSummary(const ToolDetail& detail);

} // namespace sweepscope
