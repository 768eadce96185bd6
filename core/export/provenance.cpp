// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/provenance.h"

#include "base/count_text.h"
#include "base/version.h"
#include "reference/known_scanners.h"
#include "scans/own_profiles.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace sweepscope {

namespace {

/// A word for a POSIX shell: bare where it is harmless, else in single quotes.
std::string shellWord(const std::string& word) {
    constexpr std::string_view kHarmless = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                           "0123456789_-./:,%+=@";
    if (!word.empty() && word.find_first_not_of(kHarmless) == std::string::npos)
        return word;
    std::string quoted = "'";
    for (const char c : word)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::string minTargetsText(const MinTargets& targets) {
    return fmt::format("{}{}", targets.value, targets.isPercent ? "%" : "");
}

std::string joined(const std::vector<Prefix>& prefixes) {
    std::string text;
    for (const Prefix& prefix : prefixes)
        text += (text.empty() ? "" : ",") + toText(prefix);
    return text;
}

/// As the command line wants it.
std::string telescopeWord(const PrefixSet& prefixes, const Telescope& telescope) {
    return prefixes.isEmpty() ? fmt::format("{:.0f}", telescope.addresses)
                              : joined(prefixes.prefixes());
}

/// Nothing where it was inferred.
std::string telescopeOption(const Snapshot& snapshot) {
    const PrefixSet& prefixes = snapshot.material.telescopePrefixes;
    const Telescope& telescope = snapshot.question.telescope;
    if (prefixes.isEmpty() && telescope.isInferred)
        return {};
    return " --telescope " + telescopeWord(prefixes, telescope);
}

constexpr std::string_view kAnalyze = "sweepscope-cli analyze";

/// As `compare` reads it: the end does not belong to the span.
std::string spanWord(const TimeRange& span) {
    return toIso8601(span.first) + ".." + toIso8601(span.last + Duration{1});
}

/// The shortest percentage that is read back as this very share.
std::string percentText(double share) {
    std::string text;
    for (int digits = 6; digits <= 17; ++digits) {
        text = fmt::format("{:.{}g}", share * 100, digits);
        if (std::stod(text) / 100 == share)
            break;
    }
    return text;
}

/// Every threshold is named, so that the command means the same if a profile ever changes, and
/// where a user's own profile is not at hand. Only the floor of a percentage has no option of its
/// own: the profile says it.
std::string thresholdOptions(const Question& question) {
    const Thresholds& t = question.thresholds;
    const std::string profile =
        isShippedProfile(question.profile) ? " --profile " + question.profile : std::string();
    return profile + fmt::format(" --by {} --expiry {} --min-targets {} --min-rate {} "
                                 "--rate-scope {} --internet-size {:.0f} --large {}%",
                         t.by == Grouping::source ? "source" : "source-port", t.expiry.inSeconds(),
                         minTargetsText(t.minTargets), t.minRate,
                         t.rateScope == RateScope::internet ? "internet" : "telescope",
                         t.internetSize, percentText(t.largeCoverage));
}

/// Lists of known scanners that the user chose; the shipped one is found without.
std::vector<std::string> ownLists(const Snapshot& snapshot) {
    std::vector<std::string> paths;
    if (snapshot.material.labels != nullptr) {
        for (const ScannerList& list : snapshot.material.labels->lists) {
            if (!list.isShipped)
                paths.push_back(list.path);
        }
    }
    return paths;
}

/// Each term in an option of its own, so that a list can be read and changed.
std::string narrowingOptions(const Narrowing& narrowing) {
    std::string options;
    for (const Term& term : narrowing.only)
        options += " --only " + shellWord(toText(term));
    for (const Term& term : narrowing.without)
        options += " --not " + shellWord(toText(term));
    return options;
}

std::string commandFor(const Snapshot& snapshot, const std::vector<std::string>& explicitGeo) {
    std::string command = std::string(kAnalyze) + thresholdOptions(snapshot.question) +
                          narrowingOptions(snapshot.question.narrowing) + telescopeOption(snapshot);
    const CaptureReport& captures = *snapshot.material.captures;
    if (captures.entersTunnels)
        command += " --tunnels";
    if (!captures.filter.empty())
        command += " --filter " + shellWord(captures.filter);
    if (!captures.rulesPath.empty())
        command += " --rules " + shellWord(captures.rulesPath);
    for (const std::string& path : explicitGeo)
        command += " --geo " + shellWord(path);
    if (snapshot.question.keepsDependentPorts)
        command += " --keep-dependent-ports";
    for (const std::string& path : ownLists(snapshot))
        command += " --known-scanners " + shellWord(path);
    for (const FileReport& file : captures.files)
        command += " " + shellWord(file.path);
    return command;
}

/// The thresholds as a person reads them.
std::string thresholdsText(const Question& question) {
    const Thresholds& t = question.thresholds;
    return fmt::format("profile {}, one scan a {}, silence that ends it {} s, targets at least {}, "
                       "rate at least {} "
                       "pps {}, Internet of {:.0f} addresses, large from {} %",
        question.profile, t.by == Grouping::source ? "source" : "source and port",
        t.expiry.inSeconds(), minTargetsText(t.minTargets), t.minRate,
        t.rateScope == RateScope::internet ? "Internet-wide" : "at the telescope", t.internetSize,
        percentText(t.largeCoverage));
}

std::string telescopeText(const Snapshot& snapshot) {
    const std::string prefixes = joined(snapshot.material.telescopePrefixes.prefixes());
    return fmt::format("{:.0f} addresses{}{}", snapshot.question.telescope.addresses,
        snapshot.question.telescope.isInferred ? " (inferred)" : "",
        prefixes.empty() ? "" : ", " + prefixes);
}

std::vector<std::string> narrowingLines(const Narrowing& narrowing) {
    std::vector<std::string> lines;
    for (const Term& term : narrowing.only)
        lines.push_back("only: " + toText(term));
    for (const Term& term : narrowing.without)
        lines.push_back("not: " + toText(term));
    return lines;
}

std::string dayOf(std::int64_t seconds) {
    return toIso8601Seconds(Timestamp{seconds * 1'000'000'000}).substr(0, 10);
}

} // namespace

Provenance provenanceOf(const Snapshot& snapshot, const GeoDatabases& databases,
    const std::vector<std::string>& explicitGeo) {
    Provenance provenance;
    provenance.program = fmt::format("{} {}", kProgramName, kProgramVersion);
    for (const GeoDatabase& database : databases.databases())
        provenance.geo.push_back({database.path(), database.type(), dayOf(database.buildTime())});
    provenance.command = commandFor(snapshot, explicitGeo);
    return provenance;
}

Subcommand comparisonOfSpans(const TimeRange& a, const TimeRange& b) {
    return {"compare", {"--span-a", spanWord(a), "--span-b", spanWord(b)}};
}

/// `compare` takes one path for each side.
Subcommand comparisonWith(
    const Snapshot& snapshot, const Material& other, const Telescope& otherTelescope) {
    const std::vector<FileReport>& files = other.captures->files;
    if (files.size() != 1 || snapshot.material.captures->files.size() != 1)
        return {""};
    return {"compare", {"--telescope-b", telescopeWord(other.telescopePrefixes, otherTelescope)},
        files.front().path};
}

Provenance madeBy(Provenance provenance, const Subcommand& subcommand) {
    if (subcommand.name.empty()) {
        provenance.command.clear();
    } else if (provenance.command.starts_with(kAnalyze)) {
        std::string words = "sweepscope-cli " + subcommand.name;
        for (const std::string& option : subcommand.options)
            words += " " + shellWord(option);
        provenance.command.replace(0, kAnalyze.size(), words);
        if (!subcommand.capture.empty())
            provenance.command += " " + shellWord(subcommand.capture);
    }
    return provenance;
}

std::vector<std::string> provenanceLines(
    const Snapshot& snapshot, const Provenance& provenance, const std::string& what) {
    const DecodeCounts& counts = snapshot.material.index->counts;
    std::vector<std::string> lines = {
        fmt::format("content: {}", what),
        fmt::format("program: {}", provenance.program),
    };
    for (const FileReport& file : snapshot.material.captures->files) {
        lines.push_back(fmt::format("capture: {} ({}{})", file.path, counted(file.frames, "frame"),
            file.isTruncated || file.isSkipped ? ", " + file.note.text() : ""));
    }
    if (!counts.range.isEmpty()) {
        lines.push_back(fmt::format("packets: {}, {} to {}", counted(counts.frames, "frame"),
            toIso8601(counts.range.first), toIso8601(counts.range.last)));
    }
    if (!snapshot.material.captures->filter.empty())
        lines.push_back(fmt::format("filter: {}", snapshot.material.captures->filter));
    lines.push_back("thresholds: " + thresholdsText(snapshot.question));
    lines.push_back("telescope: " + telescopeText(snapshot));
    for (const std::string& line : narrowingLines(snapshot.question.narrowing))
        lines.push_back(line);
    for (const GeoSource& geo : provenance.geo)
        lines.push_back(fmt::format("geo: {} ({}, {})", geo.path, geo.type, geo.built));
    if (snapshot.material.labels != nullptr) {
        for (const ScannerList& list : snapshot.material.labels->lists)
            lines.push_back(fmt::format("known scanners: {} ({})", list.path,
                list.asOf.empty() ? "without a date" : list.asOf));
    }
    if (!provenance.command.empty())
        lines.push_back(fmt::format("command: {}", provenance.command));
    return lines;
}

} // namespace sweepscope
