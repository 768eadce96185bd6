// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_index.h"

#include "analysis/index_captures.h"
#include "capture/capture_list.h"
#include "cli_kept_report.h"
#include "cli_progress.h"
#include "cli_read.h"
#include "exit_code.h"
#include "reading_options.h"
#include "session/capture_hash.h"
#include "session/index_parts.h"
#include "session/saved_index.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

namespace sweepscope {

namespace {

struct IndexOptions {
    ReadingOptions reading;
    std::string output;
    std::string old;  ///< index that the captures are added to; empty: a new one
    std::string name; ///< of the one capture, in place of its path
    double baseGap = kBaseGap.inSeconds();
    unsigned threads = 0;
    bool isCompact = false;
    bool keepsReport = true;
    bool isQuiet = false;
};

/// The captures to read, by their bytes: what is given twice, or is in the index already, is not
/// read again.
class Wanted {
public:
    Wanted(const IndexOptions& options, const std::vector<std::string>& known,
        const std::stop_token& stop)
        : m_hashed(listCaptures(options.reading.captures).files)
        , m_hashes(hashesOfFiles(m_hashed, threadCount(options.threads), stop)) {
        std::set<std::string> seen(known.begin(), known.end());
        for (std::size_t i = 0; i < m_hashed.size(); ++i) {
            if (m_hashes[i].empty() || seen.insert(m_hashes[i]).second)
                m_paths.push_back(m_hashed[i]);
            else if (!options.isQuiet)
                complain(Error{fmt::format(
                    "{}: skipped, because the same bytes are in the index already", m_hashed[i])});
        }
    }

    [[nodiscard]] const std::vector<std::string>& paths() const { return m_paths; }

