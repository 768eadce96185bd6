// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/frames.h"

#include <string_view>

namespace sweepscope::tests {

/// Bytes spelled out: "02 00 0800", blanks anywhere. Throws std::runtime_error at anything else.
Bytes fromHex(std::string_view text);

} // namespace sweepscope::tests
