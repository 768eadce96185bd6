// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "fingerprint/verdict.h"

#include <nlohmann/json_fwd.hpp>

namespace sweepscope {

/// Beside a scan's `tool`, `matched` and `tested`: `nearest`, `expected_by_chance`, and
/// `tool_detail` with what is known besides the name. Of the detail only what there is, since scans
/// are many.
void addToolDetail(
    const ScanEvidence& evidence, const Verdict& verdict, nlohmann::ordered_json& scan);

/// Scans and packets per version, family, stack and content.
nlohmann::ordered_json toolTraitsJson(const Snapshot& snapshot);

/// The rules themselves: what each says, what it fits, where that is known from, and how well.
nlohmann::ordered_json toolRulesJson();

} // namespace sweepscope
