// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/capture_report.h"

#include "capture/frame_source.h"

#include <algorithm>

namespace sweepscope {

void FileReport::skip(const Error& why) {
    isSkipped = true;
    note = withoutName(why.sentence, path);
}

void FileReport::endAt(const Cut& cut) {
    isTruncated = true;
    note = say("cut at byte %1: %2", {{cut.offset}, {cut.reason}});
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
