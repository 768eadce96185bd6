// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sweepscope {

/// The files of resources/reference, compiled in: the core needs no path to find them, and a
/// program never runs with facts of another version.
std::string_view shippedBaselines();
std::string_view shippedEvents();

} // namespace sweepscope
