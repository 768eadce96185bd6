// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/capture_report.h"

#include <algorithm>

namespace sweepscope {

bool CaptureReport::isComplete() const {
    return !isStopped && std::none_of(files.begin(), files.end(), [](const FileReport& file) {
        return file.isTruncated || file.isSkipped;
    });
}

} // namespace sweepscope
