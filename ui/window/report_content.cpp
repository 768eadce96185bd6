// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/report_content.h"

#include "analysis/index_captures.h"
#include "tables/change_tables.h"
#include "tables/comparison_tables.h"
#include "tables/event_tables.h"
#include "tables/study_tables.h"
#include "tables/whole_answer.h"

namespace sweepscope {

namespace {

/// Spans that were chosen for other captures say nothing of these.
ComparePage::FindingsPointer compared(const ReportContent& content) {
    const TimeRange& range = content.snapshot->material.index->counts.range;
    ComparePage::Wish wish = ComparePage::halves(content.snapshot);
    if (content.compared && content.compared->snapshot->material.index->counts.range == range) {
        wish = *content.compared;
        wish.snapshot = content.snapshot;
    }
    const bool areSpans = wish.against == ComparePage::Against::spans;
    return areSpans && (wish.a.isEmpty() || wish.b.isEmpty()) ? nullptr : ComparePage::find(wish);
}

void addChanges(const ChangesPage::Findings& found, ReportNumbers& numbers) {
    numbers.tables.push_back(changeTable(found.snapshot, found.rhythm.changes));
    numbers.tables.push_back(campaignTable(found.snapshot, found.campaigns));
}

/// Of the event that its page shows first, who came and when.
void addEvents(const EventsPage::Findings& found, ReportNumbers& numbers) {
    numbers.tables.push_back(eventTable(found.snapshot, found.reactions));
    if (found.reactions.empty())
        return;
    const EventReaction& clearest = found.reactions[EventsPage::clearest(found.reactions)];
    numbers.tables.push_back(eventIntervalTable(found.snapshot, clearest));
    numbers.tables.push_back(reactorTable(found.snapshot, clearest));
}

void addComparison(const ComparePage::Findings& found, ReportNumbers& numbers) {
    if (found.studies == nullptr)
        numbers.tables.push_back(found.table(std::nullopt));
}

} // namespace

ReportNumbers countForReport(const ReportContent& content, const std::stop_token& stop) {
    ReportNumbers numbers;
    const SnapshotPointer& snapshot = content.snapshot;
    Team team(threadCount(0));
    numbers.details = makeDetails(snapshot, team, stop);
    if (numbers.details == nullptr)
        return numbers;
    numbers.tables = tablesOfAnswer(snapshot);
    for (const auto& table :
        {scanTable(snapshot), networkTable(numbers.details), portSizeTable(numbers.details),
            portCountryTable(numbers.details), toolCoverageTable(numbers.details),
            timelineTable(numbers.details), studyTable(snapshot)})
        numbers.tables.push_back(table);
    numbers.changes = ChangesPage::find(snapshot);
    addChanges(*numbers.changes, numbers);
    numbers.events = EventsPage::find(snapshot, content.events);
    addEvents(*numbers.events, numbers);
    numbers.comparison = compared(content);
    if (numbers.comparison != nullptr)
        addComparison(*numbers.comparison, numbers);
    return numbers;
}

} // namespace sweepscope
