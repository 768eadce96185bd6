// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/comparison.h"
#include "analysis/make_snapshot.h"
#include "analysis/warnings.h"

#include <algorithm>
#include <cmath>

namespace sweepscope {

namespace {

/// Telescopes that differ by less than this are of one size: some addresses more or less change no
/// number that is shown.
constexpr double kSameSize = 0.01;

bool areOfOneSize(const Telescope& a, const Telescope& b) {
    return std::abs(a.addresses - b.addresses) <= kSameSize * std::max(a.addresses, b.addresses);
}

double leastCoverage(const Question& question) {
    const double addresses = question.telescope.addresses;
    return static_cast<double>(question.thresholds.minTargets.on(addresses)) / addresses;
}

void equalise(Question& question, double coverage, double rate, double internetSize) {
    Thresholds& t = question.thresholds;
    t.minTargets = {std::ceil(coverage * question.telescope.addresses - 1e-9), false, 1};
    t.minRate = rate;
    t.rateScope = RateScope::internet;
    t.internetSize = internetSize;
}

} // namespace

EqualQuestions equalQuestions(const Question& a, const Question& b) {
    EqualQuestions equal{a, b, {}, std::nullopt};
    if (areOfOneSize(a.telescope, b.telescope)) {
        equal.b.thresholds = a.thresholds;
        equal.b.profile = a.profile;
        return equal;
    }
    const double smaller = std::min(a.telescope.addresses, b.telescope.addresses);
    if (smaller < kLeastTelescope) {
        equal.whyNotComparable =
            say("the telescopes have %1 and %2 addresses, and one of fewer than %3 tells "
                "nothing of the Internet: the two cannot be brought to equal thresholds, and no "
                "difference is tested",
                {rounded(a.telescope.addresses), rounded(b.telescope.addresses),
                    rounded(kLeastTelescope)});
        return equal;
    }
    const double coverage = std::max(leastCoverage(a), leastCoverage(b));
    const double rate = std::max(a.thresholds.minRate, b.thresholds.minRate);
    for (Question* question : {&equal.a, &equal.b}) {
        question->thresholds.by = a.thresholds.by;
        question->thresholds.largeCoverage = a.thresholds.largeCoverage;
        equalise(*question, coverage, rate, a.thresholds.internetSize);
    }
    const bool isALarger = a.telescope.addresses > b.telescope.addresses;
    Question& large = isALarger ? equal.a : equal.b;
    Question& small = isALarger ? equal.b : equal.a;
    const auto chance = cutProbability(large.thresholds, large.telescope);
    const auto expiry = chance && *chance > 0
                            ? expiryFor(small.thresholds, small.telescope, *chance)
                            : std::nullopt;
    small.thresholds.expiry = expiry.value_or(large.thresholds.expiry);
    equal.notes.push_back(
        say("the telescopes have %1 and %2 addresses; both are asked for scans of at least %3 % of "
            "the telescope and %4 packets a second Internet-wide",
            {rounded(a.telescope.addresses), rounded(b.telescope.addresses),
                significant(coverage * 100, 3), significant(rate)}));
    equal.notes.push_back(
        expiry
            ? say("a silence of %1 s ends a scan on the larger telescope and of %2 s on the "
                  "smaller, where packets of a scan come more rarely",
                  {rounded(large.thresholds.expiry.inSeconds()),
                      rounded(small.thresholds.expiry.inSeconds())})
            : say("no rate is asked for, so the expiry is the same although packets of a scan come "
                  "more rarely to the smaller telescope"));
    return equal;
}

namespace {

std::shared_ptr<const Snapshot> askAgain(
    const std::shared_ptr<const Snapshot>& snapshot, const Question& question) {
    if (snapshot->question == question)
        return snapshot;
    return SnapshotMaker(1).make(snapshot->material, question, {});
}

} // namespace

Comparison compareCaptures(const ComparedSide& a, const ComparedSide& b) {
    const EqualQuestions equal = equalQuestions(a.snapshot->question, b.snapshot->question);
    Comparison comparison = compare({a.name, askAgain(a.snapshot, equal.a), a.span},
        {b.name, askAgain(b.snapshot, equal.b), b.span}, equal.whyNotComparable);
    comparison.notes.insert(comparison.notes.begin(), equal.notes.begin(), equal.notes.end());
    return comparison;
}

std::shared_ptr<const Snapshot> askLikewise(
    const Snapshot& a, const Material& material, const Telescope& telescope) {
    Question question = a.question;
    question.telescope = telescope;
    for (std::vector<Term>* terms : {&question.narrowing.only, &question.narrowing.without})
        std::erase_if(*terms, [](const Term& term) { return facetOf(term) == Facet::time; });
    return SnapshotMaker(1).make(material, question, {});
}

} // namespace sweepscope
