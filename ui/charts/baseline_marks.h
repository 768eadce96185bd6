// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "reference/baselines.h"

#include <QPointF>
#include <QString>

#include <string>
#include <vector>

class QPainter;

namespace sweepscope {

/// Figures of earlier studies that may be laid over what a chart shows of a snapshot: of that
/// metric alone, and of no snapshot that is narrowed or has too few scans. `key`: a port or tool.
std::vector<Baseline> baselinesFor(
    const Snapshot& snapshot, Metric metric, const std::string& key = {});

/// A hollow diamond; of a contaminated study it is dashed.
void paintBaseline(QPainter& painter, const QPointF& place, const Baseline& baseline);

/// A line for a tooltip: value, study, confidence, and the reason why to read it with care.
QString baselineText(const Baseline& baseline);

} // namespace sweepscope
