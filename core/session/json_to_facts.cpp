// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/frame_source.h"
#include "narrowing/term.h"
#include "session/index_file_facts.h"
#include "session/json_reading.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <string>
#include <string_view>

namespace sweepscope {

namespace {

using Json = JsonReading::Json;

/// Moments within what readers of captures let through.
void readMoment(JsonReading& reading, const Json& json, const char* name, Timestamp& moment) {
    reading.read(json, name, moment.nanoseconds);
    if (std::abs(moment.nanoseconds / 2) > kMostNanoseconds / 2)
        reading.complain(name);
}

TimeRange readRange(JsonReading& reading, const Json& json) {
    TimeRange range;
    if (json.is_null())
        return range;
    readMoment(reading, json, "first_ns", range.first);
    readMoment(reading, json, "last_ns", range.last);
    return range;
}

FrameOrder readOrder(JsonReading& reading, const Json& json) {
    FrameOrder order;
    readMoment(reading, json, "first_ns", order.first);
    readMoment(reading, json, "last_ns", order.last);
    reading.read(json, "frames", order.frames);
    reading.read(json, "backwards", order.backwards);
    reading.read(json, "largest_step_back_ns", order.largestStepBack.nanoseconds);
    reading.read(json, "duplicates", order.duplicates);
    reading.read(json, "untimed", order.untimed);
    return order;
}

/// Else a small file could name a text that no memory holds.
bool namesNoPlaceTwice(std::string_view form) {
    std::string seen;
    for (std::size_t i = 0; i + 1 < form.size(); ++i) {
        const char place = form[i + 1];
        if (form[i] != '%' || place < '1' || place > '9')
            continue;
        if (seen.find(place) != std::string::npos)
            return false;
        seen += place;
    }
    return true;
}

/// Nothing where it is none: an older file has the text alone.
std::optional<Sentence> readSentence(const Json& json, int depth = 0) {
    constexpr int kDeepest = 8;
    JsonReading reading;
    Sentence sentence;
    reading.read(json, "form", sentence.form);
    reading.read(json, "form_of_one", sentence.formOfOne);
    if (!reading.wrong().empty() || sentence.form.empty() || depth > kDeepest ||
        !namesNoPlaceTwice(sentence.form) || !namesNoPlaceTwice(sentence.formOfOne))
        return std::nullopt;
    for (const Json& each : JsonReading::member(json, "parts")) {
        if (each.is_number_unsigned()) {
            sentence.parts.emplace_back(each.get<std::uint64_t>());
        } else if (each.is_string()) {
            sentence.parts.emplace_back(each.get<std::string>());
        } else if (auto words = readSentence(each, depth + 1)) {
            sentence.parts.emplace_back(*std::move(words));
        } else {
            return std::nullopt;
        }
    }
    return sentence;
}

/// The parts only where they say the very text, which is what other programs show.
Sentence readNote(JsonReading& reading, const Json& json) {
    std::string text;
    reading.read(json, "note", text);
    if (text.empty())
        return {};
    auto said = readSentence(JsonReading::member(json, "note_said"));
    return said && said->text() == text ? *std::move(said) : verbatim(std::move(text));
}

FileReport readFile(JsonReading& reading, const Json& json) {
    FileReport file;
    reading.read(json, "path", file.path);
    reading.read(json, "format", file.format);
    reading.read(json, "link", file.link);
    reading.read(json, "snap_length", file.snapLength);
    reading.read(json, "frames", file.frames);
    reading.read(json, "bytes", file.bytes);
    file.time = readRange(reading, JsonReading::member(json, "time"));
    reading.read(json, "truncated", file.isTruncated);
    file.note = readNote(reading, json);
    reading.read(json, "skipped", file.isSkipped);
    file.order = readOrder(reading, JsonReading::member(json, "order"));
    return file;
}

void readCaptures(JsonReading& reading, const Json& json, IndexFileFacts& facts) {
    for (const Json& each : JsonReading::member(json, "files")) {
        facts.captures.files.push_back(readFile(reading, each));
        reading.read(each, "sha256", facts.hashes.emplace_back());
    }
    reading.read(json, "stopped", facts.captures.isStopped);
    reading.read(json, "ignored_files", facts.captures.ignoredFiles);
    reading.read(json, "filter", facts.captures.filter);
    reading.read(json, "tunnels", facts.captures.entersTunnels);
    reading.read(json, "rules_path", facts.captures.rulesPath);
    reading.read(json, "memory_overrun", facts.captures.memoryOverrun);
}

DecodeCounts readCounts(JsonReading& reading, const Json& json) {
    DecodeCounts counts;
    reading.read(json, "frames", counts.frames);
    counts.range = readRange(reading, JsonReading::member(json, "time"));
    const Json& bins = JsonReading::member(json, "bins");
    for (std::size_t i = 0; i < kBinCount; ++i)
        reading.read(bins, std::string(nameOf(static_cast<Bin>(i))).c_str(), counts.bins[i]);
    const Json& reasons = JsonReading::member(json, "reasons");
    for (std::size_t i = 0; i < kReasonCount; ++i)
        reading.read(
            reasons, std::string(nameOf(static_cast<Reason>(i))).c_str(), counts.reasons[i]);
    for (const Json& each : JsonReading::member(json, "links")) {
        LinkCount link;
        reading.read(each, "number", link.link.number);
        reading.read(each, "frames", link.frames);
        counts.countLink(link.link, link.frames);
    }
    return counts;
}

PrefixSet readPrefixes(JsonReading& reading, const Json& json) {
    std::vector<Prefix> prefixes;
    for (const Json& each : json) {
        const auto prefix = parsePrefix(each.is_string() ? each.get<std::string>() : std::string());
        if (prefix.ok())
            prefixes.push_back(prefix.value());
        else
            reading.complain("telescope");
    }
    return PrefixSet(std::move(prefixes));
}

std::vector<Term> readTerms(JsonReading& reading, const Json& json, const char* name) {
    std::vector<Term> terms;
    for (const Json& each : JsonReading::member(json, name)) {
        const auto term = parseTerm(each.is_string() ? each.get<std::string>() : std::string());
        if (term.ok())
            terms.push_back(term.value());
        else
            reading.complain(name);
    }
    return terms;
}

void readSourceNotes(JsonReading& reading, const Json& json, UserNotes& notes) {
    for (const Json& each : JsonReading::member(json, "source_notes")) {
        std::string source;
        std::string note;
        reading.read(each, "source", source);
        reading.read(each, "note", note);
        const std::optional<Address> address = parseAddress(source);
        if (address)
            notes.setOf(*address, std::move(note));
        else
            reading.complain("source_notes");
    }
}

std::vector<std::string> readTexts(JsonReading& reading, const Json& json, const char* name) {
    std::vector<std::string> texts;
    for (const Json& each : JsonReading::member(json, name)) {
        texts.push_back(each.is_string() ? each.get<std::string>() : std::string());
        if (texts.back().empty())
            reading.complain(name);
    }
    return texts;
}

/// As a text of its own, which is looked at as one of a user is.
void readUserRules(JsonReading& reading, const Json& json, std::optional<UserRules>& rules) {
    std::string text;
    reading.read(json, "user_rules", text);
    if (text.empty())
        return;
    Result<UserRules> parsed = parseUserRules(text, "user_rules");
    if (parsed.ok())
        rules = std::move(parsed).value();
    else
        reading.complain("user_rules");
}

/// Kinds are stored by number, so a file's must be this program's.
void checkKinds(JsonReading& reading, const Json& json) {
    const std::vector<std::string> kinds = readTexts(reading, json, "kinds");
    if (kinds.empty() || kinds.size() > kKindCount)
        reading.complain("kinds");
    for (std::size_t i = 0; i < std::min(kinds.size(), kKindCount); ++i) {
        if (kinds[i] != nameOf(static_cast<Kind>(i)))
            reading.complain("kinds");
    }
}

void demandShare(JsonReading& reading, const char* name, double value, double most) {
    if (!std::isfinite(value) || value < 0 || value > most)
        reading.complain(name);
}

Thresholds readThresholds(JsonReading& reading, const Json& json) {
    constexpr double kMost = 1e38; // more addresses than IPv6 has
    Thresholds thresholds;
    reading.read(json, "expiry_ns", thresholds.expiry.nanoseconds);
    if (thresholds.expiry.nanoseconds <= 0)
        reading.complain("expiry_ns");
    const Json& minTargets = JsonReading::member(json, "min_targets");
    reading.read(minTargets, "value", thresholds.minTargets.value);
    reading.read(minTargets, "percent", thresholds.minTargets.isPercent);
    reading.read(minTargets, "floor", thresholds.minTargets.floor);
    demandShare(reading, "min_targets", thresholds.minTargets.value, kMost);
    reading.read(json, "min_rate", thresholds.minRate);
    demandShare(reading, "min_rate", thresholds.minRate, kMost);
    reading.read(json, "internet_size", thresholds.internetSize);
    demandShare(reading, "internet_size", thresholds.internetSize, kMost);
    reading.read(json, "large_coverage", thresholds.largeCoverage);
    demandShare(reading, "large_coverage", thresholds.largeCoverage, 1);
    std::string scope = "internet";
    reading.read(json, "rate_scope", scope);
    thresholds.rateScope = scope == "telescope" ? RateScope::telescope : RateScope::internet;
    std::string by = "source-port";
    reading.read(json, "by", by);
    thresholds.by = by == "source" ? Grouping::source : Grouping::sourcePort;
    return thresholds;
}

Json parse(std::string_view text) {
    return Json::parse(text, nullptr, false);
}

constexpr std::string_view kNoJson = word("the text is no JSON object");

Error wrong(const std::string& name) {
    return {say("its member \"%1\" makes no sense", {{name}})};
}

} // namespace

Result<IndexFileFacts> parseIndexFileFacts(std::string_view text, std::vector<std::string>& rules) {
    const Json json = parse(text);
    if (!json.is_object())
        return Error{say(kNoJson)};
    JsonReading reading;
    IndexFileFacts facts;
    reading.read(json, "program", facts.program);
    reading.read(json, "base_gap_ns", facts.baseGap.nanoseconds);
    if (facts.baseGap.nanoseconds < 0)
        reading.complain("base_gap_ns");
    facts.telescope = readPrefixes(reading, JsonReading::member(json, "telescope"));
    if (!JsonReading::member(json, "telescope_addresses").is_null()) {
        reading.read(json, "telescope_addresses", facts.telescopeAddresses.emplace());
        demandShare(reading, "telescope_addresses", *facts.telescopeAddresses, 1e39);
    }
    readCaptures(reading, JsonReading::member(json, "captures"), facts);
    facts.counts = readCounts(reading, JsonReading::member(json, "counts"));
    reading.read(json, "probe_targets", facts.probeTargets);
    reading.read(json, "probe_sources", facts.probeSources);
    reading.read(json, "shard", facts.shard.number);
    reading.read(json, "shards", facts.shard.of);
    reading.read(json, "anonymised", facts.isAnonymised);
    if (facts.shard.of < 1 || facts.shard.of > kSegments || facts.shard.number >= facts.shard.of)
        reading.complain("shard");
    checkKinds(reading, json);
    readUserRules(reading, json, facts.userRules);
    rules = readTexts(reading, json, "rules");
    if (rules.empty() || rules.size() > 64)
        reading.complain("rules");
    if (!reading.wrong().empty())
        return wrong(reading.wrong());
    return facts;
}

Result<SessionFacts> parseSessionFacts(std::string_view text) {
    const Json json = parse(text);
    if (!json.is_object())
        return Error{say(kNoJson)};
    JsonReading reading;
    SessionFacts facts;
    reading.read(json, "profile", facts.question.profile);
    facts.question.thresholds = readThresholds(reading, JsonReading::member(json, "thresholds"));
    reading.read(json, "telescope_addresses", facts.question.telescope.addresses);
    demandShare(reading, "telescope_addresses", facts.question.telescope.addresses, 1e39);
    reading.read(json, "telescope_inferred", facts.question.telescope.isInferred);
    reading.read(json, "keeps_dependent_ports", facts.question.keepsDependentPorts);
    facts.question.narrowing.only = readTerms(reading, json, "only");
    facts.question.narrowing.without = readTerms(reading, json, "not");
    reading.read(json, "notes", facts.notes.text);
    readSourceNotes(reading, json, facts.notes);
    if (!reading.wrong().empty())
        return wrong(reading.wrong());
    return facts;
}

} // namespace sweepscope
