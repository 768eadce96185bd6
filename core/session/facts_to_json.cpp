// SPDX-License-Identifier: GPL-3.0-or-later
#include "narrowing/term.h"
#include "session/index_file_facts.h"
#include "session/segment_columns.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace sweepscope {

namespace {

using Json = nlohmann::ordered_json;

// The structured bindings below name every field of what is stored. Where one is added, they no
// longer compile: give it a member here, read it in json_to_facts.cpp, and say so in FORMAT.md.

Json toJson(const TimeRange& range) {
    if (range.isEmpty())
        return nullptr;
    return {{"first_ns", range.first.nanoseconds}, {"last_ns", range.last.nanoseconds}};
}

Json toJson(const FrameOrder& order) {
    const auto& [first, last, frames, backwards, stepBack, duplicates, untimed] = order;
    return {{"first_ns", first.nanoseconds}, {"last_ns", last.nanoseconds}, {"frames", frames},
        {"backwards", backwards}, {"largest_step_back_ns", stepBack.nanoseconds},
        {"duplicates", duplicates}, {"untimed", untimed}};
}

/// So that a window can say it in its own language; figures and times are kept as texts.
Json toJson(const Sentence& sentence) {
    Json parts = Json::array();
    for (const SentencePart& part : sentence.parts) {
        if (const auto* const count = std::get_if<std::uint64_t>(&part.value))
            parts.push_back(*count);
        else if (const auto* const words = std::get_if<Sentence>(&part.value))
            parts.push_back(toJson(*words));
        else
            parts.push_back(Sentence{"%1", {}, {part}}.text());
    }
    Json json = {{"form", sentence.form}, {"parts", std::move(parts)}};
    if (!sentence.formOfOne.empty())
        json["form_of_one"] = sentence.formOfOne;
    return json;
}

Json toJson(const FileReport& file, const std::string& hash) {
    const auto& [path, format, link, snapLength, frames, bytes, time, isTruncated, note, isSkipped,
        order] = file;
    Json json = {{"path", path}, {"format", format}, {"link", link}, {"snap_length", snapLength},
        {"frames", frames}, {"bytes", bytes}, {"sha256", hash}, {"time", toJson(time)},
        {"truncated", isTruncated}, {"note", note.text()}, {"skipped", isSkipped},
        {"order", toJson(order)}};
    if (!note.isEmpty())
        json["note_said"] = toJson(note);
    return json;
}

Json toJson(const CaptureReport& captures, const std::vector<std::string>& hashes) {
    const auto& [files, isStopped, ignoredFiles, filter, entersTunnels, rulesPath, memoryOverrun] =
        captures;
    Json list = Json::array();
    for (std::size_t i = 0; i < files.size(); ++i)
        list.push_back(toJson(files[i], i < hashes.size() ? hashes[i] : std::string()));
    return {{"files", std::move(list)}, {"stopped", isStopped}, {"ignored_files", ignoredFiles},
        {"filter", filter}, {"tunnels", entersTunnels}, {"rules_path", rulesPath},
        {"memory_overrun", memoryOverrun}};
}

Json toJson(const DecodeCounts& counts) {
    const auto& [frames, bins, reasons, links, range] = counts;
    Json json = {{"frames", frames}, {"time", toJson(range)}};
    for (std::size_t i = 0; i < kBinCount; ++i)
        json["bins"][std::string(nameOf(static_cast<Bin>(i)))] = bins[i];
    for (std::size_t i = 0; i < kReasonCount; ++i)
        json["reasons"][std::string(nameOf(static_cast<Reason>(i)))] = reasons[i];
    json["links"] = Json::array();
    for (const LinkCount& link : links)
        json["links"].push_back({{"number", link.link.number}, {"frames", link.frames}});
    return json;
}

Json toJson(const Thresholds& thresholds) {
    const auto& [expiry, minTargets, minRate, rateScope, internetSize, large, by] = thresholds;
    return {{"expiry_ns", expiry.nanoseconds},
        {"min_targets", {{"value", minTargets.value}, {"percent", minTargets.isPercent},
                            {"floor", minTargets.floor}}},
        {"min_rate", minRate},
        {"rate_scope", rateScope == RateScope::internet ? "internet" : "telescope"},
        {"internet_size", internetSize}, {"large_coverage", large},
        {"by", by == Grouping::source ? "source" : "source-port"}};
}

Json prefixesJson(const PrefixSet& set) {
    Json prefixes = Json::array();
    for (const Prefix& prefix : set.prefixes())
        prefixes.push_back(toText(prefix));
    return prefixes;
}

std::string dump(const Json& json) {
    return json.dump(1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

std::string toJson(const IndexFileFacts& facts) {
    const auto& [program, baseGap, telescope, addresses, captures, hashes, counts, activity,
        probeTargets, probeSources, shard, isAnonymised, userRules] = facts;
    (void)activity; // has a place of its own in the file
    Json json = {{"program", program}, {"base_gap_ns", baseGap.nanoseconds},
        {"telescope", prefixesJson(telescope)}, {"captures", toJson(captures, hashes)},
        {"counts", toJson(counts)}, {"probe_targets", probeTargets},
        {"probe_sources", probeSources}, {"shard", shard.number}, {"shards", shard.of},
        {"anonymised", isAnonymised}};
    json["telescope_addresses"] = addresses ? Json(*addresses) : Json(nullptr);
    json["rules"] = storedRuleNames(facts.userRuleCount());
    json["user_rules"] = userRules ? Json(toText(*userRules)) : Json(nullptr);
    json["kinds"] = Json::array();
    for (std::size_t i = 0; i < kKindCount; ++i)
        json["kinds"].push_back(nameOf(static_cast<Kind>(i)));
    return dump(json);
}

namespace {

Json termsJson(const std::vector<Term>& terms) {
    Json json = Json::array();
    for (const Term& term : terms)
        json.push_back(toText(term));
    return json;
}

Json sourceNotesJson(const UserNotes& notes) {
    Json json = Json::array();
    for (const auto& [source, note] : notes.ofSources)
        json.push_back({{"source", toText(source)}, {"note", note}});
    return json;
}

} // namespace

std::string toJson(const SessionFacts& facts) {
    const auto& [question, notes] = facts;
    const auto& [profile, thresholds, telescope, keepsDependentPorts, narrowing] = question;
    return dump({{"profile", profile}, {"thresholds", toJson(thresholds)},
        {"telescope_addresses", telescope.addresses}, {"telescope_inferred", telescope.isInferred},
        {"keeps_dependent_ports", keepsDependentPorts}, {"only", termsJson(narrowing.only)},
        {"not", termsJson(narrowing.without)}, {"notes", notes.text},
        {"source_notes", sourceNotesJson(notes)}});
}

} // namespace sweepscope
