// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sentence.h"

#include <cstdint>

namespace sweepscope {

/// What is said of a capture that ends inside a record, whichever reader met it.
Sentence cutShortText(std::uint64_t missingBytes);

} // namespace sweepscope
