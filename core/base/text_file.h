// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace sweepscope {

/// The whole of a file that a person wrote. Fails with the file and the reason, also where it is
/// larger than `most` bytes, which says that it is not what it was given as: `what`, in the plural
/// ("lists of prefixes").
Result<std::string> readTextFile(const std::string& path, std::size_t most, std::string_view what);

} // namespace sweepscope
