// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/index_facts.h"
#include "analysis/warnings.h"
#include "export/json_sections.h"
#include "reference/known_scanners.h"
#include "statistics/coverage.h"
#include "statistics/inference.h"
#include "statistics/ongoing.h"

namespace sweepscope {

namespace {

constexpr double kAccepted = 0.001; ///< chance of a cut at a packet, as in the paper of 2014

template <typename T>
Json valueOrNull(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json labelJson(const Snapshot& snapshot, SourceId source) {
    const SourceLabels* const labels = snapshot.material.labels.get();
    const ScannerLabelId id = labels == nullptr ? 0 : labels->of(source.segment, source.place);
    if (id == 0)
        return nullptr;
    const ScannerLabel& label = labels->labels[id];
    return {{"organisation", label.organisation}, {"list", label.list},
        {"as_of", label.asOf.empty() ? Json(nullptr) : Json(label.asOf)}};
}

Json baseJson(double telescope, double internet) {
    return {{"addresses", internet}, {"share", internet > 0 ? telescope / internet : 0},
        {"addresses_per_telescope_address", telescope > 0 ? internet / telescope : 0}};
}

} // namespace

void addTelescopeArithmetic(Json& telescope, const Snapshot& snapshot) {
    const Question& question = snapshot.question;
    const double addresses = question.telescope.addresses;
    const auto recommended = expiryFor(question.thresholds, question.telescope, kAccepted);
    telescope["suits_internet_wide"] = addresses >= kLeastTelescope;
    telescope["internet"] = {{"all_ipv4", baseJson(addresses, kAllIpv4)},
        {"public_ipv4_2014", baseJson(addresses, kPublicIpv4In2014)}};
    telescope["cut_probability"] =
        valueOrNull(cutProbability(question.thresholds, question.telescope));
    telescope["recommended_expiry_s"] =
        recommended ? Json(recommended->inSeconds()) : Json(nullptr);
    telescope["accepted_cut_probability"] = kAccepted;
    telescope["rate_for_expiry_pps"] =
        valueOrNull(rateFor(question.thresholds, question.telescope, kAccepted));
    if (const TargetChoice* const mirai = targetChoiceOf(Tool::mirai)) {
        const double here =
            choosableAddresses(*mirai, snapshot.material.telescopePrefixes, addresses);
        telescope["mirai"] = {{"addresses", here},
            {"internet_addresses", choosableInternet(*mirai, question.thresholds.internetSize)}};
    }
}

void addScanStatistics(Json& json, const Snapshot& snapshot, const Scan& scan) {
    const double addresses = snapshot.question.telescope.addresses;
    const Interval95 interval = wilsonInterval(scan.targets, addresses);
    const TimeRange& capture = snapshot.material.index->counts.range;
    json["coverage_low"] = interval.low;
    json["coverage_high"] = interval.high;
    json["corrected_coverage"] = valueOrNull(correctedCoverage(
        scan.tool, scan.packets, scan.targets, snapshot.material.telescopePrefixes, addresses));
    json["cut_by_begin"] = isCutByBegin(scan.time, capture, snapshot.chains->expiry);
    json["cut_by_end"] = isCutByEnd(scan.time, capture, snapshot.chains->expiry);
    const IndexFacts* const facts = snapshot.material.facts.get();
    const auto p =
        facts == nullptr ? std::nullopt : localizedPValue(facts->blocks, snapshot.view(), scan);
    json["localized"] = p ? Json(*p < kLocalizedBelow) : Json(nullptr);
    json["localized_p"] = valueOrNull(p);
    json["known_scanner"] = labelJson(snapshot, scan.source);
}

Json localizedJson(const Snapshot& snapshot) {
    const IndexFacts* const facts = snapshot.material.facts.get();
    if (facts == nullptr || facts->blocks.isEmpty())
        return nullptr;
    const LocalizedCount count = countLocalized(facts->blocks, snapshot.view());
    return {{"block_prefix_length", facts->blocks.prefixLength()},
        {"blocks", facts->blocks.blocks().size()}, {"tested", count.tested},
        {"localized", count.localized}, {"p_below", kLocalizedBelow},
        {"false_alarms_expected_at_most", kLocalizedBelow * static_cast<double>(count.tested)}};
}

} // namespace sweepscope
