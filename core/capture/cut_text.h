// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace sweepscope {

/// What is said of a capture that ends inside a record, whichever reader met it.
std::string cutShortText(std::uint64_t missingBytes);

} // namespace sweepscope
