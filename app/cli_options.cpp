// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_options.h"

#include "cli_extract.h"
#include "cli_index.h"
#include "cli_merge.h"
#include "cli_study.h"
#include "exit_code.h"
#include "manual.h"
#include "reading_options.h"
#include "version_text.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <iostream>
#include <string>
#include <vector>

namespace sweepscope {

namespace {

/// The whole text as a number that is at least `least`.
double parseNumber(const std::string& text, const std::string& what, double least) {
    double number = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    const bool isGood = error == std::errc() && stopped == end && std::isfinite(number);
    if (!isGood || number < least)
        throw CLI::ValidationError(
            what, fmt::format("'{}' is not a number from {} up", text, least));
    return number;
}

double parsePercent(std::string text, const std::string& what) {
    if (!text.empty() && text.back() == '%')
        text.pop_back();
    const double percent = parseNumber(text, what, 0);
    if (percent > 100)
        throw CLI::ValidationError(what, fmt::format("{} % is more than all", percent));
    return percent;
}

/// "198.51.100.7=a word about it"
std::pair<Address, std::string> parseSourceNote(const std::string& text) {
    const std::size_t equals = text.find('=');
    const std::optional<Address> source = parseAddress(text.substr(0, equals));
    if (equals == std::string::npos || !source)
        throw CLI::ValidationError(
            "--source-note", fmt::format("'{}' is not an address, '=' and a text", text));
    return {*source, text.substr(equals + 1)};
}

template <typename T>
T valueOr(Result<T> result, const std::string& what) {
    if (!result.ok())
        throw CLI::ValidationError(what, result.error().message());
    return std::move(result).value();
}

/// Only these words; the help shows them as the type already.
CLI::Validator oneOf(const std::vector<std::string>& words) {
    return CLI::IsMember(words).description("");
}

/// Files of profiles are read before the profile is chosen, wherever they stand: options are taken
/// in the order in which they are added.
void addProfiles(CLI::App& app, AnalyzeOptions& options, const char* group) {
    app.add_option_function<std::string>(
           "--profile-file",
           [&](const std::string& path) {
               options.ownProfiles = valueOr(readOwnProfiles(path), "--profile-file");
           },
           "Profiles of one's own that --profile may name besides (docs/profiles.md)")
        ->type_name("FILE")
        ->group(group);
    app.add_option_function<std::string>(
           "--profile",
           [&](const std::string& name) {
               if (findOwnProfile(options.ownProfiles, name) == nullptr && name != kAutoProfile)
                   valueOr(findProfile(name, kLeastTelescope), "--profile");
               options.profile = name;
           },
           "Set of thresholds: auto (default), paper-2014, merit, reproduction-2018, "
           "small-telescope, or one out of --profile-file")
        ->type_name("NAME")
        ->group(group);
}

/// Where one scan ends and the next begins.
void addGrouping(CLI::App& app, AnalyzeOptions& options, const char* group) {
    app.add_option_function<std::string>(
           "--by",
           [&](const std::string& text) {
               options.by = text == "source" ? Grouping::source : Grouping::sourcePort;
           },
           "What makes one scan")
        ->check(oneOf({"source-port", "source"}))
        ->type_name("source-port|source")
        ->group(group);
    app.add_option_function<std::string>(
           "--expiry",
           [&](const std::string& text) { options.expiry = parseNumber(text, "--expiry", 0.001); },
           "Silence in seconds that ends a scan when it is longer")
        ->type_name("S")
        ->group(group);
}

/// How much makes a scan, and a large one.
void addLimits(CLI::App& app, AnalyzeOptions& options, const char* group) {
    app.add_option_function<std::string>(
           "--min-targets",
           [&](const std::string& text) {
               options.minTargets = valueOr(parseMinTargets(text), "--min-targets");
           },
           "Least number of distinct targets, or share of the telescope")
        ->type_name("N|N%")
        ->group(group);
    app.add_option_function<std::string>(
           "--min-rate",
           [&](const std::string& text) { options.minRate = parseNumber(text, "--min-rate", 0); },
           "Least packets a second, 0 for any")
        ->type_name("PPS")
        ->group(group);
    app.add_option_function<std::string>(
           "--rate-scope",
           [&](const std::string& text) {
               options.rateScope = text == "telescope" ? RateScope::telescope : RateScope::internet;
           },
           "Where that rate is meant")
        ->check(oneOf({"telescope", "internet"}))
        ->type_name("telescope|internet")
        ->group(group);
    app.add_option_function<std::string>(
           "--internet-size",
           [&](const std::string& text) {
               options.internetSize = parseNumber(text, "--internet-size", 1);
           },
           "Addresses of the Internet that rates are brought up to")
        ->type_name("N")
        ->group(group);
    app.add_option_function<std::string>(
           "--large",
           [&](const std::string& text) { options.largePercent = parsePercent(text, "--large"); },
           "Share of the telescope from which a scan is large")
        ->type_name("N%")
        ->group(group);
    app.add_flag("--keep-dependent-ports", options.keepsDependentPorts,
           "Rank ports that are a function of the target like others; they are left out by default")
        ->group(group);
}

void addThresholds(CLI::App& app, AnalyzeOptions& options) {
    constexpr const char* kGroup = "What is a scan";
    addProfiles(app, options, kGroup);
    addGrouping(app, options, kGroup);
    addLimits(app, options, kGroup);
}

void addNarrowing(CLI::App& app, AnalyzeOptions& options) {
    constexpr const char* kGroup = "Which scans are counted";
    const auto addTerms = [&](const std::string& name, std::vector<Term>& terms,
                              const std::string& help) {
        const auto take = [&terms, name](const std::vector<std::string>& texts) {
            for (const std::string& text : texts) {
                for (const Term& term : valueOr(parseTerms(text), name))
                    terms.push_back(term);
            }
        };
        app.add_option_function<std::vector<std::string>>(name, take, help)
            ->type_name("TERM,...")
            ->allow_extra_args(false)
            ->group(kGroup);
    };
    addTerms("--only", options.narrowing.only,
        "Scans that fit: port=23/tcp country=NL network=AS4134 tool=mirai size=large "
        "coverage=0.1%..1% source=CIDR time=FROM..TO; terms of one kind stand for one another");
    addTerms("--not", options.narrowing.without, "Scans that fit none of these");
}

void addReading(CLI::App& app, AnalyzeOptions& options) {
    addReadingOptions(app, options.reading);
    app.get_option("captures")->required();
    app.add_option("--threads", options.threads, "Threads to use; all that there are by default")
        ->type_name("N")
        ->check(CLI::Range(1U, 1024U))
        ->group(kReadingGroup);
    app.add_flag("--quiet", options.isQuiet, "No progress and no warnings on standard error")
        ->group("Output");
}

void addNotes(CLI::App& app, AnalyzeOptions& options) {
    constexpr const char* kGroup = "Output";
    app.add_option("--note", options.note,
           "What is to be remembered: kept in the session, shown in summary and JSON report")
        ->type_name("TEXT")
        ->group(kGroup);
    app.add_option_function<std::vector<std::string>>(
           "--source-note",
           [&](const std::vector<std::string>& texts) {
               for (const std::string& text : texts)
                   options.sourceNotes.push_back(parseSourceNote(text));
           },
           "The same about a source; an empty text takes its note away; may be repeated")
        ->type_name("ADDRESS=TEXT")
        ->allow_extra_args(false)
        ->group(kGroup);
}

void addOutput(CLI::App& app, AnalyzeOptions& options) {
    constexpr const char* kGroup = "Output";
    app.add_option("--json", options.json, "Write the report as JSON; '-' is standard output")
        ->type_name("FILE|-")
        ->group(kGroup);
    app.add_option("--csv", options.csv, "Write the tables as CSV files into a folder")
        ->type_name("DIR")
        ->group(kGroup);
    app.add_option("--session", options.session,
           "Write index and thresholds as a session, which analyze and the window open again")
        ->type_name("FILE")
        ->group(kGroup);
    addNotes(app, options);
    app.add_option_function<std::vector<std::string>>(
           "--sensitivity",
           [&](const std::vector<std::string>& names) {
               for (const std::string& name : names)
                   options.sweeps.push_back(findSweptThreshold(name).value());
           },
           "Sweep a threshold over its range and report how much hangs on it; may be repeated")
        ->check(oneOf({"expiry", "min-targets", "min-rate", "large"}))
        ->allow_extra_args(false)
        ->type_name("expiry|min-targets|min-rate|large")
        ->group(kGroup);
    app.add_flag("--scans", options.listScans, "List every scan in the JSON and the CSV files")
        ->group(kGroup);
    app.add_flag("--afresh", options.isAfresh,
           "Count again, also where an index or session keeps the report")
        ->group(kGroup);
}

constexpr const char* kFooter =
    "\nExamples:\n"
    "  sweepscope-cli analyze --telescope 198.18.0.0/16 2018-10-30.*.pcap.gz\n"
    "  sweepscope-cli analyze --profile merit --json report.json --scans day.pcap\n"
    "  sweepscope-cli analyze --only port=23,port=2323,country=NL --not tool=mirai day.pcap\n"
    "  zcat hour.pcap.gz | sweepscope-cli analyze --min-targets 25% --csv tables -\n"
    "  sweepscope-cli index --telescope 198.18.0.0/16 -o day.sweepscope 2018-10-30.*.pcap.gz\n"
    "  sweepscope-cli analyze --min-targets 25 day.sweepscope\n"
    "\nExit codes: 0 complete, 1 usage, 2 cannot read or write, 3 done but a capture was cut\n"
    "short or skipped, 130 interrupted.\n";

} // namespace

void addAnalysisOptions(CLI::App& app, AnalyzeOptions& options) {
    addReading(app, options);
    addThresholds(app, options);
}

CommandLine parseCommandLine(int argc, const char* const* argv) {
    AnalyzeOptions options;
    CLI::App app("Shows who sweeps the Internet, from captures of a network telescope.");
    app.set_version_flag("--version", versionText());
    app.require_subcommand(1);
    app.footer(kFooter);
    addGenerator(
        app, {"sweepscope-cli", "shows who sweeps the Internet, from telescope captures",
                 "Reads captures of a network telescope, that is of traffic to addresses that "
                 "nobody uses, and reports who scans the Internet: which ports, from which "
                 "countries and networks, with which tools, in scans of which size.",
                 "sweepscope(1), pcap-filter(7), tshark(1)"});
    CLI::App& analyze = *app.add_subcommand("analyze", "Read captures and report who scans");
    analyze.footer(kFooter);
    addAnalysisOptions(analyze, options);
    addNarrowing(analyze, options);
    addOutput(analyze, options);
    Command command;
    addStudyCommands(app, command);
    addIndexCommand(app, command);
    addMergeCommand(app, command);
    addExtractCommand(app, command);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        const int code = app.exit(problem, std::cout, std::cerr);
        return {std::nullopt, {}, code == 0 ? kComplete : kUsage};
    }
    if (command)
        return {std::nullopt, std::move(command), kComplete};
    return {options, {}, kComplete};
}

