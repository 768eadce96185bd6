// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fingerprint/evidence.h"

#include <string>

namespace sweepscope::tests {

/// What the packet of one line of script tells of its tool.
PacketEvidence examineLine(const std::string& line);

} // namespace sweepscope::tests
