// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "base/result.h"

#include <string>

namespace sweepscope {

/// Reads a telescope's prefixes from a text file: separated as parsePrefixes takes them, '#' starts
/// a comment. At most 1 MiB. Fails with the file, the line and the reason.
Result<PrefixSet> readPrefixFile(const std::string& path);

} // namespace sweepscope
