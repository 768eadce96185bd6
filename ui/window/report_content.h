// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/provenance.h"
#include "pages/changes_page.h"
#include "pages/compare_page.h"
#include "pages/events_page.h"
#include "tables/details_tables.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace sweepscope {

/// What a report is made of.
struct ReportContent {
    SnapshotPointer snapshot;
    Provenance provenance;
    EventsPointer events = knownEvents();
    std::optional<ComparePage::Wish> compared = std::nullopt; ///< nothing: the halves
};

/// What has to be counted for a report and takes its time.
struct ReportNumbers {
    DetailsPointer details; ///< null: stopped before the end
    ChangesPage::FindingsPointer changes;
    EventsPage::FindingsPointer events;
    ComparePage::FindingsPointer comparison;          ///< null: the captures are too short for one
    std::vector<std::shared_ptr<const Table>> tables; ///< all, one file each
};

/// On any thread but the window's: a million scans take a second.
ReportNumbers countForReport(const ReportContent& content, const std::stop_token& stop);

} // namespace sweepscope
