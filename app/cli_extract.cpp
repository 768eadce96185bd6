// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_extract.h"

#include "analysis/index_captures.h"
#include "analysis/make_snapshot.h"
#include "base/count_text.h"
#include "cli_progress.h"
#include "cli_read.h"
#include "exit_code.h"
#include "extract/extract_packets.h"
#include "reading_options.h"
#include "session/saved_index.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace sweepscope {

namespace {

struct ExtractCommand {
    ReadingOptions reading;
    ExtractOptions extract;
    std::string output;
    std::string index;   ///< of the captures; empty: none
    std::string profile; ///< for `--scans`; empty: the session's, else auto
    bool isQuiet = false;
};

constexpr const char* kGroup = "Which packets";

void addSources(CLI::App& app, const std::shared_ptr<ExtractCommand>& options) {
    app.add_option_function<std::vector<std::string>>(
           "--source",
           [options](const std::vector<std::string>& texts) {
               std::vector<Prefix> sources;
               for (const std::string& text : texts) {
                   const Result<PrefixSet> parsed = parsePrefixes(text);
                   if (!parsed.ok())
                       throw CLI::ValidationError("--source", parsed.error().message());
                   const std::vector<Prefix>& more = parsed.value().prefixes();
                   sources.insert(sources.end(), more.begin(), more.end());
               }
               options->extract.choice.sources = PrefixSet(std::move(sources));
           },
           "From these addresses or prefixes; may be repeated")
        ->type_name("ADDRESS|CIDR")
        ->allow_extra_args(false)
        ->group(kGroup);
}

void addKeys(CLI::App& app, const std::shared_ptr<ExtractCommand>& options) {
    app.add_option("--port", options->extract.choice.ports,
           "To these ports (for backscatter: from these); may be repeated")
        ->type_name("PORT")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->group(kGroup);
    app.add_option_function<std::vector<std::string>>(
           "--kind",
           [options](const std::vector<std::string>& names) {
               for (const std::string& name : names) {
                   std::size_t kind = 0;
                   while (kind < kKindCount && kKindFacts[kind].name != name)
                       ++kind;
                   if (kind == kKindCount)
                       throw CLI::ValidationError(
                           "--kind", "no kind of packet is called '" + name + "'");
                   options->extract.choice.kinds.push_back(static_cast<Kind>(kind));
               }
           },
           "Of these kinds: syn, udp, icmp-request, rst, synack, ...; may be repeated")
        ->type_name("KIND")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->group(kGroup);
}

void addMoment(CLI::App& app, const std::string& name, const std::string& what,
    std::function<void(Timestamp)> take) {
    app.add_option_function<std::string>(
           name,
           [name, take = std::move(take)](const std::string& text) {
               const auto moment = parseIso8601(text);
               if (!moment)
                   throw CLI::ValidationError(
                       name, "'" + text + "' is no time such as 2018-10-30T12:00:00");
               take(*moment);
           },
           what)
        ->type_name("TIME")
        ->group(kGroup);
}

int fail(const Error& error) {
    complain(error);
    return kCannotDo;
}

/// The scans of the index under its session's thresholds, or those of a profile.
Result<std::map<Address, std::vector<ScanClaim>>> scansOf(
    const ExtractCommand& options, const SavedIndex& saved) {
    AnalyzeOptions asked;
    if (!options.profile.empty())
        asked.profile = options.profile;
    const Question* const old = saved.session ? &saved.session->question : nullptr;
    Question question;
    question.telescope =
        telescopeOf(*saved.captures.index, saved.facts.telescope, saved.facts.telescopeAddresses);
    if (options.reading.telescopeAddresses)
        question.telescope = {*options.reading.telescopeAddresses, false};
    else if (old != nullptr)
        question.telescope = old->telescope;
    const Result<Thresholds> thresholds = thresholdsFor(
        asked, question.telescope.addresses, old != nullptr ? &old->thresholds : nullptr);
    if (!thresholds.ok())
        return thresholds.error();
    question.thresholds = thresholds.value();
    const Material material = makeMaterial(saved.captures, {}, saved.facts.telescope);
    const auto snapshot = SnapshotMaker(threadCount(0)).make(material, question, {});
    return claimsOf(*saved.captures.index, snapshot->scans, question.thresholds.by);
}

/// What the index tells: what the captures were read with, which scans there are, and when.
Status useIndex(ExtractCommand& options) {
    const auto files = indexFilesAmong({options.index});
    if (!files)
        return Error{fmt::format("{}: no index or session", options.index)};
    const Result<SavedIndex> opened = loadIndex(*files, 0);
    if (!opened.ok())
        return opened.error();
    const SavedIndex& saved = opened.value();
    ReadingOptions given = options.reading;
    given.filter = nullptr; // it chooses among the packets here
    if (readsOtherwise(given, saved.facts))
        return Error{fmt::format("{}: was read with another telescope or tunnels; leave these "
                                 "options out to extract as it was read",
            options.index)};
    ExtractOptions& extract = options.extract;
    extract.telescope = saved.facts.telescope;
    extract.entersTunnels = saved.facts.captures.entersTunnels;
    if (extract.choice.isOnlyScans) {
        auto scans = scansOf(options, saved);
        if (!scans.ok())
            return scans.error();
        extract.choice.scans = std::move(scans).value();
    }
    // Bursts of a filtered reading do not tell of the packets that were left out.
    if (saved.facts.captures.filter.empty())
        extract.known =
            KnownTimes::of(*saved.captures.index, saved.captures.report, extract.choice);
    return {};
}

int runExtract(ExtractCommand options, const Interrupt& interrupt) {
    if (options.reading.telescopeAddresses && !options.extract.choice.isOnlyScans) {
        complain(Error{"--telescope: a number of addresses tells only which scans are scans; give "
                       "prefixes, or --index and --scans"});
        return kUsage;
    }
    ExtractOptions& extract = options.extract;
    extract.telescope = options.reading.telescope;
    extract.entersTunnels = options.reading.entersTunnels;
    extract.filter = options.reading.filter;
    if (!options.index.empty()) {
        const Status used = useIndex(options);
        if (!used.ok())
            return fail(used.error());
    }
    Progress progress;
    Result<ExtractReport> extracted = [&] {
        const ProgressLine line(progress, !options.isQuiet);
        return extractPackets(
            options.reading.captures, options.output, extract, progress, interrupt.token());
    }();
    if (!extracted.ok())
        return fail(extracted.error());
    const ExtractReport& report = extracted.value();
    if (report.isStopped)
        return kInterrupted;
    if (!options.isQuiet) {
        for (const FileReport& file : report.files) {
            if (file.isTruncated || file.isSkipped)
                complain(Error{fmt::format("warning: {}: {}", file.path, file.note.text())});
        }
        if (report.isPcapng && !options.output.ends_with(".pcapng"))
            complain(Error{fmt::format("{}: written as pcapng, since one classic capture cannot "
                                       "hold these packets",
                options.output)});
        fmt::print("{} in {}\n", counted(report.frames, "packet"), options.output);
    }
    return report.isComplete() ? kComplete : kIncomplete;
}

} // namespace

