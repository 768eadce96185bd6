// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_merge.h"

#include "cli_kept_report.h"
#include "cli_read.h"
#include "exit_code.h"
#include "open_databases.h"
#include "session/anonymiser.h"
#include "session/index_parts.h"
#include "session/saved_index.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <charconv>
#include <memory>

namespace sweepscope {

namespace {

struct MergeOptions {
    std::vector<std::string> parts;
    std::string output;
    Shard shard;
    unsigned threads = 0;
    std::string key; ///< file with the key that addresses are anonymised with; empty: they stay
    std::vector<std::string> geo;
    bool isCompact = false;
    bool keepsReport = false;
    bool isQuiet = false;
};

/// "3/8": the third of eight.
Shard parseShard(const std::string& text) {
    Shard shard;
    const char* const end = text.data() + text.size();
    const auto [slash, noNumber] = std::from_chars(text.data(), end, shard.number);
    const bool hasOf = noNumber == std::errc() && slash != end && *slash == '/';
    const auto [stopped, noOf] = hasOf ? std::from_chars(slash + 1, end, shard.of)
                                       : std::from_chars_result{end, std::errc::invalid_argument};
    if (noOf != std::errc() || stopped != end || shard.of < 1 || shard.of > kSegments ||
        shard.number < 1 || shard.number > shard.of)
        throw CLI::ValidationError("--shard",
            fmt::format("'{}' is not K/N with K from 1 to N and N to {}", text, kSegments));
    --shard.number;
    return shard;
}

/// Other addresses in place of the real ones: needs the whole index in memory.
Status mergeAnonymised(const MergeOptions& options, const std::vector<std::string>& files,
    const std::stop_token& stop) {
    const Result<Anonymiser> anonymiser = Anonymiser::withKeyFrom(options.key);
    if (!anonymiser.ok())
        return anonymiser.error();
    const Result<GeoDatabases> databases = openDatabases(options.geo);
    if (!databases.ok())
        return databases.error();
    const Result<SavedIndex> saved = loadIndex(files, options.threads);
    if (!saved.ok())
        return saved.error();
    if (saved.value().facts.isAnonymised)
        return Error{fmt::format("{}: its addresses are anonymised already", files.front())};
    const Material material = materialOf(saved.value(), databases.value());
    const SavedIndex made = anonymise(saved.value(), *material.origins, anonymiser.value());
    return saveIndex(options.output, *made.captures.index, made.facts,
        made.session ? &*made.session : nullptr,
        {!options.isCompact, options.shard, options.threads, made.origins.get()}, stop);
}

/// What they are together, with the report to it: needs all of them in memory.
Status mergeWithReport(const MergeOptions& options, const std::vector<std::string>& files,
    const Interrupt& interrupt) {
    const Result<SavedIndex> loaded = loadIndex(files, options.threads);
    if (!loaded.ok())
        return loaded.error();
    const SavedIndex& saved = loaded.value();
    const auto kept = makeReport(saved, options.threads, interrupt);
    return saveIndex(options.output, *saved.captures.index, saved.facts,
        saved.session ? &*saved.session : nullptr,
        {!options.isCompact, {}, options.threads, saved.origins.get(), kept ? &*kept : nullptr},
        interrupt.token());
}

Status mergeAsAsked(const MergeOptions& options, const IndexParts& parts,
    const std::vector<std::string>& files, const Interrupt& interrupt) {
    if (!options.key.empty())
        return mergeAnonymised(options, files, interrupt.token());
    if (options.keepsReport)
        return mergeWithReport(options, files, interrupt);
    return mergeParts(options.output, parts, {!options.isCompact, options.shard, options.threads},
        interrupt.token());
}

int runMerge(const MergeOptions& options, const Interrupt& interrupt) {
    const auto files = indexFilesAmong(options.parts);
    if (!files) {
        complain(
            Error{"merge takes index files and folders of them; captures are read with index"});
        return kCannotDo;
    }
    const Result<IndexParts> parts = IndexParts::open(*files);
    if (!parts.ok()) {
        complain(parts.error());
        return kCannotDo;
    }
    if (!options.isQuiet) {
        for (const Sentence& note : parts.value().notes())
            complain(Error{note});
    }
    const Status merged = mergeAsAsked(options, parts.value(), *files, interrupt);
    if (interrupt.happened())
        return kInterrupted;
    if (!merged.ok()) {
        complain(merged.error());
        return kCannotDo;
    }
    return parts.value().facts().captures.isComplete() ? kComplete : kIncomplete;
}

} // namespace

void addMergeCommand(CLI::App& app, Command& chosen) {
    const auto options = std::make_shared<MergeOptions>();
    CLI::App& merge = *app.add_subcommand("merge", "Make one index of the indexes of parts");
    constexpr const char* kGroup = "Index";
    merge.add_option("indexes", options->parts, "Index files, and folders of them")
        ->type_name("INDEX")
        ->required()
        ->group(kGroup);
    merge.add_option("-o,--output", options->output, "The index file to write")
        ->type_name("FILE")
        ->required()
        ->group(kGroup);
    merge
        .add_option_function<std::string>(
            "--shard", [options](const std::string& text) { options->shard = parseShard(text); },
            "Only the K-th of N parts of the sources, so that no merge must hold all")
        ->type_name("K/N")
        ->group(kGroup);
    merge
        .add_option("--anonymise", options->key,
            "Put other addresses in place of the real ones, by the key in this file; networks stay "
            "networks (Crypto-PAn), countries are kept. Make a key with: openssl rand -hex 32")
        ->type_name("KEYFILE")
        ->excludes("--shard")
        ->group(kGroup);
    merge
        .add_option("--geo", options->geo,
            "Country, city or AS database for --anonymise, in place of the shipped one")
        ->type_name("MMDB")
        ->allow_extra_args(false)
        ->group(kGroup);
    merge
        .add_flag("--compact", options->isCompact,
            "Leave out the table for other programs; Sweepscope does not need it")
        ->group(kGroup);
    merge
        .add_flag("--report", options->keepsReport,
            "Keep the report in the file, as index does: needs all parts in memory together")
        ->excludes("--shard")
        ->excludes("--anonymise")
        ->group(kGroup);
    merge.add_option("--threads", options->threads, "Threads to use; all by default")
        ->type_name("N")
        ->check(CLI::Range(1U, 1024U))
        ->group(kGroup);
    merge.add_flag("--quiet", options->isQuiet, "No notes on standard error")->group(kGroup);
    merge.callback([options, &chosen] {
        chosen = [options](const Interrupt& interrupt) { return runMerge(*options, interrupt); };
    });
}

} // namespace sweepscope
