// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/capture_report.h"

#include <algorithm>

namespace sweepscope {

void FileReport::skip(const std::string& message) {
    const std::string front = path + ": ";
    isSkipped = true;
    note = message.starts_with(front) ? message.substr(front.size()) : message;
}

std::string FileReport::noteWithPath() const {
    return path + ": " + note;
}

Sentence FileReport::problem() const {
    return isSkipped ? say("Not read: %1", {{noteWithPath()}})
                     : say("%1 was read in part: %2", {{path}, {note}});
}

bool CaptureReport::isComplete() const {
    return !isStopped && std::none_of(files.begin(), files.end(), [](const FileReport& file) {
        return file.isTruncated || file.isSkipped;
    });
}

} // namespace sweepscope
