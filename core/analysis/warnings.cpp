// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/warnings.h"

#include "analysis/index_facts.h"
#include "reference/known_scanners.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sweepscope {

namespace {

constexpr double kMostCut = 0.01;
constexpr double kAcceptedByPaper = 0.001;

/// Packets a second of the slowest scan asked for, as they reach the telescope.
double rateHere(const Thresholds& thresholds, const Telescope& telescope) {
    if (thresholds.rateScope == RateScope::telescope)
        return thresholds.minRate;
    return thresholds.minRate * telescope.addresses / thresholds.internetSize;
}

SentencePart secondsOf(Duration duration) {
    return {say("%1 s", {significant(duration.inSeconds())})};
}

void warnOfCaptures(const CaptureReport& captures, std::vector<Sentence>& warnings) {
    for (const FileReport& file : captures.files) {
        if (file.isSkipped || file.isTruncated)
            warnings.push_back(file.problem());
    }
    if (captures.isStopped)
        warnings.push_back(say("The reading was stopped; results cover what was read until then"));
}

/// A base gap is only ever made longer than the usual one by a ceiling of memory. Joining bursts
/// makes sources and ports no fewer.
void warnOfMemory(const Material& material, std::vector<Sentence>& warnings) {
    if (material.index->baseGap > kBaseGap)
        warnings.push_back(say(
            "To keep within the memory allowed the index was coarsened: silences are kept from %1 "
            "up. Results are exact for expiries from there up",
            {secondsOf(material.index->baseGap)}));
    constexpr std::uint64_t kMegabyte = 1'000'000;
    if (material.captures->memoryOverrun != 0)
        warnings.push_back(say("More memory was taken than is allowed: the index alone needs %1 MB "
                               "for its sources and ports, of which a coarser one has as many. "
                               "Read fewer captures at once, or narrow them by --filter",
            {{material.captures->memoryOverrun / kMegabyte}}));
}

void warnOfTelescope(const Question& question, std::vector<Sentence>& warnings) {
    const Telescope& telescope = question.telescope;
    if (telescope.isInferred) {
        warnings.push_back(say("The telescope's size, %1 addresses, is inferred from the targets "
                               "of probes; give its prefixes or its size where they are known",
            {rounded(telescope.addresses)}));
    }
    if (telescope.addresses < kLeastTelescope) {
        warnings.push_back(
            say("A telescope of %1 addresses is too small for Internet-wide numbers; "
                "they mean something from 4,096 addresses up",
                {rounded(telescope.addresses)}));
    }
}

void warnOfExpiry(const Snapshot& snapshot, std::vector<Sentence>& warnings) {
    const Thresholds& thresholds = snapshot.question.thresholds;
    const Duration baseGap = snapshot.material.index->baseGap;
    if (thresholds.expiry < baseGap) {
        warnings.push_back(say("An expiry of %1 cannot be answered: silences are kept from "
                               "%2 up, and that was used",
            {secondsOf(thresholds.expiry), secondsOf(baseGap)}));
    }
    const auto cut = cutProbability(thresholds, snapshot.question.telescope);
    const auto better = expiryFor(thresholds, snapshot.question.telescope, kAcceptedByPaper);
    if (cut && better && *cut > kMostCut) {
        warnings.push_back(say("An expiry of %1 cuts a scan at the least rate asked for with "
                               "probability %2 at every packet; %3 s would do so with %4",
            {secondsOf(thresholds.expiry), significant(*cut, 2), rounded(better->inSeconds()),
                significant(kAcceptedByPaper)}));
    }
}

Sentence portsSentence(const PortPopulation& population, bool areKept) {
    const auto portText = [](const DependentPort& each) { return std::to_string(each.port); };
    const Sentence sources = sayCounted(population.sources, "%1 source", "%1 sources");
    const Sentence ports =
        sayCounted(population.ports.size(), "%1 %2 port from %3 to %4", "%1 %2 ports from %3 to %4",
            {{std::string(nameOf(protocolOf(population.kind)))},
                {portText(population.ports.front())}, {portText(population.ports.back())}});
    return areKept ? say("The port of %1 is a function of the target (%2): these ports were not "
                         "chosen and are kept in the ranking of ports",
                         {{sources}, {ports}})
                   : say("The port of %1 is a function of the target (%2): these ports were not "
                         "chosen and are left out of the ranking of ports",
                         {{sources}, {ports}});
}

void warnOfDependentPorts(const Snapshot& snapshot, std::vector<Sentence>& warnings) {
    if (snapshot.material.facts == nullptr)
        return;
    for (const PortPopulation& each : snapshot.material.facts->dependentPorts.populations)
        warnings.push_back(portsSentence(each, snapshot.question.keepsDependentPorts));
}

/// Prefixes change hands; a list says little about a capture of another time.
void warnOfListAge(const Snapshot& snapshot, std::vector<Sentence>& warnings) {
    const SourceLabels* const labels = snapshot.material.labels.get();
    const TimeRange& capture = snapshot.material.index->counts.range;
    if (labels == nullptr || capture.isEmpty())
        return;
    constexpr double kYear = 365.25 * 86400;
    std::vector<std::string> said;
    for (std::size_t i = 1; i < labels->labels.size(); ++i) {
        const ScannerLabel& label = labels->labels[i];
        const auto day = parseIso8601(label.asOf);
        if (!day || std::find(said.begin(), said.end(), label.list) != said.end())
            continue;
        const double after = (*day - capture.last).inSeconds() / kYear;
        const double before = (capture.first - *day).inSeconds() / kYear;
        if (std::max(after, before) <= 1)
            continue;
        said.push_back(label.list);
        std::vector<SentencePart> parts = {
            {label.list}, {label.asOf}, rounded(std::max(after, before), 1)};
        warnings.push_back(
            after > before
                ? say("The list of known scanners '%1' is of %2, %3 years after the capture; its "
                      "prefixes may have had other holders then",
                      std::move(parts))
                : say("The list of known scanners '%1' is of %2, %3 years before the capture; its "
                      "prefixes may have had other holders then",
                      std::move(parts)));
    }
}

} // namespace

std::optional<double> cutProbability(const Thresholds& thresholds, const Telescope& telescope) {
    const double rate = rateHere(thresholds, telescope);
    if (rate <= 0)
        return std::nullopt;
    return std::exp(-rate * thresholds.expiry.inSeconds());
}

std::optional<Duration> expiryFor(
    const Thresholds& thresholds, const Telescope& telescope, double accepted) {
    const double rate = rateHere(thresholds, telescope);
    if (rate <= 0)
        return std::nullopt;
    return Duration::fromSeconds(std::log(1 / accepted) / rate);
}

std::optional<double> rateFor(
    const Thresholds& thresholds, const Telescope& telescope, double accepted) {
    const double expiry = thresholds.expiry.inSeconds();
    if (telescope.addresses <= 0 || expiry <= 0)
        return std::nullopt;
    return std::log(1 / accepted) * thresholds.internetSize / (expiry * telescope.addresses);
}

std::vector<Sentence> warningsFor(const Snapshot& snapshot) {
    std::vector<Sentence> warnings;
    warnOfCaptures(*snapshot.material.captures, warnings);
    warnOfMemory(snapshot.material, warnings);
    warnOfTelescope(snapshot.question, warnings);
    warnOfExpiry(snapshot, warnings);
    warnOfDependentPorts(snapshot, warnings);
    warnOfListAge(snapshot, warnings);
    return warnings;
}

} // namespace sweepscope
