// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/time_documents.h"

#include "base/count_text.h"
#include "export/time_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace sweepscope {

namespace {

std::string hoursText(const std::optional<Duration>& duration) {
    constexpr double kHour = 3600;
    return duration ? fmt::format("{:.1f} h", duration->inSeconds() / kHour) : "not known";
}

void addDifferences(const Comparison& comparison, Document& document) {
    std::vector<std::vector<std::string>> rows;
    for (const Difference& each : comparison.differences) {
        if (!each.stands())
            break;
        const ShareDifference& shares = each.shares;
        rows.push_back({fmt::format("{} {}", nameOf(each.dimension), each.name),
            fmt::format("{:.1f} %", 100 * shares.shareA),
            fmt::format("{:.1f} %", 100 * shares.shareB),
            fmt::format("{:+.1f} ({:+.1f} to {:+.1f})", 100 * (shares.shareB - shares.shareA),
                100 * shares.interval.low, 100 * shares.interval.high),
            fmt::format("{:.2g}", each.adjusted)});
    }
    if (rows.empty()) {
        document.paragraph("No difference stands: what is seen may be chance.");
        return;
    }
    document.table("Differences that stand, with 95 % intervals of the difference in points, and "
                   "chances adjusted for many comparisons.",
        {"what", "share in A", "share in B", "difference", "chance"}, std::move(rows));
}

void addReactors(const char* what, const std::vector<Reactor>& reactors, Document& document) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(reactors.size());
    for (const Reactor& each : reactors)
        rows.push_back({each.name, fmt::format("{}", each.scans), fmt::format("{}", each.sources),
            fmt::format("{}", each.scansBefore)});
    if (!rows.empty())
        document.table(fmt::format("Who came, by {}.", what),
            {what, "scans after", "sources", "scans before"}, std::move(rows));
}

} // namespace

Document comparisonDocument(const Comparison& comparison) {
    Document document;
    document.title = "What changed";
    document.subtitle = fmt::format("A: {} ({}, {}); B: {} ({}, {})", comparison.nameA,
        counted(comparison.scansA, "scan"), counted(comparison.sourcesA, "source"),
        comparison.nameB, counted(comparison.scansB, "scan"),
        counted(comparison.sourcesB, "source"));
    for (const Sentence& note : comparison.notes)
        document.note("Note: " + note.text() + ".");
    addDifferences(comparison, document);
    if (comparison.isTested)
        document.figure(differenceFigure(comparison),
            "The largest differences B less A; grey where they do not stand.");
    document.heading("Ports");
    document.figure(rankFigure(comparison, Dimension::port),
        "Ranks of ports by scans; grey where the shares do not differ more than by chance.");
    document.heading("Countries");
    document.figure(
        rankFigure(comparison, Dimension::country), "Ranks of countries by scans; likewise.");
    if (const std::string sizes = coverageFigure(comparison); !sizes.empty()) {
        document.heading("Scan sizes");
        document.figure(sizes, "Share of scans up to a coverage.");
    }
    document.heading("Method");
    document.paragraph(
        "Shares are of scans. Scans of one source are not independent, so sources are the units of "
        "the test; a source on both sides enters once. Chances come from Student's distribution "
        "with the effective number of sources and are adjusted for all comparisons together by "
        "Benjamini and Hochberg. What rests on fewer than ten effective sources is not tested.");
    return document;
}

Document eventDocument(const std::vector<EventReaction>& reactions) {
    Document document;
    document.title = "Events and what followed";
    document.subtitle = counted(reactions.size(), "event") + " within 28 days of the capture";
    for (const EventReaction& each : reactions) {
        document.heading(fmt::format("{} {}", dateText(each.event), each.event.name));
        document.paragraph(fmt::format("First scan after: {}. First scan of 1 % coverage: {}. "
                                       "Half-life of the interest: {}.{}",
            hoursText(each.toFirstScan), hoursText(each.toFirstWideScan), hoursText(each.halfLife),
            each.peakRatio ? fmt::format(" Peak: {:.1f} times the usual.", *each.peakRatio) : ""));
        document.figure(reactionFigure(each), "Scans of the event's ports over time.");
        addReactors("country", each.countries, document);
        addReactors("network", each.networks, document);
        addReactors("tool", each.tools, document);
        addReactors("known scanner", each.knownScanners, document);
        for (const Sentence& note : each.notes)
            document.note("Note: " + note.text() + ".");
    }
    return document;
}

Document changeDocument(const Rhythm& rhythm, const std::vector<Event>& events) {
    constexpr std::size_t kMostFigures = 12;
    Document document;
    document.title = "What stands out";
    document.subtitle = fmt::format("{} over {} of {:g} s", counted(rhythm.ports.size(), "port"),
        counted(rhythm.grid.count, "interval"), rhythm.grid.step.inSeconds());
    for (const Change& each : rhythm.changes)
        document.paragraph(each.words.text() + ".");
    if (rhythm.changes.empty())
        document.paragraph("Nothing stands out.");
    for (const Sentence& note : rhythm.notes)
        document.note("Note: " + note.text() + ".");
    for (std::size_t i = 0; i < std::min(kMostFigures, rhythm.ports.size()); ++i)
        document.figure(
            rhythmFigure(rhythm, rhythm.ports[i], events), toText(rhythm.ports[i].port));
    return document;
}

} // namespace sweepscope
