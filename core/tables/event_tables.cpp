// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/event_tables.h"

#include "tables/row_table.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sweepscope {

namespace {

Cell secondsOrNothing(const std::optional<Duration>& duration) {
    return duration ? Cell(duration->inSeconds()) : Cell();
}

std::string portsText(const Event& event) {
    std::string text;
    for (const PortId port : event.ports)
        text += (text.empty() ? "" : " ") + toText(port);
    return text;
}

std::vector<ReadColumn<EventReaction>> eventColumns() {
    using Row = EventReaction;
    return {
        {{"date", "Date", Format::text, "Day, month or moment of the event, UTC"},
            [](const Row& row) { return dateText(row.event); }},
        {{"event", "Event", Format::text, "What became known or began"},
            [](const Row& row) { return row.event.name; }},
        {{"cve", "CVE", Format::text, "Number of the weakness"},
            [](const Row& row) { return textOrNothing(row.event.cve); }},
        {{"ports", "Ports", Format::text, "Ports that it is reached by"},
            [](const Row& row) { return portsText(row.event); }},
        {{"confidence", "Date is", Format::text,
             "checked: read in the CVE record or the advisory; known: not read again"},
            [](const Row& row) { return std::string(nameOf(row.event.confidence)); }},
        {{"usual_scans", "Usual", Format::number, "Median of scans an interval before"},
            [](const Row& row) { return row.usual ? Cell(row.usual->scans) : Cell(); }},
        {{"peak_ratio", "Peak, times usual", Format::number,
             "Most scans an interval after, by the usual ones"},
            [](const Row& row) { return row.peakRatio ? Cell(*row.peakRatio) : Cell(); }},
        {{"first_scan", "First scan after", Format::duration,
             "From the event to the first scan that begins after it"},
            [](const Row& row) { return secondsOrNothing(row.toFirstScan); }},
        {{"first_wide_scan", "First of 1 % after", Format::duration,
             "From the event to the first scan of at least 1 % coverage"},
            [](const Row& row) { return secondsOrNothing(row.toFirstWideScan); }},
        {{"half_life", "Half-life", Format::duration,
             "From the peak until half of what is above usual is left"},
            [](const Row& row) { return secondsOrNothing(row.halfLife); }},
        {{"notes", "Notes", Format::text, "What cannot be said of this capture, and why"},
            [](const Row& row) { return row.notes; }},
    };
}

struct ReactionRow {
    Timestamp begin;
    bool isAfter = false;
    bool isWhole = false;
    PortInterval counts;
    std::optional<double> ratio;
};

std::vector<ReadColumn<ReactionRow>> reactionColumns() {
    using Row = ReactionRow;
    return {
        {{"begin", "From", Format::instant, "Begin of the interval"},
            [](const Row& row) { return row.begin; }},
        {{"when", "When", Format::text, "Before or after the event"},
            [](const Row& row) { return std::string(row.isAfter ? "after" : "before"); }},
        {{"packets", "Packets", Format::count, "Packets of scans on the event's ports"},
            [](const Row& row) { return row.counts.packets; }},
        {{"scans", "Scans", Format::count, "Scans that begin in the interval"},
            [](const Row& row) { return row.counts.scans; }},
        {{"sources", "Sources", Format::count, "Distinct sources active in the interval"},
            [](const Row& row) { return row.counts.sources; }},
        {{"ratio", "Times usual", Format::number, "Scans by the median before the event"},
            [](const Row& row) { return row.ratio ? Cell(*row.ratio) : Cell(); }},
        {{"whole", "Held", Format::text, "Whether the capture holds the whole interval"},
            [](const Row& row) { return std::string(row.isWhole ? "whole" : "in part"); }},
    };
}

struct ReactorRow {
    std::string_view what;
    Reactor reactor;
};

std::vector<ReadColumn<ReactorRow>> reactorColumns() {
    using Row = ReactorRow;
    return {
        {{"what", "What", Format::text, "Country, network, tool or known scanner"},
            [](const Row& row) { return std::string(row.what); }},
        {{"name", "Name", Format::text, "Which one"},
            [](const Row& row) { return row.reactor.name; }},
        {{"scans", "Scans after", Format::count, "Scans of the event's ports that begin after it"},
            [](const Row& row) { return row.reactor.scans; }},
        {{"sources", "Sources", Format::count, "Distinct sources of these scans"},
            [](const Row& row) { return row.reactor.sources; }},
        {{"scans_before", "Scans before", Format::count,
             "Scans of the event's ports that begin before it"},
            [](const Row& row) { return row.reactor.scansBefore; }},
    };
}

} // namespace

std::shared_ptr<const Table> eventTable(
    SnapshotPointer snapshot, std::vector<EventReaction> reactions) {
    return std::make_shared<RowTable<EventReaction>>(
        "events", std::move(snapshot), std::move(reactions), eventColumns());
}

std::shared_ptr<const Table> eventIntervalTable(
    SnapshotPointer snapshot, const EventReaction& reaction) {
    std::vector<ReactionRow> rows;
    for (std::size_t i = 0; i < reaction.intervals.size(); ++i) {
        ReactionRow row{reaction.grid.beginOf(i), i >= reaction.before, reaction.isWhole[i],
            reaction.intervals[i], std::nullopt};
        if (reaction.usual && reaction.usual->scans > 0 && row.isWhole)
            row.ratio = static_cast<double>(row.counts.scans) / reaction.usual->scans;
        rows.push_back(row);
    }
    return std::make_shared<RowTable<ReactionRow>>(
        "event-intervals", std::move(snapshot), std::move(rows), reactionColumns());
}

std::shared_ptr<const Table> reactorTable(SnapshotPointer snapshot, const EventReaction& reaction) {
    std::vector<ReactorRow> rows;
    for (const auto& [what, reactors] : {std::pair("country", &reaction.countries),
             std::pair("network", &reaction.networks), std::pair("tool", &reaction.tools),
             std::pair("known scanner", &reaction.knownScanners)}) {
        for (const Reactor& each : *reactors)
            rows.push_back({what, each});
    }
    return std::make_shared<RowTable<ReactorRow>>(
        "reactors", std::move(snapshot), std::move(rows), reactorColumns());
}

} // namespace sweepscope
