// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/cut_text.h"

#include "base/count_text.h"

#include <fmt/format.h>

namespace sweepscope {

std::string cutShortText(std::uint64_t missingBytes) {
    return fmt::format("the last record is cut short, {} of it {} missing",
        counted(missingBytes, "byte"), agreeing(missingBytes, "is", "are"));
}

} // namespace sweepscope
