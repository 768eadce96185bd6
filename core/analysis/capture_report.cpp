// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/capture_report.h"

#include <algorithm>

namespace sweepscope {

void FileReport::skip(const Error& why) {
    isSkipped = true;
    note = withoutName(why.sentence, path);
}

Sentence FileReport::noteWithPath() const {
    return about(path, note);
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
