// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/json_sections.h"

namespace sweepscope {

/// The definitions of an aggressive scanner, the borders that they came to, how many they fit, and
/// with sources who they are: on a small telescope nearly everybody, so only where scans are listed.
Json aggressiveJson(const Snapshot& snapshot, bool withSources);

} // namespace sweepscope
