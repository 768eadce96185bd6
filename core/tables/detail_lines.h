// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sentence.h"
#include "fingerprint/trait.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sweepscope {

/// What is known of a scan's sender besides the tool's name, for people.
struct DetailLine {
    std::string_view name;        ///< "Version"
    Sentence value;               ///< "Masscan 1.0.3 to 1.3.2, 256 of 256 packets"
    std::optional<Sentence> note; ///< where that is known from and how well
};

std::vector<DetailLine> detailLines(const ToolDetail& detail);

/// In one line of a table: "masscan-1.0.3-1.3.2, irregular stack".
std::string detailSummary(const ToolDetail& detail);

} // namespace sweepscope
