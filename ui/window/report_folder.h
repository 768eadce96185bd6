// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/provenance.h"
#include "tables/snapshot_tables.h"

#include <QString>

#include <functional>
#include <vector>

namespace sweepscope {

/// A part of the work of a report: short ones that draw belong to the window's thread, long ones
/// that write tables may run on any.
struct ReportStep {
    QString name;
    bool needsWindowThread = true;
    std::function<Status()> run;
};

/// The steps that write all pictures (PNG, SVG, PDF), all tables (CSV, JSON), the JSON report and a
/// report.html into a folder: what the window shows, without a window. To be run one after the
/// other.
///
/// Files lie in a folder of their own inside until the last step moves them to their places; if a
/// step fails or the rest is dropped, nothing of the report stays.
std::vector<ReportStep> reportSteps(
    const SnapshotPointer& snapshot, const Provenance& provenance, const QString& folder);

/// All steps at once.
Status writeReportFolder(
    const SnapshotPointer& snapshot, const Provenance& provenance, const QString& folder);

/// Only the report of one HTML file.
Status writeReportFile(
    const SnapshotPointer& snapshot, const Provenance& provenance, const QString& path);

} // namespace sweepscope
