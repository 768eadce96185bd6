// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packets/decoder.h"
#include "support/frames.h"

#include <map>
#include <string>
#include <vector>

namespace sweepscope::tests {

/// The frames taken apart at once; `telescope` in prefixes, empty: any target.
DecodedFrames decode(const std::vector<OwnedFrame>& frames, const char* telescope = "");

/// Bin and reasons in words: "malformed tcp_header_cut".
std::string outcomeOf(const DecodeCounts& counts);
std::string outcomeOf(const OwnedFrame& frame, const char* telescope = "");

/// The frame of a line of a packet script.
OwnedFrame scripted(const std::string& line);

/// The same with some bytes overwritten.
OwnedFrame edited(const std::string& line, const std::map<std::size_t, int>& bytes);

} // namespace sweepscope::tests
