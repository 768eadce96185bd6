// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace sweepscope {

/// A library that the program runs with, and the version that is loaded: what `--version` and the
/// About window tell, so that a report of a fault says what it ran on.
struct LibraryVersion {
    std::string name;
    std::string version; ///< as the library writes it

    bool operator==(const LibraryVersion&) const = default;
};

} // namespace sweepscope
