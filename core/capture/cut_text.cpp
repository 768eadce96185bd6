// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/cut_text.h"

#include "base/count_text.h"

#include <fmt/format.h>

namespace sweepscope {

Sentence cutShortText(std::uint64_t missingBytes) {
    return sayCounted(missingBytes, "the last record is cut short, %1 byte of it is missing",
        "the last record is cut short, %1 bytes of it are missing");
}

} // namespace sweepscope