void addExtractCommand(CLI::App& app, Command& chosen) {
    const auto options = std::make_shared<ExtractCommand>();
    CLI::App& extract =
        *app.add_subcommand("extract", "Copy chosen packets into a capture of their own");
    addReadingOptions(extract, options->reading);
    for (const char* const without : {"--geo", "--known-scanners", "--rules", "--memory"})
        extract.remove_option(extract.get_option(without)); // it looks up and counts nothing
    extract.get_option("captures")->required();
    extract.add_option("-o,--output", options->output, "The capture to write, pcap or pcapng")
        ->type_name("FILE")
        ->required();
    addSources(extract, options);
    addKeys(extract, options);
    PacketChoice& choice = options->extract.choice;
    addMoment(extract, "--from", "Not before this moment (UTC)", [options](Timestamp moment) {
        TimeRange& time = options->extract.choice.time;
        time = {moment, time.isEmpty() ? Timestamp{kMostNanoseconds} : time.last};
    });
    addMoment(extract, "--to", "Not after this moment (UTC)", [options](Timestamp moment) {
        TimeRange& time = options->extract.choice.time;
        time = {time.isEmpty() ? Timestamp{-kMostNanoseconds} : time.first, moment};
    });
    CLI::Option* const index =
        extract
            .add_option("--index", options->index,
                "An index or session of these captures: what cannot match is skipped")
            ->type_name("FILE")
            ->group(kGroup);
    extract
        .add_flag("--scans", choice.isOnlyScans,
            "Of scans only, under the thresholds of the session or profile")
        ->needs(index)
        ->group(kGroup);
    extract.add_option("--profile", options->profile, "Thresholds for --scans")
        ->type_name("NAME")
        ->group(kGroup);
    extract.add_flag("--quiet", options->isQuiet, "Say nothing where all went well");
    extract.callback([options, &chosen] {
        chosen = [options](const Interrupt& interrupt) { return runExtract(*options, interrupt); };
    });
}

} // namespace sweepscope
