// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/figure_spec.h"

namespace sweepscope {

/// What the last figure was saved as, kept between runs; what makes no sense is as if it were not
/// there.
struct FigureChoice {
    FigureSpec spec;
    FigureFormat format = FigureFormat::png;

    static FigureChoice remembered();
    void remember() const;
};

/// The folder that exports went to last, kept between runs.
QString exportFolder();
void setExportFolder(const QString& folder);

} // namespace sweepscope
