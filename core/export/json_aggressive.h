// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/json_sections.h"

namespace sweepscope {

/// The definitions of an aggressive scanner, the borders that they came to, and who is one.
Json aggressiveJson(const Snapshot& snapshot);

} // namespace sweepscope
