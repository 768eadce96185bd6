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

/// Beside that, how its packets did on each of the user's rules that they could be tested on.
void addUserVerdicts(const ScanView& view, const Scan& scan, nlohmann::ordered_json& json);

/// The user's rules, with the scans that fit them: by nine in ten of their packets.
nlohmann::ordered_json userRulesJson(const Snapshot& snapshot);

/// Scans and packets per version, family, stack and content.
nlohmann::ordered_json toolTraitsJson(const Snapshot& snapshot);

/// The rules themselves: what each says, what it fits, where that is known from, and how well.
nlohmann::ordered_json toolRulesJson();

} // namespace sweepscope
