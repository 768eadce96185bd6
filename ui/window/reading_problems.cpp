// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/reading_problems.h"

#include "format/display_sentence.h"
#include "format/tr.h"

#include <QFileInfo>

namespace sweepscope {

QStringList readingProblems(const Snapshot& snapshot) {
    QStringList problems;
    const CaptureReport& captures = *snapshot.material.captures;
    for (const FileReport& file : captures.files) {
        if (file.isTruncated || file.isSkipped)
            problems << QStringLiteral("%1: %2").arg(
                QFileInfo(QString::fromStdString(file.path)).fileName(),
                displaySentence(file.note));
    }
    const Duration gap = snapshot.material.index->baseGap;
    if (gap > kBaseGap)
        problems << tr("To keep within the memory allowed, silences are kept from %1 s up; results "
                       "are exact for expiries from there up")
                        .arg(gap.inSeconds());
    if (captures.isStopped)
        problems << tr("The reading was stopped; what was read until then is shown");
    return problems;
}

} // namespace sweepscope