    /// Of the report's files, in their order.
    [[nodiscard]] std::vector<std::string> hashesOf(const CaptureReport& report) const {
        std::vector<std::string> hashes;
        for (const FileReport& file : report.files) {
            const auto found = std::find(m_hashed.begin(), m_hashed.end(), file.path);
            hashes.push_back(found == m_hashed.end()
                                 ? std::string()
                                 : m_hashes[static_cast<std::size_t>(found - m_hashed.begin())]);
        }
        return hashes;
    }

private:
    std::vector<std::string> m_hashed;
    std::vector<std::string> m_hashes;
    std::vector<std::string> m_paths;
};

int fail(const Error& error) {
    complain(error);
    return kCannotDo;
}

/// What the old index was read with, the new captures are read with.
Status readAlike(IndexOptions& options, const IndexFileFacts& facts) {
    ReadingOptions& reading = options.reading;
    options.baseGap = facts.baseGap.inSeconds();
    const bool hasOtherSize =
        reading.telescopeAddresses && reading.telescopeAddresses != facts.telescopeAddresses;
    if (hasOtherSize || readsOtherwise(reading, facts))
        return Error{fmt::format("{}: was read with another telescope, filter, tunnels or rules; "
                                 "leave these options out to read as it was read",
            options.old)};
    if (facts.userRules) {
        reading.userRules = std::make_shared<const UserRules>(*facts.userRules);
        reading.rulesPath = facts.captures.rulesPath;
    }
    reading.telescope = facts.telescope;
    reading.telescopeAddresses = facts.telescopeAddresses;
    reading.entersTunnels = facts.captures.entersTunnels;
    if (facts.captures.filter.empty())
        return {};
    const auto filter = FrameFilter::compile(facts.captures.filter);
    if (!filter.ok())
        return filter.error();
    reading.filter = filter.value();
    return {};
}

Result<IndexedCaptures> read(
    const IndexOptions& options, const Wanted& wanted, const Interrupt& interrupt) {
    Progress progress;
    const ProgressLine line(progress, !options.isQuiet);
    const ReadingOptions& reading = options.reading;
    ReadOptions how;
    how.telescope = reading.telescope;
    how.threads = options.threads;
    how.baseGap = Duration::fromSeconds(options.baseGap);
    how.entersTunnels = reading.entersTunnels;
    how.filter = reading.filter;
    how.memoryCeiling = reading.memoryCeiling;
    how.userRules = reading.userRules;
    how.rulesPath = reading.rulesPath;
    return indexCaptures(wanted.paths(), how, progress, interrupt.token());
}

int codeFor(const CaptureReport& report, bool isQuiet) {
    for (const FileReport& file : report.files) {
        if (!isQuiet && (file.isTruncated || file.isSkipped))
            complain(Error{fmt::format("warning: {}: {}", file.path, file.note.text())});
    }
    return report.isComplete() ? kComplete : kIncomplete;
}

int runIndex(IndexOptions options, const Interrupt& interrupt) {
    std::vector<std::string> known;
    if (!options.old.empty()) {
        const Result<IndexParts> old = IndexParts::open({options.old});
        if (!old.ok())
            return fail(old.error());
        const Status alike = readAlike(options, old.value().facts());
        if (!alike.ok())
            return fail(alike.error());
        known = old.value().facts().hashes;
    }
    const Wanted wanted(options, known, interrupt.token());
    if (!options.old.empty() && wanted.paths().empty() && options.output == options.old)
        return kComplete;
    const Result<IndexedCaptures> captures = read(options, wanted, interrupt);
    if (!captures.ok())
        return fail(captures.error());
    if (interrupt.happened()) // an index of half a capture would pass for a whole one
        return kInterrupted;
    const std::shared_ptr<const BurstIndex>& made = captures.value().index;
    CaptureReport report = captures.value().report;
    std::vector<std::string> hashes = wanted.hashesOf(report);
    if (!options.name.empty() && report.files.size() == 1)
        report.files.front().path = options.name;
    const IndexFileFacts facts = factsOf(*made, report, options.reading.telescope,
        options.reading.telescopeAddresses, std::move(hashes));
    SaveOptions saving{!options.isCompact, {}, options.threads};
    Status saved;
    if (options.old.empty()) {
        const auto kept = options.keepsReport ? makeReport({{made, report}, facts, {}, {}},
                                                    options.threads, interrupt)
                                              : std::nullopt;
        saving.report = kept ? &*kept : nullptr;
        saved = saveIndex(options.output, *made, facts, nullptr, saving, interrupt.token());
    } else {
        const Result<IndexParts> parts = IndexParts::open({options.old}, FreshPart{made, facts});
        saved = parts.ok() ? mergeParts(options.output, parts.value(), saving, interrupt.token())
                           : Status(parts.error());
    }
    return saved.ok() ? codeFor(report, options.isQuiet) : fail(saved.error());
}

} // namespace

void addIndexCommand(CLI::App& app, Command& chosen) {
    const auto options = std::make_shared<IndexOptions>();
    CLI::App& index = *app.add_subcommand(
        "index", "Read captures into an index file, which analyze opens in their place");
    addReadingOptions(index, options->reading);
    for (const char* const without : {"--geo", "--known-scanners"})
        index.remove_option(index.get_option(without)); // sources are looked up when it is opened
    index.get_option("captures")->required();
    constexpr const char* kGroup = "Index";
    CLI::Option* const output =
        index.add_option("-o,--output", options->output, "The index file to write")
            ->type_name("FILE")
            ->group(kGroup);
    index
        .add_option("--append", options->old,
            "Add the captures to this index without reading its captures again")
        ->type_name("INDEX")
        ->group(kGroup);
    index
        .add_option("--name", options->name,
            "Keep the capture, when it is one, under this name: where a copy or a pipe came from")
        ->type_name("TEXT")
        ->group(kGroup);
    index
        .add_option("--base-gap", options->baseGap,
            "Silence in seconds that ends a burst: the shortest expiry that can be asked later")
        ->type_name("S")
        ->check(CLI::Range(0.001, 1e6))
        ->group(kGroup);
    index
        .add_flag("--compact", options->isCompact,
            "Leave out the table for other programs; Sweepscope does not need it")
        ->group(kGroup);
    index
        .add_flag("!--no-report", options->keepsReport,
            "Do not keep the report in the file, which analyze gives at once: saves the time to "
            "make it")
        ->group(kGroup);
    index.add_option("--threads", options->threads, "Threads to use; all by default")
        ->type_name("N")
        ->check(CLI::Range(1U, 1024U))
        ->group(kReadingGroup);
    index.add_flag("--quiet", options->isQuiet, "No progress and no warnings on standard error")
        ->group(kGroup);
    index.callback([options, output, &chosen] {
        if (output->count() == 0 && options->old.empty())
            throw CLI::RequiredError("-o FILE");
        if (output->count() == 0)
            options->output = options->old;
        chosen = [options](const Interrupt& interrupt) { return runIndex(*options, interrupt); };
    });
}

} // namespace sweepscope
