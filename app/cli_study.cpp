// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_study.h"

#include "analysis/campaigns.h"
#include "analysis/changes.h"
#include "analysis/event_reaction.h"
#include "analysis/study_report.h"
#include "cli_read.h"
#include "cli_study_output.h"
#include "cli_study_text.h"
#include "exit_code.h"
#include "export/json_campaigns.h"
#include "export/json_changes.h"
#include "export/json_events.h"
#include "export/json_study.h"
#include "export/study_document.h"
#include "export/time_documents.h"
#include "tables/change_tables.h"
#include "tables/comparison_tables.h"
#include "tables/event_tables.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <utility>

namespace sweepscope {

namespace {

struct ReportOptions {
    AnalyzeOptions analysis;
    std::string html;
    std::string json;
};

struct EventOptions {
    AnalyzeOptions analysis;
    std::string events; ///< list of the user's own; empty: none
    ResultFiles files;
};

/// Of the commands that need nothing but captures: `campaigns` and `changes`.
struct PlainOptions {
    AnalyzeOptions analysis;
    ResultFiles files;
};

int writeReport(const ReportOptions& options, const Interrupt& interrupt) {
    const ReadCaptures captures = readCaptures(options.analysis, interrupt);
    if (captures.snapshot == nullptr)
        return captures.exitCode;
    const Snapshot& snapshot = *captures.snapshot;
    const StudyReport report = makeStudyReport(snapshot);
    const Provenance provenance = madeBy(captures.provenance, {"report", {"-o", options.html}});
    Status status = writeText(options.html, htmlOf(studyDocument(report, snapshot, provenance)));
    if (status.ok() && !options.json.empty())
        status = writeText(options.json, collect([&](const TextSink& sink) {
            writeJsonStudy(report, snapshot, provenance, sink);
        }));
    return finishWith(status, captures.exitCode);
}

int listEvents(const EventOptions& options, const Interrupt& interrupt) {
    std::vector<Event> events = shippedEventList();
    if (!options.events.empty()) {
        const auto own = readEvents(options.events);
        if (!own.ok())
            return finishWith(own.error(), kCannotDo);
        events = mergeEvents(std::move(events), own.value());
    }
    const ReadCaptures captures = readCaptures(options.analysis, interrupt);
    if (captures.snapshot == nullptr)
        return captures.exitCode;
    std::vector<EventReaction> reactions;
    for (const Event& event : events) {
        if (canReactTo(*captures.snapshot, event))
            reactions.push_back(reactionTo(*captures.snapshot, event));
    }
    return finishWith(writeResults(options.files,
                          {[&](const TextSink& sink) { writeJsonEvents(reactions, sink); },
                              eventTable(captures.snapshot, reactions), eventsText(reactions),
                              [&] { return eventDocument(reactions); }}),
        captures.exitCode);
}

int listCampaigns(const PlainOptions& options, const Interrupt& interrupt) {
    const ReadCaptures captures = readCaptures(options.analysis, interrupt);
    if (captures.snapshot == nullptr)
        return captures.exitCode;
    const std::vector<Campaign> campaigns = findCampaigns(*captures.snapshot);
    return finishWith(
        writeResults(options.files,
            {[&](const TextSink& sink) { writeJsonCampaigns(*captures.snapshot, campaigns, sink); },
                campaignTable(captures.snapshot, campaigns),
                campaignsText(*captures.snapshot, campaigns)}),
        captures.exitCode);
}

int listChanges(const PlainOptions& options, const Interrupt& interrupt) {
    const ReadCaptures captures = readCaptures(options.analysis, interrupt);
    if (captures.snapshot == nullptr)
        return captures.exitCode;
    const Rhythm rhythm = findChanges(*captures.snapshot);
    return finishWith(writeResults(options.files,
                          {[&](const TextSink& sink) { writeJsonChanges(rhythm, sink); },
                              changeTable(captures.snapshot, rhythm.changes), changesText(rhythm),
                              [&] { return changeDocument(rhythm, shippedEventList()); }}),
        captures.exitCode);
}

void addReport(CLI::App& app, Command& chosen) {
    CLI::App& command =
        *app.add_subcommand("report", "Make the tables and figures of the 2014 and 2018 studies");
    auto options = std::make_shared<ReportOptions>();
    addAnalysisOptions(command, options->analysis);
    command
        .add_option("-o,--output", options->html,
            "The report, one HTML file; '-' is standard "
            "output")
        ->type_name("FILE|-")
        ->required()
        ->group(kOutputGroup);
    command.add_option("--json", options->json, "Write its numbers as JSON")
        ->type_name("FILE|-")
        ->group(kOutputGroup);
    command.callback([&chosen, options] {
        chosen = [options](const Interrupt& interrupt) { return writeReport(*options, interrupt); };
    });
}

void addEvents(CLI::App& app, Command& chosen) {
    CLI::App& command = *app.add_subcommand(
        "events", "How scanning changed with disclosures around the time of the captures");
    auto options = std::make_shared<EventOptions>();
    addAnalysisOptions(command, options->analysis);
    command
        .add_option("--events", options->events,
            "Events of one's own besides those that are known (CSV: "
            "date,event,cve,ports,visibility,confidence,note)")
        ->type_name("FILE")
        ->group("Events");
    addResultFiles(command, options->files, true);
    command.callback([&chosen, options] {
        chosen = [options](const Interrupt& interrupt) { return listEvents(*options, interrupt); };
    });
}

void addPlain(CLI::App& app, Command& chosen, const char* name, const char* what, bool hasDocument,
    int (*run)(const PlainOptions&, const Interrupt&)) {
    CLI::App& command = *app.add_subcommand(name, what);
    auto options = std::make_shared<PlainOptions>();
    addAnalysisOptions(command, options->analysis);
    addResultFiles(command, options->files, hasDocument);
    command.callback([&chosen, options, run] {
        chosen = [options, run](const Interrupt& interrupt) { return run(*options, interrupt); };
    });
}

} // namespace

void addStudyCommands(CLI::App& app, Command& chosen) {
    addReport(app, chosen);
    addEvents(app, chosen);
    addPlain(app, chosen, "changes", "When ports stand out from their rhythm, in words", true,
        listChanges);
    addPlain(app, chosen, "campaigns", "Sources that act as one, and why they are taken for one",
        false, listCampaigns);
    addCompareCommand(app, chosen);
}

} // namespace sweepscope