Result<Thresholds> thresholdsFor(
    const AnalyzeOptions& options, double telescopeAddresses, const Thresholds* saved) {
    Thresholds thresholds;
    const OwnProfile* const own =
        options.profile ? findOwnProfile(options.ownProfiles, *options.profile) : nullptr;
    if (own != nullptr) {
        thresholds = own->thresholds;
    } else if (saved != nullptr && !options.profile) {
        thresholds = *saved;
    } else {
        const Result<Profile> profile =
            findProfile(options.profile.value_or(std::string(kAutoProfile)), telescopeAddresses);
        if (!profile.ok())
            return profile.error();
        thresholds = profile.value().thresholds;
    }
    if (options.expiry)
        thresholds.expiry = Duration::fromSeconds(*options.expiry);
    if (options.minTargets) {
        const bool keepsFloor = options.minTargets->isPercent && thresholds.minTargets.isPercent;
        const std::uint64_t floor = keepsFloor ? thresholds.minTargets.floor : 1;
        thresholds.minTargets = *options.minTargets;
        thresholds.minTargets.floor = floor;
    }
    thresholds.by = options.by.value_or(thresholds.by);
    thresholds.minRate = options.minRate.value_or(thresholds.minRate);
    thresholds.rateScope = options.rateScope.value_or(thresholds.rateScope);
    thresholds.internetSize = options.internetSize.value_or(thresholds.internetSize);
    if (options.largePercent)
        thresholds.largeCoverage = *options.largePercent / 100;
    return thresholds;
}

} // namespace sweepscope
