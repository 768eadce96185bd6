// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference/baselines.h"

#include "base/sentence.h"
#include "reference/shipped_texts.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cassert>

namespace sweepscope {

namespace {

using Json = nlohmann::json;

struct MetricName {
    std::string_view name;
    std::string_view title;
    Unit unit;
};

constexpr std::array<MetricName, kMetricCount> kMetrics = {{
    {"target-rank", word("Rank of a port"), Unit::rank},
    {"country-rank", word("Rank of a country"), Unit::rank},
    {"scan-port-share", word("Scans of a port"), Unit::scans},
    {"small-scan-port-share", word("Small scans of a port"), Unit::scans},
    {"large-scan-top-port-share", word("Large scans of a port, of the top ports'"), Unit::scans},
    {"top-five-country-share", word("Scans of five countries"), Unit::scans},
    {"tool-share-above-tenth", word("Tools in scans of over 10 %"), Unit::scans},
    {"tool-share-above-half", word("Tools in scans of over 50 %"), Unit::scans},
    {"scan-share-above-hundredth", word("Scans of over 1 %"), Unit::scans},
    {"scan-share-above-tenth", word("Scans of over 10 %"), Unit::scans},
    {"packet-share-above-hundredth", word("Packets of scans of over 1 %"), Unit::packets},
    {"packet-share-above-tenth", word("Packets of scans of over 10 %"), Unit::packets},
    {"tool-packet-share", word("Packets of a tool"), Unit::packets},
    {"packets-per-address-day", word("Packets an address and day"), Unit::packets},
    {"syn-packet-share-of-13-ports", word("SYNs to 13 ports"), Unit::packets},
    {"known-scanner-source-share", word("Sources on lists of scanners"), Unit::sources},
    {"known-scanner-packet-share", word("Packets of these sources"), Unit::packets},
    {"localized-packet-share", word("Packets of localized scans"), Unit::packets},
}};

constexpr std::array<std::string_view, kUnitCount> kUnits = {
    word("rank"), word("scans"), word("packets"), word("sources")};

Result<Metric> parseMetric(const std::string& name, const std::string& unit) {
    const auto* const found = std::find_if(kMetrics.begin(), kMetrics.end(),
        [&](const MetricName& each) { return each.name == name; });
    if (found == kMetrics.end())
        return Error{"there is no metric '" + name + "'"};
    if (nameOf(found->unit) != unit)
        return Error{
            "'" + name + "' counts " + std::string(nameOf(found->unit)) + ", not '" + unit + "'"};
    return static_cast<Metric>(found - kMetrics.begin());
}

Result<Confidence> parseConfidence(const std::string& text) {
    if (text == "H")
        return Confidence::high;
    if (text == "M")
        return Confidence::medium;
    return Error{"a fact of confidence '" + text + "' is none to ship"};
}

Study studyOf(const Json& json) {
    return {json.at("id").get<std::string>(), json.at("year").get<int>(),
        json.at("title").get<std::string>(), json.at("telescope").get<std::string>(),
        json.at("contaminated").get<std::string>()};
}

Result<Baseline> baselineOf(const Json& json, const std::vector<Study>& studies) {
    const auto text = [&](const char* field) { return json.at(field).get<std::string>(); };
    const auto study = std::find_if(studies.begin(), studies.end(),
        [&](const Study& each) { return each.id == text("study"); });
    if (study == studies.end())
        return Error{"there is no study '" + text("study") + "'"};
    const Result<Metric> metric = parseMetric(text("metric"), text("unit"));
    if (!metric.ok())
        return metric.error();
    const Result<Confidence> confidence = parseConfidence(text("confidence"));
    if (!confidence.ok())
        return confidence.error();
    return Baseline{*study, metric.value(), text("key"), json.at("value").get<double>(),
        confidence.value(), text("note")};
}

} // namespace

std::string_view nameOf(Metric metric) {
    return kMetrics[static_cast<std::size_t>(metric)].name;
}

std::string_view titleOf(Metric metric) {
    return kMetrics[static_cast<std::size_t>(metric)].title;
}

std::string_view nameOf(Unit unit) {
    return kUnits[static_cast<std::size_t>(unit)];
}

Unit unitOf(Metric metric) {
    return kMetrics[static_cast<std::size_t>(metric)].unit;
}

Result<Baselines> Baselines::parse(std::string_view json) {
    Baselines baselines;
    try {
        const Json root = Json::parse(json);
        if (root.at("format") != "sweepscope-baselines/1")
            return Error{"the baselines are not of the format sweepscope-baselines/1"};
        for (const Json& study : root.at("studies"))
            baselines.m_studies.push_back(studyOf(study));
        for (const Json& each : root.at("baselines")) {
            Result<Baseline> baseline = baselineOf(each, baselines.m_studies);
            if (!baseline.ok())
                return Error{"baseline " + std::to_string(baselines.m_baselines.size() + 1) + ": " +
                             baseline.error().message()};
            baselines.m_baselines.push_back(std::move(baseline).value());
        }
    } catch (const Json::exception& problem) {
        return Error{std::string("the baselines cannot be read: ") + problem.what()};
    }
    return baselines;
}

const Baselines& Baselines::shipped() {
    static const Baselines kShipped = [] {
        Result<Baselines> parsed = parse(shippedBaselines());
        assert(parsed.ok() && "resources/reference/baselines.json is broken");
        return parsed.ok() ? std::move(parsed).value() : Baselines();
    }();
    return kShipped;
}

std::vector<Baseline> Baselines::of(Metric metric) const {
    std::vector<Baseline> found;
    std::copy_if(m_baselines.begin(), m_baselines.end(), std::back_inserter(found),
        [&](const Baseline& each) { return each.metric == metric; });
    return found;
}

} // namespace sweepscope
